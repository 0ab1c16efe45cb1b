import { describe, expect, test } from 'vitest';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { commands } from '../commands/index.ts';
import { createDocument } from '../document/document.ts';
import { resolveRequest } from '../document/open-request.ts';
import type { AppState } from '../state/state.ts';
import { at, done, stateOf } from '../testing.ts';

const walked = (state: AppState, ...ids: string[]) =>
  ids.map((id) => {
    state = done(state, id);
    return at(state);
  });
const refusal = (state: AppState, id: string) => commands.get(id).when(state);

describe('rows', () => {
  test('step forward goes to the next step, step back returns, and both stop at the ends', () => {
    const state = stateOf('enable; disable');
    expect(walked(state, 'forward', 'forward', 'back', 'back')).toEqual(['0', '1', '0', '-1']);
    expect(refusal(state, 'back')).toBe('Already at the start');
    expect(refusal(done(state, 'last'), 'forward')).toBe('Already at the last step');
    expect(refusal(stateOf(''), 'forward')).toBe('The program is empty');
  });

  test('first and last go to the ends of the run', () => {
    expect(walked(stateOf('enable; pause; resume', 2), 'last', 'first')).toEqual(['2', '-1']);
  });

  test('the caret follows the playhead', () => {
    expect(done(stateOf('enable; irq { disable }'), 'last').caret).toBe(4);
    expect(done(stateOf('enable; disable', 2), 'first').caret).toBe(0);
  });
});

describe('statements', () => {
  test('step into goes through the moments, then to the end of the row, then into the next row', () => {
    // v6 enable: five statements, all of them met by the outermost call.
    expect(walked(stateOf('enable; disable'), ...Array.from({ length: 7 }, () => 'into'))).toEqual([
      '0.0',
      '0.1',
      '0.2',
      '0.3',
      '0.4',
      '0',
      '1.0',
    ]);
  });

  test('step into skips a row in which nothing happens', () => {
    expect(walked(stateOf('note "x"; enable'), 'into', 'into')).toEqual(['0', '1.0']);
  });

  test('step over and forward go to the end of the current row, and back to its beginning', () => {
    const state = done(stateOf('enable; disable'), 'into', 'into');
    expect(walked(state, 'over', 'over')).toEqual(['0', '1']);
    expect(at(done(state, 'forward'))).toBe('0');
    expect(at(done(state, 'back'))).toBe('-1');
  });

  test('step out goes to the end of the current call, past everything inside it', () => {
    const inside = stateOf('enable after write 1 { irq { enable; disable } }; disable');
    expect(at(done(inside, 'into', 'out'))).toBe('5');
    expect(at(done(inside, 'forward', 'forward', 'forward', 'out'))).toBe('4');
    expect(at(done(inside, 'forward', 'forward', 'out', 'out'))).toBe('5');
    expect(refusal(stateOf('enable', 1), 'out')).toBe('Nothing to step out of');
  });

  test('step out is impossible in a call that was suspended and never resumes', () => {
    expect(refusal(stateOf('enable after 3 { switch B }', 1), 'out')).toBe('The call never returns');
  });
});

describe('findings', () => {
  test('the next and the previous finding are found, and a reason says if there is none', () => {
    const state = stateOf('disable; enable; disable; disable');
    const slots = walked(state, 'next-finding');
    expect(slots).toEqual(['0']);
    expect(at(done(done(state, 'last'), 'previous-finding'))).not.toBe('3');
    expect(refusal(stateOf('enable; disable'), 'next-finding')).toBe('No problem after this step');
    expect(refusal(stateOf('enable; disable', 2), 'previous-finding')).toBe('No problem before this step');
  });

  test('a row that is not finished has its findings ahead', () => {
    expect(at(done(stateOf('disable'), 'into', 'next-finding'))).toBe('0');
  });
});

describe('flushes and callbacks', () => {
  const state = stateOf('enable; set k1; note "x"; disable; set k2; disable');

  test('the next and previous flush or callback are found, and a reason says if there is none', () => {
    expect(walked(state, 'next-flush')).toEqual(['3']);
    expect(walked(state, 'next-callback', 'next-callback', 'previous-callback')).toEqual(['0', '3', '0']);
    expect(at(done(done(state, 'last'), 'previous-flush'))).toBe('3');
    expect(refusal(done(state, 'next-flush'), 'next-flush')).toBe('No flush after this step');
    expect(refusal(state, 'previous-callback')).toBe('No callback before this step');
  });

  test('callbacks and flushes of a very long run are found without running it again', () => {
    const long = stateOf('repeat 50000 { set k1 }; enable; set k1; disable; repeat 40000 { set k1 }');
    expect(walked(long, 'next-callback', 'next-callback')).toEqual(['50000', '50002']);
    expect(at(done(done(long, 'last'), 'previous-flush'))).toBe('50002');
  });
});

test('stepping into statements reaches the end of any program', () => {
  forAll(arbitraryProgram({ maxLength: 6 }), (program) => {
    let state = stateOf('');
    state = { ...state, ...contentFor(program, state) };
    const seen = new Set<string>();
    while (refusal(state, 'into') === true) {
      expect(seen.has(at(state))).toBe(false);
      seen.add(at(state));
      state = done(state, 'into');
    }
    expect(at(state)).toBe(String(state.trace.length - 1));
  });
});

function contentFor(program: AppState['document']['program'], state: AppState): Partial<AppState> {
  return resolveRequest({ document: createDocument(program, state.document.setup, null), row: 0, moment: null });
}
