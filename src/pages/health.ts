import type { FastifyPluginAsync } from 'fastify';
import type { Store } from '../../db/store.ts';

/** `/healthz`: the process answers. `/readyz`: what is kept can be read and written, and is migrated. */
export const healthRoutes: FastifyPluginAsync<{ store: Pick<Store, 'ready'> }> = async (app, { store }) => {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (request, reply) => {
    try {
      await store.ready();
      return { status: 'ready' };
    } catch (err) {
      request.log.error({ err }, 'not ready');
      return reply.code(503).send({ error: 'store_unavailable' });
    }
  });
};
