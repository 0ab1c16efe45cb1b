import { expect, test } from 'vitest';
import { presenceIn } from './presence.ts';

/** Locks as browsers have them, as far as they are used. */
function locks() {
  const held: { name: string }[] = [];
  return {
    async request(name: string, _options: unknown, use: () => Promise<void>) {
      const lock = { name };
      held.push(lock);
      await use();
      held.splice(held.indexOf(lock), 1);
    },
    query: async () => ({ held: [...held, { name: 'of another page' }] }),
  };
}
const tabWith = (shared: unknown) => presenceIn({ navigator: { locks: shared } as never });

test('a tab sees the documents of other tabs, and its own one only if another tab has it open too', async () => {
  const shared = locks();
  const [a, b] = [tabWith(shared), tabWith(shared)];
  a.hold('x');
  b.hold('y');
  expect([await a.elsewhere(), await b.elsewhere()]).toEqual([new Set(['y']), new Set(['x'])]);
  b.hold('x');
  await Promise.resolve();
  await Promise.resolve();
  expect(await a.elsewhere()).toEqual(new Set(['x']));
  b.hold(null);
  await Promise.resolve();
  await Promise.resolve();
  expect(await a.elsewhere()).toEqual(new Set());
});

test('without Web Locks no other tab is visible, and nothing throws', async () => {
  const denied = {
    request: async () => {
      throw new DOMException('denied', 'SecurityError');
    },
    query: async () => {
      throw new DOMException('denied', 'SecurityError');
    },
  };
  for (const none of [undefined, denied]) {
    const tab = tabWith(none);
    tab.hold('x');
    tab.hold(null);
    expect(await tab.elsewhere()).toEqual(new Set());
  }
});
