import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * Puts the styles into the document (the first paint then waits for nothing; the server hashes them into its CSP) and the
 * script last, with low priority: the page is readable and can be typed into before it runs.
 */
function inlineStylesScriptLast(): Plugin {
  return {
    name: 'inline-styles-script-last',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        let document = html;
        for (const [name, file] of Object.entries(bundle ?? {})) {
          if (file.type !== 'asset' || !name.endsWith('.css')) continue;
          const link = new RegExp(`\\s*<link[^>]*href="/${name}"[^>]*>`);
          document = document.replace(link, `\n    <style>${String(file.source).trim()}</style>`);
          delete bundle?.[name];
        }
        const script = /\s*<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/;
        const source = script.exec(document)?.[1];
        return document
          .replace(script, '')
          .replace('</body>', `  <script type="module" fetchpriority="low" src="${source}"></script>\n  </body>`);
      },
    },
  };
}

/** Compiles the sentences of a catalogue, so that no parser of them is needed where they are said. */
function compileCatalogues(): Plugin {
  return {
    name: 'compile-catalogues',
    enforce: 'pre',
    transform: {
      filter: { id: /\/words\/catalogues\/.*\.json$/ },
      handler(source) {
        const messages = Object.entries<string>(JSON.parse(source));
        const compiled = messages.map(([key, message]) => [key, compileMessage(message)]);
        return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
      },
    },
  };
}

/** Compresses the assets once, at the highest level, so that serving them costs nothing. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    writeBundle({ dir }) {
      const assets = join(dir ?? '', 'assets');
      for (const name of readdirSync(assets).filter((file) => file.endsWith('.js'))) {
        const path = join(assets, name);
        const bytes = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      }
    },
  };
}

/**
 * What comes with the first key (`browser/later.tsx`), in one file: schemas, readers, sending, what is said of it, the receipt. Only
 * the numbering plans are left out, which are large and hardly ever needed.
 */
const withFirstKey = {
  name: 'with-first-key',
  test: new RegExp(
    [
      'node_modules[\\\\/](?:zod|@tanstack)',
      'src[\\\\/]attributes[\\\\/](?!.*numbering-plans).*\\.ts$',
      'src[\\\\/]contract',
      'src[\\\\/]words[\\\\/](?:field-error-message)',
      'src[\\\\/]browser[\\\\/](?:api|submissions|receipt|pins)[\\\\/]',
      'src[\\\\/]browser[\\\\/]deal-form[\\\\/](?:judge-entries|with-name|EndedSendNotice|ErrorSummary|DraftsBar|WaitingDeals|send-left-behind)',
      'src[\\\\/]browser[\\\\/]paste-fill[\\\\/]PasteDialog',
    ].join('|'),
  ),
};

/** Tells the service worker, which is built last, what else was built. */
function listBuiltFiles(): Plugin {
  return {
    name: 'list-built-files',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'worker',
    renderChunk(code) {
      const built = readdirSync('dist/client/assets')
        .filter((file) => file.endsWith('.js'))
        .map((file) => `/assets/${file}`);
      const buildId = createHash('sha256').update(built.join()).digest('hex').slice(0, 12);
      return code.replaceAll('builtFiles', JSON.stringify(built)).replaceAll('buildId', JSON.stringify(buildId));
    },
  };
}

const nodeTarget = 'node20.19';

export default defineConfig({
  plugins: [compileCatalogues(), react(), tailwindcss(), inlineStylesScriptLast(), precompress(), listBuiltFiles()],
  appType: 'custom',
  environments: {
    // What the browser loads.
    client: {
      build: {
        outDir: 'dist/client',
        target: 'baseline-widely-available',
        modulePreload: false,
        assetsInlineLimit: 0,
        reportCompressedSize: false,
        // What the first paint needs is one file, also what parts that come later share with it.
        // What comes with the first key is another, rather than a dozen that share with each other, and come one after the other.
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'], priority: 1 }, withFirstKey] } },
        },
      },
    },
    // What keeps the page for times without a connection: a script of its own, at the root so that it may see every page.
    worker: {
      consumer: 'client',
      build: {
        outDir: 'dist/client',
        target: 'baseline-widely-available',
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: { 'service-worker': 'src/browser/offline/service-worker.ts' },
          output: { format: 'iife', entryFileNames: '[name].js' },
        },
      },
    },
    // The page drawn on the server: React and all, in one file, so that production needs no browser library installed.
    render: {
      consumer: 'server',
      resolve: { noExternal: true },
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: 'dist/render',
        target: nodeTarget,
        emptyOutDir: true,
        copyPublicDir: false,
        rolldownOptions: { input: { render: 'src/browser/render.tsx' } },
      },
    },
    // The front door, and the sandbox's own. With their packages inside they start in half the time, which is what a rep
    // waits for after a crash; libsql's binary stays outside, and pg only asks whether its native twin is there.
    server: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['libsql', 'pg-native'] },
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: 'dist/server',
        target: nodeTarget,
        emptyOutDir: true,
        copyPublicDir: false,
        rolldownOptions: { input: { main: 'src/main.ts', sandbox: 'src/sandbox/main.ts' } },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'worker', 'render', 'server']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
  test: {
    // Against hanging, not against slowness: a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['src/words/speak-english.ts'],
    projects: [
      // No test changes what another can see, so the files share their modules: half the time of isolated ones.
      { extends: true, test: { name: 'node', environment: 'node', isolate: false, include: ['src/**/*.test.ts'] } },
      { extends: true, test: { name: 'dom', environment: 'happy-dom', include: ['src/**/*.test.tsx'] } },
    ],
  },
});
