import { describe, expect, test } from 'vitest';
import { applyTransaction } from '../state/apply-transaction.ts';
import type { AppState } from '../state/state.ts';
import { at, done, flat, stateOf } from '../testing.ts';
import { pasteText } from './paste-text.ts';

const paste = (text: string, state = stateOf('sleep', 1)): AppState | null => {
  const change = pasteText(state, text);
  return change && applyTransaction(state, change);
};

const TABLE = [
  '> Somebody wrote:',
  '> 1   lazy_mmu_mode_enable()     -> arch_enter()  e=1 p=0',
  '> 2     lazy_mmu_mode_pause()    -> arch_flush()  e=1 p=1',
  '> 3     lazy_mmu_mode_resume()   -> arch_enter()  e=2 p=0',
  '> 4   lazy_mmu_mode_disable()    -> arch_leave()  e=0 p=0',
].join('\n');

describe('a table', () => {
  test('a pasted table becomes the program, and differences from the run are reported', () => {
    const state = paste(TABLE);
    expect(state && [flat(state), at(state), state.past.at(-1)?.name]).toEqual([
      'enable; pause; resume; disable',
      '-1',
      'paste a table',
    ]);
    expect(state?.notices).toEqual([
      {
        id: 'paste',
        severity: 'info',
        text: 'Imported 4 table rows; ignored 1 other line. 2 rows differ from v6: row 2, callback: arch_flush() in the table, arch_leave() in the run; row 3, e: 2 in the table, 1 in the run.',
      },
    ]);
    expect(state && flat(done(state, 'undo'))).toBe('sleep');
  });

  test('a table that agrees with the run is confirmed; one without claims is just read', () => {
    const right = TABLE.replace('arch_flush', 'arch_leave').replace('e=2', 'e=1');
    expect(paste(right)?.notices[0]?.text).toBe(
      'Imported 4 table rows; ignored 1 other line. The table matches v6 on arm64.',
    );
    expect(paste('1   lazy_mmu_mode_enable()\n2   lazy_mmu_mode_disable()')?.notices[0]?.text).toBe(
      'Imported 2 table rows.',
    );
  });

  test('a table with a mistake changes nothing, and the notice says where and keeps the text', () => {
    const text = '1 set k1 -> stored  pending 0\n2 set k2000 -> stored  pending 0';
    const state = paste(text);
    expect(state && flat(state)).toBe('sleep');
    expect(state?.notices[0]).toMatchObject({ id: 'paste', severity: 'error', original: text });
    expect(state?.notices[0]?.text).toContain('Could not read the table: 2:3: there is no page 2000');
  });
});

describe('a link', () => {
  test('a pasted link becomes the program under its setup, at its step', () => {
    const state = paste('[1] https://host.example/#1/v3/arm64-7.0/EPEDRD/3/checks-off');
    expect(state && [flat(state), at(state), state.document.setup.revision, state.document.setup.checks]).toEqual([
      'enable; pause; enable; disable; resume; disable',
      '2',
      'v3',
      'off',
    ]);
    expect(state?.past.at(-1)?.name).toBe('paste a link');
  });

  test.each([
    ['https://host.example/#1/v6/arm64-7.0/EyD/1', 'Could not read the link: 1:'],
    ['https://host.example/#1/v77/arm64-7.0/ED/1', 'Could not open the link: unknown revision "v77"'],
    ['https://host.example/#1/v6/vax-7.0/ED/1', 'unknown architecture "vax"'],
    ['https://host.example/#1/v6/arm64-6.19/ED/1', 'v6 cannot run on kernel 6.19'],
  ])('%s changes nothing and says why', (link, said) => {
    const state = paste(link);
    expect(state && flat(state)).toBe('sleep');
    expect(state?.notices[0]?.text).toContain(said);
    expect(state?.notices[0]?.original).toBe(link);
  });
});

test.each(['set k1', 'enable\ndisable', 'hello there', 'EEDD', ''])('"%s" is ordinary text', (text) => {
  expect(paste(text)).toBeNull();
});
