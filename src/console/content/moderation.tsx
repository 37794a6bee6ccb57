/** What people tell, read or heard by a human before anybody else may. */
import { z } from 'zod';
import { RelaisError } from '../../errors.ts';
import { BLANK, type Told } from '../../moderation/index.ts';
import { back, Form, readForm } from '../../web/index.ts';
import { dateTime } from '../dates.ts';
import type { Section } from '../section.ts';
import { type ContentDesk, MODERATION, THEME_SAID } from './deps.ts';
import { sendSound } from './sound.ts';

const MOST = 100;
/** A player asks for the same sound piece by piece: one hearing is one line of the journal. */
const HEARING_MS = 3_600_000;
const words = z.object({ words: z.string().trim().min(1, 'Écrivez des mots.').max(5_000) });
const PUBLISH_SAID = {
  no: 'ne pas publier',
  anonymous: 'publier sans nom',
  named: 'publier avec son prénom',
};

interface Of {
  readonly Params: { readonly id: string };
}

export function moderationSection({ moderation, clock }: Pick<ContentDesk, 'moderation' | 'clock'>): Section {
  const heard = new Map<string, number>();
  return {
    menu: {
      ...{ href: MODERATION, label: 'Témoignages' },
      count: async () => (await moderation.list('waiting', MOST)).length,
    },
    right: 'moderate',
    routes: (desk) => async (app) => {
      app.get(MODERATION, async (request, reply) => {
        const waiting = await moderation.list('waiting', MOST);
        const approved = await moderation.list('approved', 20);
        return desk.show(request, reply, {
          title: 'Témoignages',
          content: (
            <>
              <p>
                Rien n’est publié avant d’être approuvé ici. Ôtez les noms, les rues, les lieux. Une voix
                n’est jamais publiée : écrivez ce qu’elle dit.
              </p>
              {waiting.length === 0 ? <p>Aucun témoignage n’attend.</p> : null}
              {waiting.map((one) => (
                <One key={one.id} one={one} />
              ))}
              {approved.length === 0 ? null : <h2>Approuvés</h2>}
              <ul>
                {approved.map((one) => (
                  <li key={one.id}>
                    {THEME_SAID[one.theme] ?? one.theme} : « {one.words} »{' '}
                    <Form
                      {...{ action: `${MODERATION}/${one.id}/refuser`, inline: true, kind: 'secondary' }}
                      {...{ submit: 'Retirer', label: `Retirer : ${one.words}` }}
                    />
                  </li>
                ))}
              </ul>
            </>
          ),
        });
      });
      app.get<Of>(`${MODERATION}/:id/son`, async (request, reply) => {
        const who = desk.who(request);
        const { id } = request.params;
        const key = `${who.id} ${id}`;
        const before = heard.get(key);
        const fresh = before === undefined || clock() - before > HEARING_MS;
        const sound = fresh ? await moderation.audio(id, who.name) : await moderation.sound(id);
        if (fresh) await desk.note(request, 'testimony_heard', id);
        heard.set(key, clock());
        return sendSound(request, reply, sound);
      });
      app.post<Of>(`${MODERATION}/:id/approuver`, async (request, reply) => {
        const { id } = request.params;
        try {
          await moderation.approve(id, desk.who(request).name);
        } catch (error) {
          if (!(error instanceof RelaisError && error.code === 'not_transcribed')) throw error;
          return back(reply, MODERATION, { refused: 'Écrivez d’abord ce que dit l’enregistrement.' });
        }
        await desk.note(request, 'testimony_approved', id);
        return back(reply, MODERATION, { done: 'Approuvé.' });
      });
      app.post<Of>(`${MODERATION}/:id/refuser`, async (request, reply) => {
        await moderation.refuse(request.params.id, desk.who(request).name);
        await desk.note(request, 'testimony_refused', request.params.id);
        return back(reply, MODERATION, { done: 'Refusé : il ne sera pas publié.' });
      });
      app.post<Of>(`${MODERATION}/:id/masquer`, async (request, reply) => {
        const read = readForm(words, request.body);
        if ('wrong' in read) return back(reply, MODERATION, { refused: 'Écrivez les mots à ôter.' });
        const all = read.ok.words.split(',');
        const count = await moderation.blank(request.params.id, desk.who(request).name, all);
        return back(
          reply,
          MODERATION,
          count === 0
            ? { refused: 'Ces mots n’y sont pas.' }
            : { done: `${count} fois ôté, remplacé par ${BLANK}.` },
        );
      });
      app.post<Of>(`${MODERATION}/:id/transcrire`, async (request, reply) => {
        const read = readForm(words, request.body);
        if ('wrong' in read) return back(reply, MODERATION, { refused: 'Écrivez ce que vous entendez.' });
        await moderation.transcribe(request.params.id, desk.who(request).name, read.ok.words);
        return back(reply, MODERATION, { done: 'Écrit. Relisez, puis approuvez.' });
      });
    },
  };
}

function One({ one }: { readonly one: Told }) {
  const { id, theme, at, publish, name, recordingId } = one;
  const about = `${THEME_SAID[theme] ?? theme}, ${dateTime(at)}`;
  const at_ = (verb: string) => `${MODERATION}/${id}/${verb}`;
  return (
    <article>
      <h2>{about}</h2>
      <p class="muted">
        La personne veut : {PUBLISH_SAID[publish]}
        {name === undefined ? '' : ` (${name})`}.
      </p>
      {one.words === undefined ? null : <blockquote>{one.words}</blockquote>}
      {recordingId === undefined ? null : (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written down yet what it says, and that is done here
        <audio controls preload="none" src={at_('son')} aria-label={`Écouter : ${about}`} />
      )}
      {recordingId === undefined ? null : (
        <Form action={at_('transcrire')} submit="Écrire" label={`Écrire : ${about}`} kind="secondary">
          <div>
            <label for={`w-${id}`}>Ce que dit l’enregistrement</label>
            <textarea id={`w-${id}`} name="words" rows={4} required>
              {one.words ?? ''}
            </textarea>
          </div>
        </Form>
      )}
      {one.words === undefined ? null : (
        <Form action={at_('masquer')} submit="Ôter" label={`Ôter ces mots : ${about}`} kind="secondary">
          <div>
            <label for={`m-${id}`}>Mots à ôter, séparés par des virgules</label>
            <input id={`m-${id}`} name="words" required />
          </div>
        </Form>
      )}
      <Form
        {...{ action: at_('approuver'), inline: true, submit: 'Approuver', label: `Approuver : ${about}` }}
      />
      <Form
        {...{ action: at_('refuser'), inline: true, kind: 'secondary' }}
        {...{ submit: 'Refuser', label: `Refuser : ${about}` }}
      />
    </article>
  );
}
