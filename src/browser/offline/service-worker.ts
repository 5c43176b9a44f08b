/// <reference lib="webworker" />

/**
 * Keeps what a page needs without a connection: the built files, and each page as the server last drew it for whoever is signed in.
 * With a connection the server's answer always comes first. Nothing of the API passes through here: what is sent waits in the
 * page's own storage.
 */
export {};

declare const self: ServiceWorkerGlobalScope;

/** The paths of the built files, filled in by the build. */
declare const builtFiles: readonly string[];
/** Changes with any of them. */
declare const buildId: string;

const filesOf = 'files-';
const files = filesOf + buildId;
const pages = 'pages';
const form = '/new';
const keptPages = [form, '/submissions', '/bulk', '/setup', '/links', '/preferences'];
const ownPages = ['/', ...keptPages];

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(files);
    await cache.addAll([...builtFiles]);
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
  const takeOver = async () => {
    // The build before this one stays: a kept page may still be of it.
    const builds = (await caches.keys()).filter((name) => name.startsWith(filesOf));
    await Promise.all(builds.slice(0, -2).map((name) => caches.delete(name)));
    await self.clients.claim();
    // The page that brought this worker was drawn before it could keep anything.
    if (!(await caches.has(pages))) await fetch(form).then((answer) => keepPage(form, answer));
  };
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  // Whoever signs out leaves no page of theirs behind.
  if (request.method === 'POST' && pathname === '/auth/sign-out') event.waitUntil(caches.delete(pages));
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && ownPages.includes(pathname)) event.respondWith(page(event, pathname));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
});

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** For whom, and by which locale, a page was drawn; null for the one for signing in, and one that tells of trouble: they are nobody's. */
const keptFor = (answer: Response | undefined): string | null => answer?.headers.get('dealslip-keep') ?? null;

/**
 * Keeps somebody's page, and all the others with it: without a connection each address shows its own page, of whoever signed in last, in
 * the language chosen last.
 */
async function keepPage(path: string, answer: Response): Promise<void> {
  const whom = keptFor(answer);
  if (whom === null) return;
  const cache = await caches.open(pages);
  await cache.put(path, answer);
  for (const other of keptPages) {
    const kept = await cache.match(other);
    if (keptFor(kept) === whom) continue;
    const anew = await fetch(other).catch(() => undefined);
    if (anew && keptFor(anew) === whom) await cache.put(other, anew);
    else if (kept) await cache.delete(other);
  }
}

/** What a proxy answers for a server that is not there, or does not answer. */
const unavailable: ReadonlySet<number> = new Set([502, 503, 504]);
/** How long a page is waited for that could be drawn as it was last, in milliseconds. */
const patienceMs = 10_000;

/**
 * The page as the server draws it now; as it was last where the server is out of reach, silent or not there behind its proxy, and the
 * form for one that was never seen.
 */
async function page(event: FetchEvent, pathname: string): Promise<Response> {
  const path = pathname === '/' ? form : pathname;
  const kept = async () => (await caches.match(path, { cacheName: pages })) ?? (await caches.match(form, { cacheName: pages }));
  // Not the browser's own preload: it asks twice for what does not pass through here, and a sign-in is good once.
  const asked = fetch(event.request);
  event.waitUntil(
    asked.then(
      (answer) => keepPage(path, answer.clone()),
      () => undefined,
    ),
  );
  const silence = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs, undefined));
  try {
    const answer = await Promise.race([asked, silence]);
    if (answer && !unavailable.has(answer.status)) return answer;
    return (await kept()) ?? answer ?? (await asked);
  } catch (error) {
    const last = await kept();
    if (last) return last;
    throw error;
  }
}
