import type { FastifyPluginAsync } from 'fastify';

/** `/` where a provider is configured: what this is, and the numbers to reach it. No script, no style to fetch. */
export const publicPage =
  (about: {
    readonly name: string;
    readonly contact?: string;
    readonly sms?: string;
    readonly voice?: string;
  }): FastifyPluginAsync =>
  async (app) => {
    const { name, contact, sms, voice } = about;
    const lines = [
      sms === undefined ? '' : `<p>Par SMS : <strong>${escapeHtml(sms)}</strong></p>`,
      voice === undefined
        ? ''
        : `<p>Par téléphone : <a href="tel:${escapeHtml(voice)}">${escapeHtml(voice)}</a></p>`,
      contact === undefined ? '' : `<p>Contact : ${escapeHtml(contact)}</p>`,
    ];
    const page = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)}</title></head>
<body><main><h1>${escapeHtml(name)}</h1>
<p>Posez votre question par SMS ou par téléphone. Un service automatique vous répond.</p>
${lines.filter((l) => l !== '').join('\n')}
<p>En danger : faites le 17, le 15 ou le 112.</p></main></body></html>`;
    app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
