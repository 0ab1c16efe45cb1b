import { describe, expect, test } from 'vitest';
import { undo } from '../document/history.ts';
import { applySetup } from '../document/setup.ts';
import { applyTransaction } from '../state/apply-transaction.ts';
import type { AppState } from '../state/state.ts';
import { visibleArchitectures } from '../state/visible-architectures.ts';
import { readSnapshot, writeSnapshot } from '../storage/document-snapshot.ts';
import { stateOf } from '../testing.ts';
import {
  architectureOptions,
  selectArchitecture,
  selectFindingsOf,
  setArchitectureVisible,
  showArchitectures,
} from './architectures.ts';

const XEN = { backend: 'xen-pv', era: '7.0' } as const;
const NONE = { backend: 'none', era: '7.0' } as const;
const then = applyTransaction;
const lanes = ({ document }: AppState) => visibleArchitectures(document).map(({ backend, era }) => `${backend} ${era}`);
const runs = ({ visibleRuns }: AppState) => visibleRuns.map(({ setup }) => `${setup.backend} ${setup.era}`);

describe('architectures side by side', () => {
  const state = stateOf('enable; set k1; disable', 2);

  test('visible architectures have a fixed order, and each has its run', () => {
    const both = then(state, setArchitectureVisible(state, XEN, true));
    const three = then(both, setArchitectureVisible(both, NONE, true));
    expect(lanes(three)).toEqual(['none 7.0', 'arm64 7.0', 'xen-pv 7.0']);
    expect(runs(three)).toEqual(lanes(three));
    const xen = then(three, selectArchitecture(three, XEN));
    expect([lanes(xen), xen.document.setup.backend]).toEqual([lanes(three), 'xen-pv']);
    expect(xen.trace).toBe(three.visibleRuns[2]);
    expect(xen.cursor).toEqual(three.cursor);
  });

  test('hiding the selected architecture selects another; the last one stays', () => {
    const both = then(state, setArchitectureVisible(state, XEN, true));
    const one = then(both, setArchitectureVisible(both, { backend: 'arm64', era: '7.0' }, false));
    expect([lanes(one), one.document.setup.backend]).toEqual([['xen-pv 7.0'], 'xen-pv']);
    expect(setArchitectureVisible(one, XEN, false)).toEqual({});
    expect(setArchitectureVisible(both, XEN, true)).toEqual({});
  });

  test('selecting the findings of another architecture goes to its next one, or its first, or stays', () => {
    const text = 'enable; sleep; disable; enable; sleep; disable';
    const from = (row: number) => {
      const start = stateOf(text, row);
      const both = then(start, setArchitectureVisible(start, XEN, true));
      return then(both, selectFindingsOf(both, XEN));
    };
    const rows = [1, 3, 6].map((row) => from(row).cursor.slot + 1);
    expect(rows).toEqual([2, 5, 2]);
    expect(from(1).document.setup.backend).toBe('xen-pv');
    expect(then(state, selectFindingsOf(state, NONE)).cursor).toEqual(state.cursor);
  });

  test('showing an architecture is an edit with a label that can be undone', () => {
    const both = then(state, setArchitectureVisible(state, XEN, true));
    expect(both.past.at(-1)?.name).toBe('show x86, Xen PV 7.0');
    expect(lanes(then(both, undo(both)))).toEqual(['arm64 7.0']);
  });

  test('other architectures follow the kernel release; those that the revision cannot run on are hidden and named', () => {
    const all = then(state, showArchitectures(state, 'show all', [XEN, NONE]));
    const later = then(all, applySetup(all, { era: '7.1' }));
    expect(lanes(later)).toEqual(['none 7.1', 'arm64 7.1', 'xen-pv 7.1']);
    const pending = then(all, applySetup(all, { revision: 'v7.2-ptes' }));
    expect(lanes(pending)).toEqual(['none s390', 'arm64 s390', 'xen-pv s390']);
    const s390 = then(pending, setArchitectureVisible(pending, { backend: 's390', era: 's390' }, true));
    const back = then(s390, applySetup(s390, { revision: 'v6' }));
    expect(lanes(back)).toEqual(['none 7.0', 'arm64 7.0', 'xen-pv 7.0']);
    expect(back.notices.map(({ text }) => text)).toEqual([
      'No longer visible, because v6 cannot run there: s390, pending.',
    ]);
  });

  test('visible architectures survive saving; unknown ones are dropped', () => {
    const all = then(state, showArchitectures(state, 'show all', [XEN, NONE]));
    const read = readSnapshot(writeSnapshot(all));
    expect(read.ok && read.value.document.otherArchitectures).toEqual(all.document.otherArchitectures);
    const strange = writeSnapshot(all).replaceAll('"none"', '"vax"');
    const less = readSnapshot(strange);
    expect(less.ok && less.value.document.otherArchitectures).toEqual([XEN]);
  });

  test('every architecture is offered, the impossible ones with the reason', () => {
    const offers = architectureOptions(state);
    expect(offers.find(({ backend }) => backend === 's390')?.impossible).toMatch(/not simulated for kernel 7\.0/);
    expect(offers.filter(({ shown }) => shown)).toMatchObject([{ backend: 'arm64', main: true, impossible: null }]);
    expect(offers.filter(({ backend }) => backend === 'arm64').map(({ era }) => era)).toEqual(['7.0', '7.1']);
    const old = then(state, showArchitectures(state, 'two eras', [{ backend: 'xen-pv', era: '7.1' }]));
    expect(architectureOptions(old).find(({ era, backend }) => era === '7.1' && backend === 'xen-pv')?.shown).toBe(
      true,
    );
  });
});
