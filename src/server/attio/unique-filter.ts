import { domainIn, emailIn } from '../../attributes/record-reference/new-record-key.ts';

/** Attio's filter for the one person with an e-mail address, or company with a domain, as typed; null when the text is none. */
export function uniqueFilter(object: string, text: string): Record<string, unknown> | null {
  const email = emailIn(text);
  // An address tells where somebody works.
  const domain = domainIn(text) ?? email?.split('@')[1] ?? null;
  if (object === 'people' && email !== null) return { email_addresses: { email_address: { $eq: email } } };
  return object === 'companies' && domain !== null ? { domains: { domain: { $eq: domain } } } : null;
}
