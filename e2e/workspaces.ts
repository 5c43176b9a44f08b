import { type Stack, write } from './stack.ts';

/** Workspaces that differ from the demo, made through the sandbox's API as an admin would in Attio. */

interface NewAttribute {
  title: string;
  api_slug: string;
  type: string;
  is_required?: boolean;
  is_multiselect?: boolean;
  description?: string;
  config?: Record<string, unknown>;
  options?: string[];
}

/** What an admin can do and the API cannot. */
export async function control(stack: Stack, what: string, body: unknown): Promise<void> {
  const { status } = await stack.attio('POST', `/_sandbox/${what}`, body);
  if (status !== 200) throw new Error(`${what}: ${status}`);
}

const attributesPath = '/v2/objects/deals/attributes';

/** Makes an attribute of deals, and its options. */
async function addAttribute(stack: Stack, { options = [], ...attribute }: NewAttribute): Promise<void> {
  const data = { description: null, is_required: false, is_unique: false, is_multiselect: false, config: {}, ...attribute };
  await write(stack, 'POST', attributesPath, data);
  for (const title of options) {
    await write(stack, 'POST', `${attributesPath}/${attribute.api_slug}/options`, { title });
  }
}

const statusesPath = `${attributesPath}/stage/statuses`;

/** Gives the stages other names, in their order. */
async function renameStages(stack: Stack, titles: readonly string[]): Promise<void> {
  const { data } = (await stack.attio('GET', statusesPath)).json;
  for (const [at, title] of titles.entries()) {
    const id = data[at]?.id['status_id'] ?? '';
    await write(stack, 'PATCH', `${statusesPath}/${id}`, { title });
  }
}

/** Archives all stages but the first few. */
export async function archiveStages(stack: Stack, kept: number): Promise<void> {
  const { data } = (await stack.attio('GET', statusesPath)).json;
  for (const { id } of data.slice(kept)) {
    await write(stack, 'PATCH', `${statusesPath}/${id['status_id']}`, { is_archived: true });
  }
}

/** Archives the custom attributes that the demo has, so that none is left but Attio's own. */
export async function archiveCustom(stack: Stack): Promise<void> {
  const { data } = (await stack.attio('GET', attributesPath)).json as unknown as {
    data: { api_slug: string; is_system_attribute: boolean }[];
  };
  for (const { api_slug, is_system_attribute } of data) {
    if (!is_system_attribute) await write(stack, 'PATCH', `${attributesPath}/${api_slug}`, { is_archived: true });
  }
}

const many = (title: string, count: number) => Array.from({ length: count }, (_, at) => `${title} ${at + 1}`);

/** A German company's workspace: euros, stages of its own, 25 attributes of every type that an admin can make, 6 of them required. */
export async function makeGerman(stack: Stack): Promise<void> {
  await archiveCustom(stack);
  await renameStages(stack, ['Erstkontakt', 'Verhandlung', 'Gewonnen 🎉', 'Verloren']);
  const euros = { currency: { default_currency_code: 'EUR', display_type: 'symbol' } };
  await control(stack, 'currency', { code: 'EUR' });
  const people = { record_reference: { allowed_objects: ['people'] } };
  const companies = { record_reference: { allowed_objects: ['companies'] } };
  const both = { record_reference: { allowed_objects: ['companies', 'people'] } };
  const attributes: NewAttribute[] = [
    { title: 'Angebotsnummer', api_slug: 'angebotsnummer', type: 'text', is_required: true, description: 'Wie auf dem Angebot' },
    { title: 'Lizenzen', api_slug: 'lizenzen', type: 'number', is_required: true },
    { title: 'Abschluss', api_slug: 'abschluss', type: 'date', is_required: true },
    { title: 'Produkt', api_slug: 'produkt', type: 'select', is_required: true, options: ['Basis', 'Profi', 'Konzern'] },
    { title: 'Jahresumsatz', api_slug: 'jahresumsatz', type: 'currency', is_required: true, config: euros },
    { title: 'Technische Leitung', api_slug: 'technische_leitung', type: 'actor-reference', is_required: true },
    { title: 'Bemerkung', api_slug: 'bemerkung', type: 'text' },
    { title: 'Rabatt', api_slug: 'rabatt', type: 'number' },
    { title: 'Rahmenvertrag', api_slug: 'rahmenvertrag', type: 'checkbox' },
    { title: 'Einrichtung', api_slug: 'einrichtung', type: 'currency', config: euros },
    { title: 'Beginn', api_slug: 'beginn', type: 'date' },
    { title: 'Termin', api_slug: 'termin', type: 'timestamp' },
    { title: 'Zuversicht', api_slug: 'zuversicht', type: 'rating' },
    { title: 'Quelle', api_slug: 'quelle', type: 'select', options: many('Quelle', 40) },
    { title: 'Module', api_slug: 'module', type: 'select', is_multiselect: true, options: ['Lager', 'Einkauf', 'Verkauf'] },
    { title: 'Partner', api_slug: 'partner', type: 'record-reference', config: companies },
    { title: 'Entscheider', api_slug: 'entscheider', type: 'record-reference', is_multiselect: true, config: people },
    { title: 'Vermittler', api_slug: 'vermittler', type: 'record-reference', config: both },
    { title: 'Beteiligte', api_slug: 'beteiligte', type: 'actor-reference', is_multiselect: true },
    { title: 'Standort', api_slug: 'standort', type: 'location' },
    { title: 'Webseite', api_slug: 'webseite', type: 'domain' },
    { title: 'Rechnung an', api_slug: 'rechnung_an', type: 'email-address' },
    { title: 'Verteiler', api_slug: 'verteiler', type: 'email-address', is_multiselect: true },
    { title: 'Telefon', api_slug: 'telefon', type: 'phone-number' },
    { title: 'Weitere Nummern', api_slug: 'weitere_nummern', type: 'phone-number', is_multiselect: true },
  ];
  for (const attribute of attributes) await addAttribute(stack, attribute);
}
