import { createRecord } from '../records/create-record.ts';
import { recordById } from '../records/stored-record.ts';
import { readWrittenValues } from '../records/written-values.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Actor } from '../workspace/actor.ts';
import { addAttribute } from '../workspace/store-attribute.ts';
import { addChoice } from '../workspace/store-choice.ts';
import { addList } from '../workspace/store-list.ts';
import { timestamp } from '../workspace/timestamp.ts';
import type { DemoCompany } from './demo-companies.ts';
import type { Random } from './random.ts';
import { stableUuid } from './stable-uuid.ts';
import type { SeedAttribute } from './standard-attributes.ts';

const SLUG = 'renewals';
const STAGES = ['Upcoming', 'Contacted', 'Quote sent', 'Renewed', 'Churned'];
const RISKS = ['Low', 'Medium', 'High'];
const ENTRIES = 12;

const ATTRIBUTES: readonly SeedAttribute[] = [
  { slug: 'stage', title: 'Stage', type: 'status' },
  { slug: 'renewal_date', title: 'Renewal date', type: 'date' },
  { slug: 'amount', title: 'Amount', type: 'currency', currencyCode: 'USD', displayType: 'symbol' },
  { slug: 'risk', title: 'Risk', type: 'select' },
  { slug: 'owner', title: 'Owner', type: 'actor-reference' },
];

const attributeId = (slug: string) => stableUuid(`attribute ${SLUG} ${slug}`);

/** Gathers some companies in the one list of the demo workspace: the contracts that end soon. */
export function seedDemoList(
  sandbox: Sandbox,
  companies: readonly DemoCompany[],
  random: Random,
  write: (hours: number) => { actor: Actor; at: Date },
): void {
  makeList(sandbox, write(1));
  const list = sandbox.schema.list(SLUG);
  const members = sandbox.members.all();
  for (const { domain } of companies.slice(0, ENTRIES)) {
    const parent = recordById(sandbox.store, stableUuid(`companies ${domain}`));
    if (!list || !parent) throw new Error(`The seed has no ${list ? domain : SLUG}`);
    const values = {
      stage: random.pick(STAGES),
      renewal_date: new Date(Date.UTC(2026, 8 + random.below(6), 1 + random.below(28))).toISOString().slice(0, 10),
      amount: 1200 * (1 + random.below(40)),
      risk: random.pick(RISKS),
      owner: random.pick(members).emailAddress,
    };
    const { actor, at } = write(1);
    const place = { id: stableUuid(`${SLUG} ${domain}`), parent };
    createRecord(sandbox, list, readWrittenValues(values, list, sandbox), { actor, at: timestamp(at) }, place);
  }
}

function makeList({ store, schema }: Sandbox, { actor, at }: { actor: Actor; at: Date }): void {
  const parent = schema.object('companies');
  if (!parent) throw new Error('The seed needs the object companies');
  const own = { id: stableUuid(`list ${SLUG}`), slug: SLUG, name: 'Renewals', parentKey: parent.key };
  const access = { workspaceAccess: 'full-access', memberAccess: [] } as const;
  const objectKey = addList(store, { ...own, ...access, actor, createdAt: timestamp(at) }, attributeId);
  for (const attribute of ATTRIBUTES)
    addAttribute(store, { ...attribute, id: attributeId(attribute.slug), objectKey, createdAt: timestamp(at) });
  schema.reload();
  const list = schema.listByKey(objectKey);
  for (const [slug, titles] of Object.entries({ stage: STAGES, risk: RISKS })) {
    const attribute = schema.attribute(list, slug);
    if (!attribute) throw new Error(`The list ${SLUG} has no ${slug}`);
    for (const title of titles) addChoice(store, attribute, { id: stableUuid(`choice ${attribute.id} ${title}`), title });
  }
  schema.reload();
}
