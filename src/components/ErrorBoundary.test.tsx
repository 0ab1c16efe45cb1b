import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { ErrorBoundary } from './ErrorBoundary.tsx';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

test('a failing panel says so, leaves its neighbour alone, and renders again on request', async () => {
  let broken = true;
  const Fragile = () => {
    if (broken) throw new Error('no slot 7 in a trace of 6');
    return <p>drawn</p>;
  };
  const host = document.createElement('div');
  const root = createRoot(host, { onCaughtError: () => undefined });
  await act(async () =>
    root.render(
      <>
        <ErrorBoundary name="Timeline">
          <Fragile />
        </ErrorBoundary>
        <p>neighbour</p>
      </>,
    ),
  );
  expect(host.querySelector('[role=alert]')?.textContent).toContain('Timeline could not be displayed.');
  expect(host.textContent).toContain('no slot 7 in a trace of 6');
  expect(host.textContent).toContain('neighbour');

  broken = false;
  await act(async () => host.querySelector('button')?.click());
  expect(host.textContent).toBe('drawnneighbour');
  await act(async () => root.unmount());
});
