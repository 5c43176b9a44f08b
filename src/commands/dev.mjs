// @ts-check
/** `npm run dev`: as `npm start`, with the page and the server reloaded as their sources change. */
import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { installIfNeeded } from './install-if-needed.mjs';

await installIfNeeded();
const { createServer } = await import('vite');

const port = Number(process.env.PORT || 4310);
const serverPort = port + 2;
const origin = `http://127.0.0.1:${port}`;
const behind = `http://127.0.0.1:${serverPort}`;

/** The page as it stands in the sources: Vite serves its scripts. */
const pageSources = ['--page-template', 'index.html', '--page-render', 'src/browser/render.tsx'];

const program = spawn(process.execPath, ['--import', 'tsx', '--watch', 'src/main.ts', '--sandbox', ...pageSources], {
  env: { ...process.env, PORT: String(serverPort), PUBLIC_URL: origin },
  stdio: 'inherit',
});
program.once('exit', (code) => process.exit(code ?? 1));

const vite = await createServer({
  appType: 'custom',
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    proxy: { '^/(api|auth|health)(/|$)': { target: behind, changeOrigin: false } },
  },
});

/**
 * The server's document, asked for under the address that the browser uses (fetch cannot set Host).
 * @param {string} path
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @returns {Promise<{ status: number, html: string }>}
 */
const documentAt = (path, headers) =>
  new Promise((resolve, reject) => {
    const asked = get(`${behind}${path}`, { headers: { ...headers, 'accept-encoding': 'identity' } }, async (answer) => {
      let html = '';
      for await (const chunk of answer.setEncoding('utf8')) html += chunk;
      resolve({ status: answer.statusCode ?? 502, html });
    });
    asked.once('error', reject);
  });

/** Vite adds its own scripts to the documents; the strict policy of production would stop those. */
vite.middlewares.use(async (request, response, next) => {
  const path = request.url ?? '/';
  if (!/^\/(new|submissions|setup)?(\?|$)/.test(path)) return next();
  try {
    const { status, html } = await documentAt(path, request.headers);
    const transformed = await vite.transformIndexHtml(path, html);
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(transformed);
  } catch (error) {
    next(error);
  }
});
await vite.listen();
console.log(`ready ${origin}`);

const stop = () => {
  program.kill('SIGTERM');
  void vite.close();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
