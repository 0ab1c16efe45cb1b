import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTab } from '../../app/testing.ts';
import { AppContext } from '../../components/hooks/context.ts';
import CompareDialog from './CompareDialog.tsx';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

const host = document.createElement('div');
let tab: ReturnType<typeof openTab>;
let root: ReturnType<typeof createRoot>;

beforeEach(async () => {
  document.body.append(host);
  tab = openTab();
  tab.app.editText('enable; pause; enable; disable; resume; disable');
  tab.app.perform('compare');
  root = createRoot(host);
  await act(async () =>
    root.render(
      <AppContext value={tab.app}>
        <CompareDialog />
      </AppContext>,
    ),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
  tab.app.close();
});

const texts = (selector: string) => [...host.querySelectorAll(selector)].map(({ textContent }) => textContent);
const button = (name: string) =>
  [...host.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
const click = (name: string) => act(async () => button(name)?.click());
const rowNames = () => texts('.compare-table tbody th code');

test('every event has a row, and a difference is marked with a word and a sentence', () => {
  expect(rowNames()).toEqual(['enable', 'pause', 'enable', 'disable', 'resume', 'disable']);
  expect(texts('.compare-table td:last-child .compare-mark')).toEqual([
    '≈ internal only',
    '≈ internal only',
    '≠ differs',
    '≠ differs',
    '≈ internal only',
    '≈ internal only',
  ]);
  expect(texts('.compare-words li > span')[0]).toBe('v6 ignores the call; v4 warns and increments the count.');
  expect(texts('.compare-summary')[0]).toContain('2 of 6 rows differ');
});

test('columns are headed by subject and date', () => {
  expect(texts('.compare-table .compare-subject')[1]).toContain('[PATCH v4 00/12]');
  expect(texts('.compare-table .compare-date')).toEqual(['2025-12-15', '2025-10-29']);
});

test('the table shows only the differences on demand', async () => {
  await act(async () => host.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
  expect(rowNames()).toEqual(['enable', 'disable']);
});

test('a column can be added and removed, but the last one stays', async () => {
  expect(button('Remove column 2')?.getAttribute('aria-description')).toBe('The last column cannot be removed');
  await click('Add column');
  expect(texts('.compare-name')).toEqual(['v6', 'v4', 'v7.2']);
  await click('Remove column 2');
  expect(texts('.compare-name')).toEqual(['v6', 'v7.2']);
});

test('the name of a row goes to its event on the page', async () => {
  await act(async () => host.querySelector<HTMLElement>('[data-row="3"]')?.click());
  expect(tab.state().dialog).toBeNull();
  expect(tab.at()).toBe('2');
});

test('a column’s name opens the program under its setup', async () => {
  await click('v4');
  expect(tab.state().document.setup.revision).toBe('v4');
  expect(tab.state().dialog).toBeNull();
});

test('the button copies the text and says so', async () => {
  await click('Copy text');
  expect(tab.page.clipboard.at(-1)).toContain('v6 against v4 [1]: 2 of 6 rows differ');
  expect(texts('.compare-copy [aria-live]')).toEqual(['Copied.']);
});
