/** One thing that is asked of Attio: everything of the request line but its parameters. */
export interface Operation {
  method: 'GET' | 'POST';
  /** `api`: api.attio.com with the caller's token; `app`: app.attio.com, the OAuth endpoint. */
  host: 'api' | 'app';
  /** `{object}` and `{attribute}` are replaced by checked slugs or UUIDs. */
  path: string;
  /** Whether asking twice changes nothing, so that a failed connection may be tried once more. */
  readOnly: boolean;
}

/**
 * Everything that is ever asked of Attio (docs.attio.com, REST API). The server is not a proxy: no path, host, header
 * or query of a browser's request reaches an upstream request line.
 */
export const operations = {
  readSelf: { method: 'GET', host: 'api', path: '/v2/self', readOnly: true },
  listMembers: { method: 'GET', host: 'api', path: '/v2/workspace_members', readOnly: true },
  listObjects: { method: 'GET', host: 'api', path: '/v2/objects', readOnly: true },
  listAttributes: { method: 'GET', host: 'api', path: '/v2/objects/{object}/attributes', readOnly: true },
  listStatuses: { method: 'GET', host: 'api', path: '/v2/objects/{object}/attributes/{attribute}/statuses', readOnly: true },
  listOptions: { method: 'GET', host: 'api', path: '/v2/objects/{object}/attributes/{attribute}/options', readOnly: true },
  queryRecords: { method: 'POST', host: 'api', path: '/v2/objects/{object}/records/query', readOnly: true },
  searchRecords: { method: 'POST', host: 'api', path: '/v2/objects/records/search', readOnly: true },
  createAttribute: { method: 'POST', host: 'api', path: '/v2/objects/{object}/attributes', readOnly: false },
  createRecord: { method: 'POST', host: 'api', path: '/v2/objects/{object}/records', readOnly: false },
  createDeal: { method: 'POST', host: 'api', path: '/v2/objects/deals/records', readOnly: false },
  exchangeCode: { method: 'POST', host: 'app', path: '/oauth/token', readOnly: false },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

/** A slug of Attio's (letters, digits, `_`, `-`) or a UUID, which has the same alphabet. */
const pathParameter = /^[A-Za-z0-9_-]{1,128}$/;

/**
 * The path of an operation with its parameters in place.
 * @throws TypeError when a parameter is missing or could be anything but one path segment.
 */
export function operationPath({ path }: Operation, parameters: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined || !pathParameter.test(value)) throw new TypeError(`Not a slug or id: parameter ${name}`);
    return value;
  });
}
