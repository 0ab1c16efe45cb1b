import { describe, expect, test } from 'vitest';
import { cName } from '../ir/compile.ts';
import { callbackCName } from '../ir/statements.ts';
import type { CallEvent } from '../model.ts';
import { bh, calls, describeRows, findingsOf, runOf, summariesOf } from '../testing.ts';

const range: CallEvent = { kind: 'call', helper: 'enable', range: { from: 0, to: 7 } };
const told = (revision: string, backend: string) =>
  describeRows(runOf({ revision, backend }, [range, range, ...calls('DD')]));

test('outermost the range goes to a callback of its own, deeper it is a plain enable; disable closes both', () => {
  expect(told('v7.2-ptes', 's390')).toEqual(['enter_with_ptes 1,0', '- 2,0', 'flush 1,0', 'leave 0,0']);
});

test('an architecture without that callback enters as ever', () => {
  expect(told('v7.2-ptes', 'xen-pv')).toEqual(['enter_with_ptes 1,0', '- 2,0', 'flush 1,0', 'leave 0,0']);
  const trace = runOf({ revision: 'v7.2-ptes', backend: 'powerpc-hash' }, [range]);
  expect(trace.world.simulation.preemption(trace.end, 'A')?.depth).toBe(1);
  expect(trace.end.tasks.A?.entered).toBe(true);
});

describe('where the revision has no such helper', () => {
  test('enable range is a plain enable, and the row says so', () => {
    const trace = runOf({ revision: 'v6' }, [range, ...calls('D')]);
    expect(describeRows(trace)).toEqual(['enter 1,0', 'leave 0,0']);
    expect(summariesOf(trace).map(({ why }) => why)).toEqual([
      'no lazy_mmu_mode_enable_with_ptes() in this revision: the range is ignored',
      null,
    ]);
  });
});

test('the checks and the pairing of enable range are those of enable', () => {
  const setup = { revision: 'v7.2-ptes', backend: 's390' } as const;
  expect(findingsOf(runOf(setup, [range, ...calls('PD')]))).toContain('3 ignored-call.disable');
  const rows = summariesOf(runOf(setup, [bh('off'), range]));
  expect(rows.at(-1)?.outcome).toBe('ignored');
});

test('helper and callback have the names of the series', () => {
  expect(cName('enable_with_ptes')).toBe('lazy_mmu_mode_enable_with_ptes');
  expect(callbackCName('enter_with_ptes')).toBe('arch_enter_lazy_mmu_mode_with_ptes');
  expect(callbackCName('flush')).toBe('arch_flush_lazy_mmu_mode');
});
