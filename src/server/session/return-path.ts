import { paths } from '../../contract/paths.ts';

/**
 * Where to go after signing in: the given address when it is a path of ours and nothing else, `/new` otherwise.
 * Browsers read `\` as `/`, drop tabs and line breaks, and servers on the way may decode `%2f` and `%5c`, so an address
 * with any of these is not argued with.
 */
export function returnPath(given: unknown, publicUrl: string): string {
  if (typeof given !== 'string' || given.length > 512) return paths.newDeal;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(given) || /[\\@<>"'`]|%(2f|5c|0\d|1[\da-f]|25)|\/\/|\/\.{1,2}(\/|$)/i.test(given)) {
    return paths.newDeal;
  }
  const url = new URL(given, publicUrl);
  if (url.origin !== publicUrl || url.pathname.startsWith('/auth/') || url.pathname.startsWith('/api/')) return paths.newDeal;
  return url.pathname + url.search + url.hash;
}
