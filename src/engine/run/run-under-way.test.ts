/** Runs that are asked before they have come to their end: `startRun` and `startRerun` of run.ts beside `run`. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Program } from '../model.ts';
import { anyEvents, calls, events, page, runOf, summariesOf, switchTo, within, worldOf } from '../testing.ts';
import { recordingOf } from './recording.ts';
import { spliceEvents } from './rows.ts';
import { inspect, run, startRerun, startRun, type Trace } from './run.ts';

/** More events than lie between two of the machines that a run keeps. */
const LONG = 600;
const long = (pattern: Program): Program =>
  Array.from({ length: LONG }, (_, i) => pattern[i % pattern.length] ?? []).flat();
const SECTIONS = long(events('E k1 k2 D'));

const contentOf = (trace: Trace) => ({
  length: trace.length,
  rows: Array.from({ length: trace.length }, (_, slot) => trace.rowAt(slot)),
  summaries: summariesOf(trace),
  slots: Array.from({ length: trace.rows.length }, (_, row) => trace.slotOf(row + 1)),
  end: trace.end,
  unfinished: trace.unfinished,
});

/** Questions to a run, in any order. */
const QUESTIONS: readonly ((trace: Trace, n: number) => unknown)[] = [
  (trace, n) => trace.reaches(n),
  (trace, n) => (trace.reaches(n) ? trace.summaryAt(n) : null),
  (trace, n) => (trace.reaches(n) ? trace.rowAt(n) : null),
  (trace, n) => trace.slotOf(n),
  (trace, n) => (trace.reaches(n) ? inspect(trace, n).after : null),
  (trace) => trace.length,
  (trace) => trace.end,
  (trace) => trace.unfinished,
];

describe('a run under way', () => {
  test('a run in progress answers like the whole run, whatever is asked first', () => {
    const question = fc.tuple(fc.constantFrom(...QUESTIONS), fc.nat(30));
    fc.assert(
      fc.property(anyEvents(), fc.array(question, { maxLength: 5 }), (program, questions) => {
        const world = worldOf({});
        const whole = run(world, program);
        const trace = startRun(world, program);
        for (const [ask, n] of questions) expect(ask(trace, n)).toEqual(ask(whole, n));
        expect(contentOf(trace)).toEqual(contentOf(whole));
      }),
    );
  });

  test('a run stops where it was asked to and reports its maximum length', () => {
    const trace = startRun(worldOf({}), SECTIONS);
    expect([trace.isComplete, trace.maxLength, recordingOf(trace).checkpoints.length]).toEqual([false, LONG, 1]);
    expect(trace.reaches(20)).toBe(true);
    expect([trace.isComplete, recordingOf(trace).checkpoints.length]).toEqual([false, 1]);
    expect(trace.advance(300)).toBe(false);
    expect(recordingOf(trace).checkpoints.length).toBe(2);
    expect(trace.advance(LONG)).toBe(true);
    expect([trace.isComplete, trace.maxLength]).toEqual([true, LONG]);
  });

  test('that ends early has fewer rows than it might have', () => {
    const trace = startRun(worldOf({ revision: 'v3' }), calls('DED'));
    expect([trace.maxLength, trace.reaches(1), trace.isComplete, trace.maxLength]).toEqual([3, false, true, 1]);
    expect(() => trace.rowAt(1)).toThrow('no row at slot 1 of 1');
  });

  test('knows the tasks of the run that it was made from before it comes to them', () => {
    const program = [...SECTIONS, switchTo('B'), ...calls('ED')];
    const old = runOf({}, program);
    const trace = startRerun(old, spliceEvents(program, [1], 0, [page('set', 'k7')]));
    expect(trace.parties.tasks).toEqual(['A', 'B']);
    expect(startRun(old.world, program).parties.tasks).toEqual(['A']);
  });
});

test('an edit of a run under way gives what a run of the edited program gives', () => {
  const step = fc.tuple(fc.nat(LONG), fc.nat(2), anyEvents({ maxLength: 2 }), fc.nat(400));
  const first: Program = [within('enable', 3, switchTo('B')), ...SECTIONS, switchTo('A')];
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
      let trace = startRun(worldOf({}), first);
      for (const [at, remove, put, rows] of steps) {
        trace.advance(rows);
        trace = startRerun(trace, spliceEvents(trace.program, [at], remove, put));
      }
      expect(contentOf(trace)).toEqual(contentOf(run(trace.world, trace.program)));
    }),
    { numRuns: 20 },
  );
});
