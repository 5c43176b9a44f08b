import type { FastifyReply } from 'fastify';
import { recordText } from '../records/record-text.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { activeValuesOf } from '../records/stored-value.ts';
import { isSystemValue, systemValue } from '../records/system-value.ts';
import type { Sandbox } from '../sandbox.ts';
import { valueTypes } from '../values/registry.ts';
import type { Words } from '../values/value-type.ts';
import type { Attribute } from '../workspace/attribute.ts';
import { type Html, html } from './html.ts';
import { sendPage } from './send-page.ts';

/** The page behind a record's `web_url`: what it is called, what it is, and everything it holds in words. */
export function sendRecordPage(reply: FastifyReply, sandbox: Sandbox, record: StoredRecord): FastifyReply {
  const { schema } = sandbox;
  const object = schema.objectByKey(record.objectKey);
  const values = activeValuesOf(sandbox.store, [record.key]);
  const title = recordText(object, values, sandbox);
  const attributes = schema.attributes(object).filter((attribute) => !attribute.isArchived);
  const rows = attributes.flatMap((attribute) => {
    const held = isSystemValue(attribute)
      ? [systemValue(record, attribute) ?? {}]
      : values.filter((value) => value.attributeKey === attribute.key).map((value) => value.fields);
    const words = held.map((fields) => valueTypes[attribute.type].words(fields, attribute, sandbox));
    return words.length > 0 ? [row(attribute, words)] : [];
  });
  const main = html`<h1><bdi>${title}</bdi></h1>
<p class="noun">${object.singularNoun}</p>
<dl>${rows}</dl>`;
  return sendPage(reply, 200, { title, main });
}

function row(attribute: Attribute, words: readonly Words[]): Html {
  const [only, ...more] = words.map(said);
  const all = only && more.length === 0 ? only : html`<ul>${words.map((word) => html`<li>${said(word)}</li>`)}</ul>`;
  return html`<dt><bdi>${attribute.title}</bdi></dt><dd>${all}</dd>`;
}

/** Isolated from its surroundings, so that right-to-left names do not turn them around. */
function said({ text, href }: Words): Html {
  return href ? html`<a href="${href}"><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`;
}
