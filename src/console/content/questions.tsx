/** Questions that found no answer, without their people: what the library lacks, or how it should be asked for. */
import { RelaisError } from '../../errors.ts';
import { back, Form } from '../../web/index.ts';
import { dateTime } from '../dates.ts';
import type { Section } from '../section.ts';
import { type ContentDesk, QUESTIONS } from './deps.ts';

const MOST = 200;
/** Not said of what is asked in it: nearly all is. */
const OURS: string = 'fr';

export function questionsSection({ store, vault }: Pick<ContentDesk, 'store' | 'vault'>): Section {
  return {
    menu: { href: QUESTIONS, label: 'Questions sans réponse' },
    right: 'edit',
    routes: (desk) => async (app) => {
      app.get(QUESTIONS, async (request, reply) => {
        const all = await store.unanswered(MOST);
        const read = all.flatMap((one) => {
          try {
            return [{ ...one, words: vault.open(one.body, 'unanswered').toString() }];
          } catch {
            // Under a key that is gone: nobody reads it any more.
            return [];
          }
        });
        return desk.show(request, reply, {
          title: 'Questions sans réponse',
          content: (
            <>
              <p>
                Noms, numéros et adresses sont ôtés avant d’être gardés ; les dangers et les sujets discrets
                n’y sont jamais. Une question s’efface après 30 jours. Un nom est resté ? Effacez-la.
              </p>
              {read.length === 0 ? <p>Aucune pour le moment.</p> : null}
              <ul>
                {read.map(({ id, words, count, at, lang, channel }) => (
                  <li key={id}>
                    « {words} »{' '}
                    <span class="muted">
                      {count > 1 ? `${count} fois, ` : ''}
                      {lang === OURS ? '' : `${lang}, `}
                      {channel === 'voice' ? 'par téléphone, ' : ''}le {dateTime(at)}
                    </span>{' '}
                    <Form
                      {...{ action: `${QUESTIONS}/${id}/effacer`, inline: true, kind: 'secondary' }}
                      {...{ submit: 'Effacer', label: `Effacer : ${words}` }}
                    />
                  </li>
                ))}
              </ul>
            </>
          ),
        });
      });
      app.post<{ Params: { id: string } }>(`${QUESTIONS}/:id/effacer`, async (request, reply) => {
        if (!(await store.dropUnanswered(request.params.id))) throw new RelaisError('not_found');
        await desk.note(request, 'question_dropped');
        return back(reply, QUESTIONS, { done: 'Effacée.' });
      });
    },
  };
}
