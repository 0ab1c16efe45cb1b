/**
 * The service worker: keeps one build of the application, whole, so that the page needs no network once it was here.
 * A page runs on the files of one version from its start to its end. It imports nothing, and no page imports it.
 */
export {};

declare const self: ServiceWorkerGlobalScope;
/** Written before this file by `scripts/service-worker-plugin.ts`; paths are relative to this file. */
declare const BUILD: {
  readonly version: string;
  readonly files: readonly (readonly [path: string, integrity: string])[];
};

const { scope } = self.registration;
/** Several copies of the application may be at one origin, in folders of their own. */
const FAMILY = `lazy-mmu-visualiser ${scope} `;
const OWN = FAMILY + BUILD.version;
const files = new Map(BUILD.files.map(([path, integrity]) => [new URL(path, scope).href, integrity]));
/** Names of files in here change with what is in them: one of an older version can be mistaken for no other. */
const HASHED = new URL('assets/', scope).href;

/** The page that agreed to this version. It is about to be loaded anew, so it needs no old files. */
let agreed: string | null = null;

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())));

// Without this message a new version waits until no page is open that runs on the old one.
self.addEventListener('message', (event) => {
  if (event.data !== 'take over') return;
  agreed = event.source instanceof Client ? event.source.id : null;
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = addressOf(request);
  if (!files.has(url) && !url.startsWith(HASHED)) return;
  event.respondWith(answer(url, request));
  if (request.mode === 'navigate') event.waitUntil(tidy());
});

/** All files or none: one that is missing, or is not of this build, and the version is not installed. */
async function install(): Promise<void> {
  const cache = await caches.open(OWN);
  // A version that comes back after a newer one may be in use still.
  if ((await cache.keys()).length === files.size) return;
  // Neither a copy of the browser's nor another address will do.
  const options = { cache: 'no-cache', redirect: 'error' } as const;
  try {
    await cache.addAll([...files].map(([url, integrity]) => new Request(url, { ...options, integrity })));
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

/** The address without what the page makes of it by itself. */
function addressOf({ url, mode }: Request): string {
  const address = new URL(url);
  address.hash = '';
  if (mode === 'navigate') address.search = '';
  return address.href === new URL('index.html', scope).href ? scope : address.href;
}

/** From this version; else from an older one, which a page may still run on; the network is asked last. */
async function answer(url: string, request: Request): Promise<Response> {
  const options = { ignoreVary: true };
  const own = await caches.match(url, { ...options, cacheName: OWN });
  return own ?? (await caches.match(url, options)) ?? fetch(request);
}

/** Older versions go as soon as no page can be running on one. */
async function tidy(): Promise<void> {
  // What comes after this version has its files to itself.
  if (self.registration.installing || self.registration.waiting) return;
  const pages = await self.clients.matchAll({ type: 'window' });
  if (pages.some(({ id }) => id !== agreed)) return;
  const old = (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== OWN);
  await Promise.all(old.map((name) => caches.delete(name)));
}
