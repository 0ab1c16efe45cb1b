import { expect, test } from 'vitest';
import { newerVersions } from './newer-version.ts';

interface Options {
  readonly protocol?: string;
  readonly readyState?: DocumentReadyState;
  readonly refuses?: boolean;
}

/** A page whose browser has service workers, as far as they are looked at. */
function pageWith({ protocol = 'https:', readyState = 'complete', refuses = false }: Options = {}) {
  const said: string[] = [];
  const waiting = { postMessage: (message: unknown) => said.push(`to the new version: ${message}`) };
  const registration = Object.assign(new EventTarget(), {
    installing: null as EventTarget | null,
    waiting: null as typeof waiting | null,
  });
  const container = Object.assign(new EventTarget(), {
    controller: null as object | null,
    async register(address: string, { updateViaCache }: RegistrationOptions) {
      said.push(`register ${address}, ${updateViaCache}`);
      if (refuses) throw new DOMException('denied', 'SecurityError');
      return registration;
    },
  });
  const page = Object.assign(new EventTarget(), {
    location: { protocol, reload: () => said.push('reload') },
    document: { readyState },
    navigator: { serviceWorker: container },
  });
  return {
    said,
    container,
    page: page as unknown as Window,
    registration,
    loaded: () => page.dispatchEvent(new Event('load')),
    /** A version arrives, and is installed. */
    arrive() {
      const worker = new EventTarget();
      registration.installing = worker;
      registration.dispatchEvent(new Event('updatefound'));
      registration.installing = null;
      registration.waiting = waiting;
      worker.dispatchEvent(new Event('statechange'));
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('the worker is registered after the page has loaded, bypassing the HTTP cache', async () => {
  const { page, said, loaded } = pageWith({ readyState: 'interactive' });
  newerVersions(page, 'sw.js');
  expect(said).toEqual([]);
  loaded();
  await settled();
  expect(said).toEqual(['register sw.js, none']);
});

test.each([
  ['a page opened from disk', pageWith({ protocol: 'file:' }).page, 'sw.js'],
  ['a page without a worker', pageWith().page, null],
  ['a browser without service workers', Object.assign(pageWith().page, { navigator: {} }), 'sw.js'],
])('%s registers no worker', async (_what, page, worker) => {
  const { onReady } = newerVersions(page, worker);
  expect(onReady(() => expect.unreachable())).toBeTypeOf('function');
  await settled();
});

test('a rejected registration is not reported', async () => {
  const { page, said } = pageWith({ refuses: true });
  const { load } = newerVersions(page, 'sw.js');
  await settled();
  load();
  expect(said).toEqual(['register sw.js, none', 'reload']);
});

test('a later version is reported, the first one is not', async () => {
  const { page, container, registration, arrive } = pageWith();
  const { onReady } = newerVersions(page, 'sw.js');
  let told = 0;
  const end = onReady(() => {
    told += 1;
  });
  await settled();
  arrive();
  expect(told).toBe(0);
  registration.waiting = null;
  container.controller = {};
  arrive();
  expect(told).toBe(1);
  end();
  arrive();
  expect(told).toBe(1);
});

test('a version that was installed before the page loaded is reported', async () => {
  const { page, container, registration, arrive } = pageWith();
  arrive();
  container.controller = {};
  let told = 0;
  newerVersions(page, 'sw.js').onReady(() => {
    told += 1;
  });
  await settled();
  expect([told, registration.waiting]).toEqual([1, expect.anything()]);
});

test('the new version takes over before the page reloads', async () => {
  const { page, said, container, arrive } = pageWith();
  container.controller = {};
  const { load } = newerVersions(page, 'sw.js');
  await settled();
  arrive();
  load();
  expect(said).toEqual(['register sw.js, none', 'to the new version: take over']);
  container.dispatchEvent(new Event('controllerchange'));
  expect(said.at(-1)).toBe('reload');
});
