import { randomUUID } from 'node:crypto';
import { answerJson, type Fault } from './fault-proxy.ts';
import { lostAfterCreating, resetBeforeAnything } from './open-outcome-stack.ts';

const truncated: Fault = async (response, forward) => {
  const { body } = await forward();
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(body.length) });
  response.write(body.slice(0, 100), () => response.destroy());
};
const elsewhere: Fault = async (response, forward) => {
  const record = JSON.parse((await forward()).body);
  record.data.id.workspace_id = randomUUID();
  await answerJson(200, record)(response, forward, '');
};
const huge: Fault = async (response, forward) => {
  const record = JSON.parse((await forward()).body);
  await answerJson(200, { ...record, padding: 'x'.repeat(1_100_000) })(response, forward, '');
};
const html =
  (status: number): Fault =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Cloudflare</h1>');

/** Answers that prove nothing, though the deal was created. */
export const applied: [string, Fault][] = [
  ['reset after creating', lostAfterCreating],
  ['truncated answer', truncated],
  ['200 of another workspace', elsewhere],
  ['200 larger than a mebibyte', huge],
];
/** The same, and it was not. */
export const notApplied: [string, Fault][] = [
  ['reset before anything', resetBeforeAnything],
  ['500 in Attio’s form', answerJson(500, { code: 'internal', message: 'Oops' })],
  ['502 in HTML', html(502)],
  ['200 in HTML', html(200)],
  ['200 and empty', (response) => void response.writeHead(200).end()],
  ['408', answerJson(408, { code: 'timeout', message: 'Too slow' })],
  ['409 concurrent write', answerJson(409, { code: 'concurrent_write_conflict', message: 'Again' })],
  ['400 that is not Attio’s', html(400)],
  ['307 to another place', (response) => void response.writeHead(307, { location: '/v2/objects/deals/records' }).end()],
];
