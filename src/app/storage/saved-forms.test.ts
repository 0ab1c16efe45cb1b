/**
 * Every form in which this page ever saved, as the build of that day wrote it: `golden/DAY.json` has what its storage and
 * that of its tab held after the same edits. A saved form must open for ever. What changed, oldest first:
 *
 * - 2026-11-22: the first form; preferences without a version
 * - 2026-11-24: `beside`, the other architectures; the entry of the address bar
 * - 2026-11-25: `about` and `size` in pointers; preferences count versions
 * - 2026-11-27: `named` in documents, `own` in pointers
 * - 2026-11-30: `introduced` in preferences
 *
 * A build that saves in another form adds a file, and changes none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { printProgram } from '../../notation/text/print.ts';
import { applySetup } from '../document/setup.ts';
import { applyTextEdit } from '../document/text-edit.ts';
import { setArchitectureVisible } from '../navigation/architectures.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import type { KeyValue } from '../state/services.ts';
import { browser, done, openTab, stateOf, storage } from '../testing.ts';
import { readSnapshot, writeSnapshot } from './document-snapshot.ts';
import { createDocumentStorage } from './document-storage.ts';
import { readPreferences } from './preferences.ts';
import { checkForm, findOmissions } from './snapshot-form.ts';
import { checksum } from './stored-record.ts';

interface Golden {
  readonly local: Readonly<Record<string, string>>;
  readonly tab: Readonly<Record<string, string>>;
}

const FOLDER = join(import.meta.dirname, 'golden');
const days = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort();
const readDay = (day: string): Golden => JSON.parse(readFileSync(join(FOLDER, day), 'utf8'));
let time = 1_800_000_000_000;
let lastId = 0;
const openOn = (values: KeyValue) =>
  createDocumentStorage(values, { clock: { today: () => ++time }, newId: () => `new${++lastId}` });
const bytesOf = (values: ReadonlyMap<string, string>, id: string): unknown =>
  JSON.parse([...values].find(([key]) => key.includes(`/bytes/${id}/`))?.[1] ?? '');

describe.each(days)('storage of the build of %s', (day) => {
  const { local, tab } = readDay(day);
  const valuesOfDay = () => new Map(Object.entries(local));

  test('T4: a page opens it: the document of the tab, the list and the preferences', () => {
    const page = browser({ local: storage(valuesOfDay()), tab: storage(new Map(Object.entries(tab))) });
    const opened = openTab(page);
    expect(opened.text()).toBe('enable; enable; disable; enabel');
    expect(opened.state().document.program).toHaveLength(3);
    expect(opened.notices()).toEqual([]);
    expect(readPreferences(page.services.local)).toMatchObject({ theme: expect.not.stringMatching('system') });
    opened.app.documents.refresh();
    expect(opened.state().documents.map(({ unreadable }) => unreadable)).toEqual([null, null]);
    const other = opened.state().documents.find(({ here }) => !here);
    opened.app.documents.open(other?.id ?? '');
    expect(opened.text()).toContain('repeat 3 { pause; resume }; disable');
    opened.app.perform('redo');
    expect(opened.text()).toContain('sleep');
    opened.app.close();
  });

  test('T4: a document that is read and saved again keeps everything', () => {
    const values = valuesOfDay();
    const documents = openOn(storage(values));
    expect(documents.list()).toHaveLength(2);
    for (const { id } of documents.list()) {
      const before = bytesOf(values, id);
      const { stored, problem } = documents.load(id);
      expect(problem).toBeNull();
      if (!stored) throw new Error('nothing was read');
      expect(stored.bytes, 'all of it is known').not.toBeNull();
      documents.save(`copy${id}`, stored.snapshot, stored);
      expect(bytesOf(values, `copy${id}`)).toMatchObject(before as object);
      expect(openOn(storage(values)).load(id).stored?.snapshot).toEqual(stored.snapshot);
    }
  });
});

test('T4: this build saves in the form of `golden/written.txt`, byte for byte', async () => {
  const values = new Map(Object.entries(readDay(days.at(-1) ?? '').local));
  const documents = openOn(storage(values));
  const written = documents.list().map(({ id }) => {
    const { stored } = documents.load(id);
    return stored && writeSnapshot(stored.snapshot);
  });
  await expect(`${written.join('\n')}\n`).toMatchFileSnapshot(join(FOLDER, 'written.txt'));
});

test('T4: nothing that this build writes counts as unknown when it is read', () => {
  forAll(arbitraryProgram(), (program) => {
    let state = stateOf(printProgram(program));
    state = applyTransaction(state, setArchitectureVisible(state, { backend: 'xen-pv', era: '7.0' }, true));
    state = applyTransaction(state, applyTextEdit(state, 'enabel', 0));
    const json = writeSnapshot(state);
    const read = readSnapshot(json);
    expect(read.ok && findOmissions(json, read.value)).toBeNull();
    expect(checkForm(json)).toBeNull();
  });
});

type Fields = Record<string, unknown>;
const omit = (fields: Fields, ...names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** How each older form differs from the newest. */
const OLDER: readonly (readonly [day: string, bytes: readonly string[], pointer: readonly string[]])[] = [
  ['2026-11-22', ['beside', 'named'], ['about', 'size', 'own']],
  ['2026-11-24', ['named'], ['about', 'size', 'own']],
  ['2026-11-25', ['named'], ['own']],
  ['2026-11-27', [], []],
];

test.each(OLDER)(
  'T4: every program saved in the form of %s is kept when it is read and saved again',
  (_, bytes, pointer) => {
    forAll(arbitraryProgram(), (program) => {
      let state = stateOf(printProgram(program));
      for (const checks of ['off', 'kernel'] as const) state = applyTransaction(state, applySetup(state, { checks }));
      state = done(state, 'undo');
      const values = new Map<string, string>();
      openOn(storage(values)).save('a', state, null);
      const newest = bytesOf(values, 'a') as Fields;
      const steps = (entries: unknown) => (entries as Fields[]).map((entry) => omit(entry, ...bytes));
      const older = omit({ ...newest, past: steps(newest['past']), future: steps(newest['future']) }, ...bytes);
      const json = JSON.stringify(older);
      const olderPointer = omit(JSON.parse(values.get('lazymmu/1/doc/a') ?? ''), ...pointer);
      values.set('lazymmu/1/bytes/a/0', json);
      values.set('lazymmu/1/doc/a', JSON.stringify({ ...olderPointer, sum: checksum(json) }));
      const documents = openOn(storage(values));
      const { stored, problem } = documents.load('a');
      expect(problem).toBeNull();
      if (!stored) throw new Error('nothing was read');
      documents.save('b', stored.snapshot, stored);
      expect(bytesOf(values, 'b')).toMatchObject(older);
      expect([...values.keys()].some((key) => key.includes('/a'))).toBe(false);
    });
  },
);
