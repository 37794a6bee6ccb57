/** The provider's webhooks: nothing is read before its signature was. */
import type { FastifyPluginAsync } from 'fastify';
import { type SmsOptions, smsRoutes } from '../sms/routes.ts';
import { type VoiceRoutesOptions, voiceRoutes } from '../voice/routes.ts';
import { checkSignature, type SignatureOptions } from './signature.ts';

export interface TwilioOptions extends SignatureOptions {
  readonly sms: SmsOptions;
  readonly voice: VoiceRoutesOptions;
}

export const twilioRoutes: FastifyPluginAsync<TwilioOptions> = async (app, options) => {
  app.addHook('preHandler', checkSignature(options));
  await app.register(smsRoutes, options.sms);
  await app.register(voiceRoutes, options.voice);
};
