import type { IncomingHttpHeaders } from 'node:http';
import { antiForgeryHeader, paths, submissionPath } from '../../contract/paths.ts';
import { sendHttp } from './send-http.ts';

export interface RepAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON; undefined when it is something else. */
  json: unknown;
}

export interface RepRequest {
  method?: string;
  headers?: Record<string, string | undefined>;
  body?: string | Buffer;
}

/** A browser as far as the server can tell: keeps cookies per origin, sends what browsers send, follows nothing by itself. */
export class Rep {
  readonly url: string;
  /** By origin, then by name. */
  readonly cookies = new Map<string, Map<string, string>>();

  constructor(url: string) {
    this.url = url;
  }

  async request(address: string, { method = 'GET', headers = {}, body }: RepRequest = {}): Promise<RepAnswer> {
    // Not `new URL`, which would tidy away the malformed addresses that some tests are about.
    const [, origin = this.url, path = '/'] = /^(https?:\/\/[^/]+)?(.*)$/s.exec(address) ?? [];
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = Object.entries({ ...(cookie ? { cookie } : {}), ...headers });
    const answer = await sendHttp(origin, {
      path,
      method,
      headers: Object.fromEntries(sent.filter((entry): entry is [string, string] => entry[1] !== undefined)),
      body,
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return { ...answer, json: jsonOf(answer.text) };
  }

  /** A call of the page's: same-origin, with the header. */
  call(path: string, { method = 'GET', headers = {}, body }: RepRequest = {}): Promise<RepAnswer> {
    return this.request(path, {
      method,
      headers: {
        [antiForgeryHeader.name]: antiForgeryHeader.value,
        'sec-fetch-site': 'same-origin',
        ...(method === 'GET' ? {} : { origin: this.url }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** Sends a deal. */
  submit(id: string, values: unknown, schemaVersion = 'test', more: object = {}): Promise<RepAnswer> {
    const body = JSON.stringify({ values, schema_version: schemaVersion, ...more });
    return this.call(submissionPath(id), { method: 'PUT', body });
  }

  /** Starts a sign-in; gives back the parameters that went to Attio. */
  async beginSignIn(returnTo?: string): Promise<URL> {
    const query = returnTo === undefined ? '' : `?return_to=${encodeURIComponent(returnTo)}`;
    const { headers } = await this.request(paths.signIn + query);
    return new URL(String(headers['location']));
  }

  /** Answers Attio's consent page; gives back the address that Attio sends the browser to. */
  async consent(authorize: URL, { email, decision = 'allow' }: { email?: string; decision?: string } = {}): Promise<string> {
    const page = await this.request(authorize.href);
    const options = [...page.text.matchAll(/<option value="([^"]+)">([^<]*)/g)];
    const [, member = ''] = options.find(([, , label]) => email === undefined || label?.includes(email)) ?? [];
    const form = new URLSearchParams(authorize.search);
    form.set('workspace_member_id', member);
    form.set('decision', decision);
    const answer = await this.request(`${authorize.origin}/authorize`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    return String(answer.headers['location']);
  }

  /** The whole way in; gives back the page at its end. */
  async signIn(options: { email?: string; returnTo?: string } = {}): Promise<RepAnswer> {
    return this.request(await this.consent(await this.beginSignIn(options.returnTo), options));
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
