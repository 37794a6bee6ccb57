import type { FastifyPluginAsync } from 'fastify';
import { Layout, page } from '../web/index.ts';

export interface About {
  readonly name: string;
  readonly contact?: string;
  readonly sms?: string;
  readonly voice?: string;
}

/** `/` where a provider is configured: what this is, and the numbers to reach it. No script. */
export const publicPage =
  (about: About): FastifyPluginAsync =>
  async (app) => {
    app.get('/', async (_request, reply) => page(reply, <Public {...about} />, { formless: true }));
  };

function Public({ name, contact, sms, voice }: About) {
  return (
    <Layout title={name} site="Vos droits par SMS et par téléphone" indexed>
      <p>Posez votre question par SMS ou par téléphone. Un service automatique vous répond.</p>
      {sms === undefined ? null : (
        <p>
          Par SMS : <strong>{sms}</strong>
        </p>
      )}
      {voice === undefined ? null : (
        <p>
          Par téléphone : <a href={`tel:${voice}`}>{voice}</a>
        </p>
      )}
      {contact === undefined ? null : <p>Contact : {contact}</p>}
      <p>En danger : faites le 17, le 15 ou le 112.</p>
    </Layout>
  );
}
