import { foldedWords } from '../../attributes/matches-text.ts';
import type { Field } from '../../contract/deal-form.ts';

const spelled = (text: string): string =>
  foldedWords(text.replaceAll('_', ' '))
    .join(' ')
    .replace(/\be mail\b/g, 'email');

const named = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split(', ').map(spelled)));

/** What tables and mails call Attio's own attributes, in English, German and Arabic. */
const otherNames: Readonly<Record<string, ReadonlySet<string>>> = {
  associated_company: named(
    'company, companies, company name, account, accounts, account name, organisation, organisations, organization, organizations',
    'organisation name, organization name, associated company name, customer, customers, client, clients, website, web, homepage, domain, url',
    'Firma, Firmen, Firmenname, Unternehmen, Kunde, Kunden, Kundenname, Auftraggeber, Webseite, Organisationen',
    'الشركة, شركة, الشركات, اسم الشركة, العميل, المؤسسة, الموقع, الموقع الإلكتروني',
  ),
  associated_people: named(
    'people, person, person name, contact, contacts, contact name, contact person, primary contact, primary contact name',
    'associated contact, associated contacts',
    'email, mail, email address, contact email, contact email address, primary contact email, person email',
    'Personen, Kontakt, Kontakte, Kontaktname, Kontaktperson, Ansprechpartner, Ansprechpartnerin, Ansprechperson',
    'E-Mail-Adresse, Kontakt E-Mail, Kontakt E-Mail-Adresse, E-Mail Kontakt, E-Mail des Kontakts, E-Mail Ansprechpartner',
    'الأشخاص, الشخص, جهة الاتصال, جهات الاتصال, اسم جهة الاتصال, البريد, البريد الإلكتروني',
    'بريد جهة الاتصال, البريد الإلكتروني لجهة الاتصال',
  ),
  name: named(
    'name, deal, deal name, opportunity, opportunity name, title',
    'Dealname, Geschäft, Verkaufschance, Titel, Bezeichnung, Projekt, Betreff',
    'الاسم, الصفقة, اسم الصفقة, العنوان',
  ),
  value: named(
    'value, amount, deal value, deal size, price, revenue',
    'Wert, Betrag, Dealwert, Auftragswert, Volumen, Auftragsvolumen, Summe, Preis, Umsatz',
    'القيمة, قيمة الصفقة, المبلغ, السعر',
  ),
  stage: named(
    'stage, stage name, status, phase, deal stage',
    'Stufe, Stadium, Dealphase, Verkaufsphase',
    'المرحلة, مرحلة الصفقة, الحالة',
  ),
  owner: named(
    'owner, owner name, deal owner, sales rep, rep, account owner',
    'Inhaber, Inhaberin, Besitzer, Eigentümer, Verantwortlich, Verantwortlicher, Verantwortliche, Betreuer, Vertrieb',
    'المالك, مالك الصفقة, المسؤول',
  ),
};
const dateNames = named(
  'close date, closing date, expected close date, expected close, close, date, due, due date',
  'Abschluss, Abschlussdatum, erwarteter Abschluss, geplanter Abschluss, erwartetes Abschlussdatum, voraussichtliches Abschlussdatum, geplantes Abschlussdatum, Zieldatum, Datum, Termin, fällig, fällig am, bis',
  'تاريخ الإغلاق, الإغلاق, تاريخ الإغلاق المتوقع, التاريخ, الموعد',
);
const phoneNames = named(
  'phone, telephone, phone number, mobile, mobile phone, cell',
  'Telefon, Telefonnummer, Tel, Mobil, Handy',
  'الهاتف, رقم الهاتف, الجوال',
);

const firstNames = named('first name, given name, forename', 'Vorname', 'الاسم الأول, الاسم الشخصي');
const lastNames = named('last name, family name, surname', 'Nachname, Familienname, Zuname', 'اسم العائلة, الاسم الأخير, اللقب');

/** Which part of a contact's name a label names; null for any other. */
export function namePartOfLabel(label: string): 'first' | 'last' | null {
  const name = spelled(label.slice(0, 100)).replace(/^(primary )?(contact|kontakt) /, '');
  return firstNames.has(name) ? 'first' : lastNames.has(name) ? 'last' : null;
}

/** What exports put before what they call the parts of a deal: `Deal - Title`, `Opportunity Owner`. */
const ofDeal = /^(deal|opportunity|geschaft|verkaufschance|الصفقة) (?=.)/;

/** The field that a label names: by its title, its slug, or another common name; a unit in brackets is no part of the name. */
export function fieldOfLabel(fields: readonly Field[], label: string): Field | undefined {
  const inBrackets = /^(.*\S)\s*[([][^()[\]]*[)\]]$/.exec(label.slice(0, 100))?.[1];
  // What programs call it: `CloseDate`. Points part words in any case.
  const parted = label.slice(0, 100).replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  const whole = [label, inBrackets ?? '', parted].map(spelled);
  for (const name of [...whole, ...whole.filter((one) => ofDeal.test(one)).map((one) => one.replace(ofDeal, ''))]) {
    if (name === '') continue;
    const field =
      fields.find(({ title, slug }) => spelled(title) === name || spelled(slug) === name) ??
      fields.find(({ slug }) => Object.hasOwn(otherNames, slug) && otherNames[slug]?.has(name)) ??
      (dateNames.has(name) ? closingDate(fields) : phoneNames.has(name) ? onlyOne(fields, 'phone-number') : undefined);
    if (field) return field;
  }
  return undefined;
}

const onlyOne = (fields: readonly Field[], wanted: Field['type']): Field | undefined => {
  const [one, another] = fields.filter(({ type }) => type === wanted);
  return another ? undefined : one;
};

/** The field that says when a deal is to close: the only date there is, or the one that sounds like it. */
export function closingDate(fields: readonly Field[]): Field | undefined {
  const closing = fields.filter(
    ({ type, title, slug }) => type === 'date' && /clos|expect|abschl|zielt|due\b|إغلاق/i.test(`${title} ${slug}`),
  );
  return closing.length === 1 ? closing[0] : onlyOne(fields, 'date');
}
