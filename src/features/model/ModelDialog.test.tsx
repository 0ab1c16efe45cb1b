import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEFT_OUT, MODEL, SIMPLIFIED, UNKNOWN } from '../../content/modelled.ts';
import { remarks } from '../../content/remarks/index.ts';
import { backends } from '../../engine/backends/index.ts';
import ModelDialog from './ModelDialog.tsx';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

const host = document.createElement('div');
const root = createRoot(host);

beforeAll(() => act(async () => root.render(<ModelDialog />)));
afterAll(() => act(async () => root.unmount()));

const textsOf = (selector: string) => [...host.querySelectorAll(selector)].map(({ textContent }) => textContent);
const cellsOf = (row: Element) => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent);

test('every backend has a row with its own text in every cell', () => {
  const rows = [...host.querySelectorAll('tbody tr')];
  expect(rows).toHaveLength(backends.all.length);
  backends.all.forEach((backend, i) => {
    const { title, defers, where, source } = backend;
    const { sentOut, early, nestedBefore } = remarks.get(backend.id);
    const cells = cellsOf(rows[i] as Element);
    expect(cells).toEqual([title, defers, where, sentOut, early, nestedBefore, expect.any(String), source]);
    for (const era of Object.keys(backend.eras)) expect(cells[6]).toContain(era);
  });
});

test('every inferred sentence is listed under its backend', () => {
  const sections = [...host.querySelectorAll('.model-inferred section')];
  for (const { id, title } of backends.all) {
    const { inferred } = remarks.get(id);
    const section = sections.find((one) => one.querySelector('h4')?.textContent === title);
    const sentences = [...(section?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent);
    expect(sentences).toEqual(inferred.length > 0 ? inferred : ['Nothing is inferred.']);
  }
});

test('every point of the content appears once', () => {
  const points = [...SIMPLIFIED, LEFT_OUT, UNKNOWN].flatMap((part) => part.points);
  expect(textsOf('dt')).toEqual(points.map(({ about }) => about));
  expect(textsOf('dd')).toEqual(points.map(({ says }) => says));
  expect(textsOf('p')).toContain(MODEL);
});

test('the headings are in order below the title of the dialog', () => {
  expect(textsOf('h3')).toEqual(['Architectures compared', 'Simplified', 'Inferred', 'Left out', 'Unknown']);
  expect(host.querySelectorAll('h1, h2, h5')).toHaveLength(0);
});
