import type { FastifyInstance } from 'fastify';

/**
 * Watches the routes being registered, and afterwards tells which methods an address takes: none when there is nothing
 * at it. Fastify answers 404 to a wrong method; HTTP has 405 for it (RFC 9110, section 15.5.6).
 */
export function watchMethods(app: FastifyInstance): (path: string) => string[] {
  const templates = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = templates.get(url) ?? new Set<string>();
    for (const one of [method].flat()) methods.add(one);
    templates.set(url, methods);
  });
  return (path) => {
    const segments = path.split('/');
    for (const [template, methods] of templates) {
      const parts = template.split('/');
      if (template.includes('*') || parts.length !== segments.length) continue;
      if (parts.every((part, index) => part.startsWith(':') || part === segments[index])) return [...methods].sort();
    }
    return [];
  };
}
