/** The provider's webhooks: nothing is read before its signature was. */
import type { FastifyPluginAsync } from 'fastify';
import { type SmsOptions, smsRoutes } from '../sms/routes.ts';
import { type BridgeRoutesOptions, bridgeRoutes } from '../voice/bridge.ts';
import { type VoiceRoutesOptions, voiceRoutes } from '../voice/routes.ts';
import { checkSignature, type SignatureOptions } from './signature.ts';

export interface TwilioOptions extends SignatureOptions {
  readonly sms: SmsOptions;
  readonly voice: VoiceRoutesOptions;
  readonly bridge: BridgeRoutesOptions;
  /** A webhook was answered: its route, the status, how long it took. */
  readonly answered?: (route: string, status: number, seconds: number) => void;
}

export const twilioRoutes: FastifyPluginAsync<TwilioOptions> = async (app, options) => {
  app.addHook('preHandler', checkSignature(options));
  app.addHook('onResponse', async (request, reply) => {
    options.answered?.(request.routeOptions.url ?? '', reply.statusCode, reply.elapsedTime / 1000);
  });
  await app.register(smsRoutes, options.sms);
  await app.register(voiceRoutes, options.voice);
  await app.register(bridgeRoutes, options.bridge);
};
