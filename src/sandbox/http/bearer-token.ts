/** The token of an `Authorization` header: Bearer, or HTTP Basic with the token as user name (docs.attio.com/rest-api/guides/authentication). */
export function bearerToken(authorization: string | undefined): string | undefined {
  const [, scheme = '', credentials = ''] = /^(\S+)\s+(\S+)\s*$/.exec(authorization ?? '') ?? [];
  if (/^bearer$/i.test(scheme)) return credentials;
  if (/^basic$/i.test(scheme)) return Buffer.from(credentials, 'base64').toString().split(':')[0];
  return undefined;
}
