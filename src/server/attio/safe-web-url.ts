import { isLoopback } from '../config.ts';

/**
 * The address of a record's page in Attio, when it can be opened without harm: https (http only where the app itself is
 * a loopback address, as the sandbox is), on the host of Attio's app and no other. Else null.
 */
export function safeWebUrl(webUrl: unknown, appUrl: string): string | null {
  if (typeof webUrl !== 'string' || !URL.canParse(webUrl)) return null;
  const url = new URL(webUrl);
  const app = new URL(appUrl);
  const safeProtocol = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(app.hostname));
  return safeProtocol && url.host === app.host && !url.username && !url.password ? url.href : null;
}
