import { act, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { openTab } from '../app/testing.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { AppContext } from './hooks/context.ts';
import { lazyComponent, prefetchComponents } from './lazy-component.tsx';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

/** A fetch that ends when the test says so. */
function fetching() {
  let end: { come(): void; fail(): void } = { come: () => undefined, fail: () => undefined };
  let asked = 0;
  const Part = lazyComponent(() => {
    asked += 1;
    return new Promise<{ default: ComponentType<{ readonly name: string }> }>((resolve, reject) => {
      end = {
        come: () => resolve({ default: ({ name }) => <p>{name} is there</p> }),
        fail: () => reject(new Error('no network')),
      };
    });
  });
  return { Part, asked: () => asked, end: () => end };
}

const host = document.body.appendChild(document.createElement('div'));
const newRoot = () => createRoot(host, { onCaughtError: () => undefined });
let root = newRoot();
afterEach(async () => {
  await act(async () => root.unmount());
  root = newRoot();
});
const draw = (node: React.ReactNode) => act(async () => root.render(node));

// First: it loads the components of the whole file.
test('all components are loaded while the page is idle, also those after one that fails', async () => {
  const [first, second] = [fetching(), fetching()];
  const { app, page } = openTab();
  const end = prefetchComponents(app.scheduler);
  // Components of other files may be known, too, and take the time of their files.
  await vi.waitFor(
    () => {
      page.wait(0);
      first.end().fail();
      expect([first.asked(), second.asked()]).toEqual([1, 1]);
    },
    { timeout: 20_000, interval: 5 },
  );
  end();
});

test('the fallback disappears once the component has loaded; a second instance renders at once', async () => {
  const { Part, asked, end } = fetching();
  await draw(<Part name="it" fallback={<i>soon</i>} />);
  expect(host.textContent).toBe('soon');
  await act(async () => end().come());
  expect(host.textContent).toBe('it is there');
  await draw(<Part key="other" name="the other" fallback={<i>soon</i>} />);
  expect([host.textContent, asked()]).toEqual(['the other is there', 1]);
});

test('T23: the error boundary reports a failed load, offers to reload the page with the work, and retries', async () => {
  const { app, page } = openTab();
  const { Part, asked, end } = fetching();
  await draw(
    <AppContext value={app}>
      <ErrorBoundary name="It">
        <Part name="it" />
      </ErrorBoundary>
    </AppContext>,
  );
  await act(async () => end().fail());
  expect(host.textContent).toContain('It could not be loaded.');
  expect(host.textContent).toContain('no network');
  const [reload, retry] = host.querySelectorAll('button');
  app.perform('add-sleep');
  await act(async () => reload?.click());
  expect(page.loads).toEqual([expect.stringContaining('/')]);
  expect(openTab(page).text()).toContain('sleep');
  await act(async () => retry?.click());
  await act(async () => end().come());
  expect([host.textContent, asked()]).toEqual(['it is there', 2]);
});
