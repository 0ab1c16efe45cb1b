import { describe, expect, test } from 'vitest';
import { insideAt, placeInWords } from './inside.ts';
import { at, done, flat, stateOf } from './testing.ts';

const third = () => done(stateOf('enable; disable'), 'into', 'into', 'into');

describe('while one steps through the statements of a call', () => {
  test('what is added goes in after the statement, and the cursor stays there', () => {
    const state = done(third(), 'add-irq');
    expect(flat(state)).toBe('enable after 3 {; irq {; }; }; disable');
    expect([at(state), state.past.at(-1)?.name]).toEqual([
      '0.2',
      'add irq { } inside lazy_mmu_mode_enable(), after statement 3',
    ]);
  });

  test('what is added next comes behind it, in the same block', () => {
    const state = done(third(), 'add-switch', ['add-switch', { task: 'A' }], 'add-sleep');
    expect(flat(state)).toBe('enable after 3 {; switch B; switch A; sleep; }; disable');
  });

  test('at another statement it is a block of its own', () => {
    const first = done(stateOf('enable'), 'into', 'add-sleep');
    const later = { ...first, cursor: { slot: 2, moment: 0 } };
    expect(flat(done(later, 'add-note'))).toMatch(/^enable after 1 \{; sleep; \} after 2 \{; note/);
  });

  test('a row that is named, or a whole row, takes it behind it as ever', () => {
    expect(flat(done(third(), ['add-pause', { row: 1 }]))).toBe('enable; pause; disable');
    expect(flat(done(done(third(), 'out'), 'add-pause'))).toBe('enable; pause; disable');
  });

  test('the place is told in words, and there is none at what is no statement', () => {
    const place = insideAt(third());
    expect(place && placeInWords(place)).toBe('inside lazy_mmu_mode_enable(), after statement 3');
    expect(insideAt(done(stateOf('set k1'), 'into'))).toBeNull();
    expect(insideAt(stateOf('enable', 1))).toBeNull();
  });
});
