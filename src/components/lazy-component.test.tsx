import { act, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { lazyComponent } from './lazy-component.tsx';

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

test('the fallback disappears once the component has loaded; a second instance renders at once', async () => {
  const { Part, asked, end } = fetching();
  await draw(<Part name="it" fallback={<i>soon</i>} />);
  expect(host.textContent).toBe('soon');
  await act(async () => end().come());
  expect(host.textContent).toBe('it is there');
  await draw(<Part key="other" name="the other" fallback={<i>soon</i>} />);
  expect([host.textContent, asked()]).toEqual(['the other is there', 1]);
});

test('the error boundary reports a failed load, and rendering again retries', async () => {
  const { Part, asked, end } = fetching();
  await draw(
    <ErrorBoundary name="It">
      <Part name="it" />
    </ErrorBoundary>,
  );
  await act(async () => end().fail());
  expect(host.textContent).toContain('It could not be displayed.');
  expect(host.textContent).toContain('no network');
  await act(async () => host.querySelector('button')?.click());
  await act(async () => end().come());
  expect([host.textContent, asked()]).toEqual(['it is there', 2]);
});
