import type { Sandbox } from '../sandbox.ts';
import { seedRecord } from './seed-record.ts';

const BATCH = 1000;

/** Makes `count` companies and as many people, one at each; for trying things out at size. Committed in batches. */
export function seedSynthetic(sandbox: Sandbox, count: number): void {
  const write = { actor: { type: 'system', id: null } as const, at: new Date(Date.UTC(2026, 0, 5)) };
  for (let start = 1; start <= count; start += BATCH) {
    sandbox.store.transaction(() => {
      for (let index = start; index < Math.min(start + BATCH, count + 1); index += 1) {
        const number = String(index).padStart(7, '0');
        const domain = `synthetic-${number}.com`;
        seedRecord(sandbox, 'companies', domain, { name: `Synthetic Company ${number}`, domains: [domain] }, write);
        const name = { first_name: 'Synthetic', last_name: `Person ${number}`, full_name: `Synthetic Person ${number}` };
        const emailAddress = `person@${domain}`;
        seedRecord(sandbox, 'people', emailAddress, { name, email_addresses: [emailAddress], company: domain }, write);
      }
    });
  }
}
