import * as z from 'zod/mini';
import type { AttributeForms } from '../attribute-forms.ts';
import { hostName, hostOf } from './host-name.ts';

/** A host name, in the spelling of the domain name system. */
export const domainForms: AttributeForms<string> = {
  schema: () =>
    z.string({ error: (issue) => (issue.input === undefined ? 'required' : 'wrong_type') }).check(
      z.maxLength(1_000, { error: 'not_a_domain', abort: true }),
      z.refine((text) => hostName(text.trim()) !== null, { error: 'not_a_domain', abort: true }),
      z.overwrite((text) => hostName(text.trim()) ?? text),
    ),
  write: (value) => ({ domain: value }),
  read: (stored) => (typeof stored.domain === 'string' ? hostOf(stored.domain) : null),
  hasLocalWords: false,
  words: (value) => value,
  examples: () => ['attio.com', 'app.attio.com', 'news.bbc.co.uk', 'xn--mnchen-3ya.de', 'a-b.example.com'],
};
