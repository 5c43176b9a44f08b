import { foldedWords } from '../../attributes/matches-text.ts';
import type { Field } from '../../contract/deal-form.ts';

const spelled = (text: string): string => foldedWords(text.replaceAll('_', ' ')).join(' ');

const named = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split(', ').map(spelled)));

/** What tables and mails call Attio's own attributes, in English, German and Arabic. */
const otherNames: Readonly<Record<string, ReadonlySet<string>>> = {
  associated_company: named(
    'company, company name, account, account name, organisation, organization, customer, client, website, web, homepage, domain, url',
    'Firma, Firmenname, Unternehmen, Kunde, Kundenname, Auftraggeber, Webseite',
    'الشركة, شركة, اسم الشركة, العميل, المؤسسة, الموقع, الموقع الإلكتروني',
  ),
  associated_people: named(
    'people, person, contact, contacts, contact name, contact person, primary contact, e-mail, email, mail, e-mail address, email address',
    'Personen, Kontakt, Kontakte, Kontaktperson, Ansprechpartner, Ansprechpartnerin, Ansprechperson, E-Mail-Adresse',
    'الأشخاص, الشخص, جهة الاتصال, جهات الاتصال, البريد, البريد الإلكتروني',
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
  stage: named('stage, status, phase, deal stage', 'Stufe, Stadium, Dealphase, Verkaufsphase', 'المرحلة, مرحلة الصفقة, الحالة'),
  owner: named(
    'owner, deal owner, sales rep, rep, account owner',
    'Inhaber, Inhaberin, Besitzer, Eigentümer, Verantwortlich, Verantwortlicher, Verantwortliche, Betreuer, Vertrieb',
    'المالك, مالك الصفقة, المسؤول',
  ),
};
const dateNames = named(
  'close date, closing date, expected close date, expected close, close, date, due, due date',
  'Abschluss, Abschlussdatum, erwarteter Abschluss, geplanter Abschluss, Zieldatum, Datum, Termin, fällig, fällig am, bis',
  'تاريخ الإغلاق, الإغلاق, تاريخ الإغلاق المتوقع, التاريخ, الموعد',
);
const phoneNames = named(
  'phone, telephone, phone number, mobile, mobile phone, cell',
  'Telefon, Telefonnummer, Tel, Mobil, Handy',
  'الهاتف, رقم الهاتف, الجوال',
);

/** The field that a label names: by its title, its slug, or another common name; a unit in brackets is no part of the name. */
export function fieldOfLabel(fields: readonly Field[], label: string): Field | undefined {
  const inBrackets = /^(.*\S)\s*[([][^()[\]]*[)\]]$/.exec(label.slice(0, 100))?.[1];
  for (const name of [label, inBrackets ?? ''].map(spelled)) {
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
