import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const yearS = 31_536_000;

/**
 * The built files. Those under `/assets/` carry a hash in their names and never change; the few at the root are named
 * one by one, so that nothing else of the directory can be asked for.
 */
export function addAssetRoutes(app: FastifyInstance, directory: string): void {
  app.register(fastifyStatic, {
    root: join(directory, 'assets'),
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply) => {
      reply.header('cache-control', `public, max-age=${yearS}, immutable`);
    },
  });
  for (const file of readdirSync(directory, { withFileTypes: true })) {
    if (!file.isFile() || /(^\.|\.(html|br|gz|map)$)/.test(file.name)) continue;
    app.get(`/${file.name}`, (_request, reply) => {
      reply.header('cache-control', 'public, max-age=3600');
      return reply.sendFile(file.name, directory, { cacheControl: false });
    });
  }
}
