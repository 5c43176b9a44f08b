import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import { fullVoice } from '../words/all-words.ts';
import { speakBy, type Voice } from '../words/t.ts';
import { requestLocale } from './request-locale.ts';

const voices = new AsyncLocalStorage<Voice>();

speakBy(() => voices.getStore() ?? fullVoice('en'));

/** Does something, and says what is to be said of it in the language that goes with a locale (BCP 47). */
export const speaking = <Done>(locale: string, work: () => Done): Done => voices.run(fullVoice(locale), work);

/** Has every request answered in the language of whoever asks. */
export function speakToRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => speaking(requestLocale(request.headers), done));
  // A body arrives outside of what the request began.
  app.addHook('preValidation', (request, _reply, done) => speaking(requestLocale(request.headers), done));
}
