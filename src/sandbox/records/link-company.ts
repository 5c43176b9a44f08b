import { ApiError } from '../errors/api-error.ts';
import type { Sandbox } from '../sandbox.ts';
import { timestamp } from '../workspace/timestamp.ts';
import { createRecord } from './create-record.ts';
import { addFirstValues } from './hold-values.ts';
import { type RecordRow, recordFromRow, type StoredRecord } from './stored-record.ts';
import { activeValues } from './stored-value.ts';
import { tell } from './tell.ts';
import { readWrittenValues } from './written-values.ts';

const PRIVATE_MAIL = new Set(
  'aol.com gmail.com gmx.de gmx.net googlemail.com hotmail.com icloud.com live.com mail.com me.com outlook.com proton.me web.de yahoo.com'.split(
    ' ',
  ),
);

/**
 * Links everybody noted by `noteAddress` whose moment has come to the company of their domain, which is made if need be.
 * Called before requests are answered, so it needs no clock of its own.
 */
export function linkCompanies(sandbox: Sandbox): void {
  const { store } = sandbox;
  const sql = 'SELECT r.* FROM company_links_pending p JOIN records r ON r.key = p.record_key WHERE p.due_at <= ?';
  const due = store.all<RecordRow>(sql, Date.now());
  if (due.length === 0) return;
  store.transaction(() => {
    for (const row of due) {
      tryToLink(sandbox, recordFromRow(row));
      store.run('DELETE FROM company_links_pending WHERE record_key = ?', row.key);
    }
  });
}

/** A company the workspace would refuse (it may require more than a name) is simply not made. */
function tryToLink(sandbox: Sandbox, person: StoredRecord): void {
  try {
    linkCompany(sandbox, person);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

function linkCompany(sandbox: Sandbox, person: StoredRecord): void {
  const { schema, store } = sandbox;
  const people = schema.objectByKey(person.objectKey);
  const companies = schema.object('companies');
  const addresses = schema.attribute(people, 'email_addresses');
  const company = schema.attribute(people, 'company');
  const domains = companies && schema.attribute(companies, 'domains');
  if (!companies || !addresses || !company || !domains || activeValues(store, person.key, company).length > 0) return;
  const [address] = activeValues(store, person.key, addresses);
  const domain = String(address?.fields.email_root_domain);
  if (!address || PRIVATE_MAIL.has(domain)) return;

  const write = { actor: { type: 'system', id: null } as const, at: timestamp(sandbox.now()) };
  const [known] = sandbox.recordsHolding(domains, domain);
  const made = () =>
    createRecord(sandbox, companies, readWrittenValues({ name: nameOf(domain), domains: [domain] }, companies, sandbox), write)
      .id;
  const link = { target_object: companies.slug, target_record_id: known ?? made() };
  addFirstValues(sandbox, person, company, [link], write);
  tell(sandbox, person, 'updated', write.actor, company);
}

/** The real service looks a company's name up; here it is guessed. */
function nameOf(domain: string): string {
  return domain.slice(0, 1).toUpperCase() + domain.split('.')[0]?.slice(1);
}
