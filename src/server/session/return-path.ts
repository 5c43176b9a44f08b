import { longestLink, paths } from '../../contract/paths.ts';

/**
 * Where to go after signing in: the given address when it is a path of ours and nothing else, `/new` otherwise.
 * Browsers read `\` as `/`, drop tabs and line breaks, and servers on the way may decode `%2f` and `%5c`, so a path
 * with any of these is not argued with. A query may hold any text, since a link brings a whole deal: it is written anew, so that
 * nothing but letters, digits, `*-._+=&` and escapes is left of it.
 */
export function returnPath(given: unknown, publicUrl: string): string {
  if (typeof given !== 'string' || given.length > longestLink) return paths.newDeal;
  const [path = '', ...rest] = given.split('?');
  if (path.length > 512 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(given)) return paths.newDeal;
  if (/[\\@<>"'`]|%(2f|5c|0\d|1[\da-f]|25)|\/\/|\/\.{1,2}(\/|$)/i.test(path)) return paths.newDeal;
  const url = new URL(path, publicUrl);
  if (url.origin !== publicUrl || url.pathname.startsWith('/auth/') || url.pathname.startsWith('/api/')) return paths.newDeal;
  const query = new URLSearchParams(rest.join('?').replace(/#.*/, '')).toString();
  return url.pathname + (query && `?${query}`) + url.hash;
}
