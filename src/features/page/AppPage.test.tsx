import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTab } from '../../app/testing.ts';
import { AppContext } from '../../components/hooks/context.ts';
import { AppPage } from './AppPage.tsx';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

const host = document.createElement('div');
let tab: ReturnType<typeof openTab>;
let root: ReturnType<typeof createRoot>;

beforeEach(async () => {
  document.body.append(host);
  tab = openTab();
  root = createRoot(host);
  await act(async () =>
    root.render(
      <AppContext value={tab.app}>
        <AppPage />
      </AppContext>,
    ),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
  tab.app.close();
});

const region = (name: string) => host.querySelector(`section[aria-label="${name}"]`);
const press = (key: string) =>
  act(async () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
const button = (name: string) =>
  [...host.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);

test('every panel is a region with a name', () => {
  const names = [...host.querySelectorAll('section')].map((section) => section.getAttribute('aria-label'));
  expect(names).toEqual(['Program', 'Problems', 'Timeline', 'Plain text for email', 'Inspector']);
});

test('a key steps, and every panel follows', async () => {
  await press('Home');
  await press('ArrowRight');
  await act(async () => tab.page.wait(0));
  expect(region('Inspector')?.querySelector('h2')?.textContent).toBe('Event 1 · lazy_mmu_mode_enable()');
  expect(region('Plain text for email')?.querySelector('[aria-current=step]')?.textContent).toMatch(
    /^1 +lazy_mmu_mode_enable/,
  );
  expect(host.querySelector('[role=status][aria-live]')?.textContent).toContain('Step 1 of 6');
});

test('a button of the palette inserts at the caret', async () => {
  await press('Home');
  await act(async () => button('pause')?.click());
  expect(tab.text()).toMatch(/^pause; enable;/);
});

test('an unavailable command keeps its button, which says why', async () => {
  await press('Home');
  const back = button('Step back');
  expect(back?.getAttribute('aria-disabled')).toBe('true');
  expect(back?.getAttribute('aria-description')).toBe('Already at the start');
});

test('the page is titled with the document', () => {
  expect(document.title).toBe(`${tab.state().document.title} · Lazy MMU Visualiser`);
});
