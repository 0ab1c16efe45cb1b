/** The check macros of include/linux/mmdebug.h in every mode. */
import { describe, expect, test } from 'vitest';
import type { Setup } from '../model.ts';
import { calls, describeRows, findingsOf, irq, runOf, summariesOf, switchTo } from '../testing.ts';

const told = (choice: Partial<Setup>, letters: string) => describeRows(runOf(choice, calls(letters)));
const over = (choice: Partial<Setup>, letters: string) => runOf(choice, calls(letters)).end.over;

describe('kernel', () => {
  test('a BUG ends the task with the state as it was, a WARN goes on', () => {
    expect(told({ revision: 'v3' }, 'DE')).toEqual(['BUG 0,0']);
    expect(told({ revision: 'v4' }, 'DE')).toEqual(['WARN_ONCE+WARN+flush 255,0', 'WARN_ONCE+WARN 0,0']);
    expect([over({ revision: 'v3' }, 'D'), over({ revision: 'v4' }, 'D')]).toEqual(['bug', null]);
  });

  test('a once-check prints once a site: silent the second time, though its condition holds', () => {
    const rows = summariesOf(runOf({}, calls('DED')));
    expect(rows[0]?.checks).toEqual([
      {
        macro: 'VM_WARN_ON_ONCE',
        condition: 'enable_count == 0',
        reason: 'disable() must not be called when enable_count is 0.',
        statement: 2,
        fired: true,
        silent: false,
      },
    ]);
    // The enable in between is another site, which has not printed yet.
    expect(rows[1]?.checks).toMatchObject([{ condition: 'enable_count == U8_MAX', fired: true, silent: false }]);
    expect(rows[2]?.checks).toMatchObject([{ condition: 'enable_count == 0', fired: true, silent: true }]);
  });

  test('the site is that of the kernel, not of the task', () => {
    const rows = summariesOf(runOf({}, [...calls('D'), switchTo('B'), ...calls('D')]));
    expect(rows.at(-1)).toMatchObject({ task: 'B', checks: [{ silent: true }] });
  });

  test('which sites have printed does not depend on the order in which they did', () => {
    const sites = (letters: string) => runOf({}, calls(letters)).end.once;
    expect([sites('DR'), sites('RD'), sites('DED')]).toEqual([
      ['disable.2', 'resume.2'],
      ['resume.2'],
      ['disable.2', 'enable.2'],
    ]);
    expect(runOf({ revision: 'v4' }, calls('DE')).end.once).toEqual(['disable.2', 'enable.2']);
  });

  test('a finding names the clause, the values and the statement', () => {
    const rows = summariesOf(runOf({}, calls('D')));
    expect(rows[0]?.findings[0]).toEqual({
      rule: 'kernel-check',
      sub: 'disable.2',
      severity: 'warning',
      clause: 'enable_count == 0',
      values: { enable_count: 0 },
      statement: 2,
    });
    expect(summariesOf(runOf({ revision: 'v3-07' }, calls('D')))[0]?.findings[0]).toMatchObject({
      sub: 'disable.1',
      severity: 'bug',
      clause: 'count == 0',
    });
  });

  test('numbers of the whole series count its interrupt test', () => {
    expect(findingsOf(runOf({ revision: 'v3-07' }, calls('EPE')))).toContain('3 kernel-check.enable.2');
    expect(findingsOf(runOf({ revision: 'v3' }, calls('EPE')))).toContain('3 kernel-check.enable.3');
    expect(findingsOf(runOf({ revision: 'v4-07' }, calls('EPE')))).toContain('3 kernel-check.enable.2');
  });
});

describe('stop', () => {
  test('the first check that fires ends the run, before anything behind it', () => {
    expect(told({ revision: 'v4', checks: 'stop' }, 'EDDE')).toEqual(['enter 1,1', 'leave 0,0', 'WARN_ONCE 0,0']);
    expect(over({ revision: 'v4', checks: 'stop' }, 'EDDE')).toBe('stop');
  });

  test('a BUG is still a BUG, and what fires nothing runs to its end', () => {
    expect(over({ revision: 'v3', checks: 'stop' }, 'D')).toBe('bug');
    expect(over({ revision: 'v3', checks: 'stop' }, 'EEDD')).toBeNull();
  });
});

describe('off', () => {
  test('no check is evaluated: it is told that the condition held, and nothing fires', () => {
    const trace = runOf({ revision: 'v3', checks: 'off' }, calls('D'));
    expect(summariesOf(trace)[0]?.checks).toMatchObject([
      { macro: 'VM_BUG_ON', fired: false, silent: false },
      { macro: 'VM_WARN_ON', fired: false, silent: false },
    ]);
    expect(findingsOf(trace).filter((finding) => finding.includes('kernel-check'))).toEqual([]);
    expect(trace.end).toMatchObject({ over: null, once: [] });
  });

  test('the kernel goes on as if the checks were not there', () => {
    expect(told({ checks: 'off' }, 'EDD')).toEqual(['enter 1,0', 'leave 0,0', '(off)+flush 255,0']);
    expect(told({ checks: 'off' }, 'DED')[2]).toBe('(off)+flush 255,0');
  });
});

describe('panic_on_warn', () => {
  test('the first warning stops the machine', () => {
    expect(told({ panicOnWarn: true }, 'EDDE')).toEqual(['enter 1,0', 'leave 0,0', 'WARN_ONCE 0,0']);
    expect(over({ panicOnWarn: true }, 'EDDE')).toBe('panic');
    expect(summariesOf(runOf({ panicOnWarn: true }, calls('D')))[0]?.outcome).toBe('ended');
  });

  test('in the midst of an interrupt everything ends there', () => {
    const trace = runOf({ revision: 'v4-07', panicOnWarn: true }, [irq(...calls('DE')), ...calls('E')]);
    expect(describeRows(trace)).toEqual(['- 0,0', 'WARN_ONCE 0,0']);
  });

  test('without CONFIG_DEBUG_VM there is nothing to panic on', () => {
    expect(over({ panicOnWarn: true, checks: 'off' }, 'DD')).toBeNull();
  });
});
