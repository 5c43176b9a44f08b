import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const yearS = 31_536_000;
const hourS = 3_600;

/**
 * The built files, `.br` or `.gz` when there is one and the browser takes it. Those under `/assets/` carry a hash in
 * their names and never change; the few at the root are named one by one, so that nothing else of the directory can be
 * asked for.
 */
export function addAssetRoutes(app: FastifyInstance, directory: string): void {
  const root = join(directory, 'assets');
  app.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.startsWith(root + sep);
      reply.header('cache-control', isHashed ? `public, max-age=${yearS}, immutable` : `public, max-age=${hourS}`);
    },
  });
  for (const file of readdirSync(directory, { withFileTypes: true })) {
    if (!file.isFile() || /^\.|\.(html|br|gz|map)$/.test(file.name)) continue;
    app.get(`/${file.name}`, (_request, reply) => reply.sendFile(file.name, directory));
  }
}
