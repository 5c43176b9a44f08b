import { expect, test } from 'vitest';
import { jsonLog, thrownFields } from './log.ts';

test('Every event is one line of JSON, whatever is in it', () => {
  const lines: string[] = [];
  jsonLog('info', (line) => lines.push(line))('info', { event: 'request', outcome: 'a\r\nb\u001b[31m\u2028\u2029\u0085c' });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[\x20-\x7e]*$/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ outcome: 'a\r\nb\u001b[31m\u2028\u2029\u0085c' });
});

test('Only events of the level or above are written', () => {
  const lines: string[] = [];
  const log = jsonLog('warn', (line) => lines.push(line));
  log('info', { event: 'started' });
  log('error', { event: 'failed' });
  jsonLog('silent', (line) => lines.push(line))('error', { event: 'failed' });
  expect(lines).toHaveLength(1);
});

test('Of an error the class and the place are kept, never the message', () => {
  const { error, at } = thrownFields(new TypeError('Globex is not a number'));
  expect(error).toBe('TypeError');
  expect(at?.[0]).toContain('log.test.ts');
  expect(JSON.stringify(at)).not.toContain('Globex');
});
