/** Balance.json: play money that never runs out. */
import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from './index.ts';

export function balanceRoutes(api: FastifyInstance, { account }: ApiDeps): void {
  api.get('/Balance.json', async () => ({
    account_sid: account.accountSid,
    balance: '100.00',
    currency: 'EUR',
  }));
}
