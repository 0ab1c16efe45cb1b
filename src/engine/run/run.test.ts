import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event, Program, Setup } from '../model.ts';
import { anyEvents, calls, events, irq, runOf, summariesOf, switchTo, within } from '../testing.ts';
import { rowsOf, spliceEvents } from './rows.ts';
import { inspect, rerun, run, type Trace } from './run.ts';

/** Everything of a trace that does not depend on how it was made. */
const contentOf = (trace: Trace) => ({
  length: trace.length,
  rows: Array.from({ length: trace.length }, (_, slot) => trace.rowAt(slot)),
  summaries: summariesOf(trace),
  slots: Array.from({ length: trace.rows.length }, (_, row) => trace.slotOf(row + 1)),
  end: trace.end,
  unfinished: trace.unfinished,
});
const detailsOf = (trace: Trace, slots: readonly number[]) =>
  trace.length === 0 ? [] : slots.map((slot) => inspect(trace, slot % trace.length));

const SETUPS: readonly Partial<Setup>[] = [
  { revision: 'v6' },
  { revision: 'v4-07' },
  { revision: 'v3', checks: 'stop' },
  { revision: 'pre' },
  { revision: 'v7.2', backend: 'none' },
];
const anySetup = fc.constantFrom(...SETUPS);
const NOTE: Event = { kind: 'note', text: 'leaves everything as it is' };
/** More events than lie between two of the machines that a run keeps. */
const LONG = 1100;
const long = (pattern: Program): Event[] =>
  Array.from({ length: LONG }, (_, i) => pattern[i % pattern.length] as Event);

/** An edit somewhere in a program: events put in, taken out or replaced, at any depth. */
function edited(program: Program, at: number, remove: number, put: Program): Program {
  const rows = rowsOf(program);
  const path = rows.length === 0 ? [0] : (rows[at % rows.length]?.path ?? [0]);
  return spliceEvents(program, path, remove, put);
}

describe('a trace', () => {
  test('has each row at most once, and all of them where nothing ended and nobody waits', () => {
    fc.assert(
      fc.property(anySetup, anyEvents(), (setup, program) => {
        const trace = runOf(setup, program);
        const numbers = contentOf(trace).rows.map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
        if (trace.end.over === null && trace.unfinished.length === 0) expect(numbers.length).toBe(trace.rows.length);
        numbers.forEach((number, slot) => {
          expect(trace.slotOf(number)).toBe(slot);
        });
      }),
    );
  });

  test('of an empty program is empty', () => {
    const trace = runOf({}, []);
    expect([trace.length, trace.rows.length, trace.unfinished]).toEqual([0, 0, []]);
    expect(trace.end).toEqual(runOf({}, [{ kind: 'note', text: '' }]).end);
    expect(trace.slotOf(1)).toBe(-1);
  });

  test('a trace has no row after its end', () => {
    const trace = runOf({ revision: 'v3' }, calls('DED'));
    expect([trace.length, trace.rows.length]).toEqual([1, 3]);
    expect([trace.slotOf(1), trace.slotOf(2), trace.slotOf(0)]).toEqual([0, -1, -1]);
    expect(() => trace.rowAt(1)).toThrow('no row at slot 1 of 1');
    expect(() => inspect(trace, 1)).toThrow('no slot 1 in a trace of 1');
    expect(() => inspect(trace, -1)).toThrow('no slot -1');
  });
});

describe('inspect', () => {
  test('the details of a row agree with its summary, and each row starts where the previous one ended', () => {
    fc.assert(
      fc.property(anySetup, anyEvents(), (setup, program) => {
        const trace = runOf(setup, program);
        const details = detailsOf(
          trace,
          Array.from({ length: trace.length }, (_, slot) => slot),
        );
        details.forEach((detail, slot) => {
          expect(detail.slot).toBe(slot);
          expect(detail.summary).toEqual(trace.summaryAt(slot));
          expect(detail.row).toEqual(trace.rowAt(slot));
          if (slot > 0) expect(detail.before).toEqual(details[slot - 1]?.after);
          const { task, fields } = detail.summary;
          if (task !== null) expect(detail.after.tasks[task]?.fields).toEqual(fields);
          const last = detail.moments.at(-1);
          if (last && detail.summary.outcome === 'under-way') expect(last.machine.pages).toEqual(detail.after.pages);
        });
        if (details.length > 0) expect(details.at(-1)?.after).toEqual(trace.end);
      }),
      { numRuns: 50 },
    );
  });

  test('any row of a long run can be inspected, also one of a call that was suspended across checkpoints', () => {
    const program = [within('enable', 3, switchTo('B')), ...long(events('E k1 D')), switchTo('A')];
    const trace = runOf({}, program);
    const last = inspect(trace, trace.length - 1);
    expect(last.row).toMatchObject({ number: 3, part: 1 });
    expect(last.summary.callbacks).toMatchObject([{ callback: 'enter', task: 'A' }]);
    expect(inspect(trace, 1003).summary).toEqual(trace.summaryAt(1003));
  });
});

describe('rerun is a run of the changed program', () => {
  test('whatever was changed, at any depth', () => {
    fc.assert(
      fc.property(
        anySetup,
        anyEvents(),
        fc.tuple(fc.nat(), fc.nat(3), anyEvents({ maxLength: 3 })),
        fc.array(fc.nat(), { maxLength: 3 }),
        (setup, program, [at, remove, put], slots) => {
          const old = runOf(setup, program);
          const changed = edited(program, at, remove, put);
          const again = rerun(old, changed);
          expect(contentOf(again)).toEqual(contentOf(run(old.world, changed)));
          expect(detailsOf(again, slots)).toEqual(detailsOf(run(old.world, changed), slots));
        },
      ),
    );
  });

  test('over many edits in a row', () => {
    const edit = fc.tuple(fc.nat(), fc.nat(2), anyEvents({ maxLength: 2 }));
    fc.assert(
      fc.property(anySetup, anyEvents(), fc.array(edit, { maxLength: 6 }), (setup, program, edits) => {
        let trace = runOf(setup, program);
        for (const [at, remove, put] of edits) trace = rerun(trace, edited(trace.program, at, remove, put));
        expect(contentOf(trace)).toEqual(contentOf(run(trace.world, trace.program)));
      }),
      { numRuns: 50 },
    );
  });

  test('in a long program, where the old run is taken up again behind the edit', () => {
    const patterns = [calls('EEPRDD'), events('E k1 D'), [...calls('E'), irq(...events('k1')), ...calls('D')]];
    const where = fc.constantFrom(0, 1, 510, 511, 512, 513, 700, 1024, LONG - 1, LONG);
    fc.assert(
      fc.property(
        fc.constantFrom(...patterns),
        where,
        fc.nat(6),
        fc.oneof(anyEvents({ maxLength: 7 }), fc.constantFrom<Program>([NOTE], calls('ED'), [irq(NOTE)])),
        fc.array(fc.nat(), { maxLength: 2 }),
        (pattern, at, remove, put, slots) => {
          const old = runOf({}, long(pattern));
          const changed = spliceEvents(old.program, [at], remove, put);
          const again = rerun(old, changed);
          const fresh = run(old.world, changed);
          expect(again.length).toBe(fresh.length);
          expect(again.end).toEqual(fresh.end);
          const near = [0, at, at + put.length, ...slots].map((slot) => slot % Math.max(fresh.length, 1));
          expect(detailsOf(again, near)).toEqual(detailsOf(fresh, near));
          for (let slot = 0; slot < fresh.length; slot++) {
            if (again.summaryAt(slot) !== fresh.summaryAt(slot)) {
              expect(again.summaryAt(slot)).toEqual(fresh.summaryAt(slot));
            }
            if (slot % 50 === 0) expect(again.rowAt(slot)).toEqual(fresh.rowAt(slot));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('from an empty program, and to one', () => {
    const empty = runOf({}, []);
    expect(contentOf(rerun(empty, calls('ED')))).toEqual(contentOf(runOf({}, calls('ED'))));
    expect(contentOf(rerun(runOf({}, calls('ED')), []))).toEqual(contentOf(empty));
  });

  test('with a call that waits across kept machines behind the edit', () => {
    const program = [
      ...long(events('E k1 D')),
      within('enable', 3, switchTo('B')),
      ...long(events('E k1 D')),
      switchTo('A'),
    ];
    const old = runOf({}, program);
    const again = rerun(old, [NOTE, ...program]);
    const fresh = run(old.world, again.program);
    expect(again.end).toEqual(fresh.end);
    const near = [LONG + 3, LONG + 600, 2 * LONG, fresh.length - 1];
    expect(detailsOf(again, near)).toEqual(detailsOf(fresh, near));
  });

  test('with a call that waits since before the edit', () => {
    const program = [within('enable', 3, switchTo('B')), ...long(events('E k1 D')), switchTo('A')];
    const old = runOf({}, program);
    const again = rerun(old, spliceEvents(program, [5], 0, [NOTE]));
    expect(again.end).toEqual(run(old.world, again.program).end);
    const near = [600, again.length - 2, again.length - 1];
    expect(detailsOf(again, near)).toEqual(detailsOf(run(old.world, again.program), near));
  });

  test('with a call that never goes on behind the edit', () => {
    const program = [...long(events('E k1 D')), within('enable', 3, switchTo('B')), ...long(calls('ED'))];
    const old = runOf({}, program);
    const again = rerun(old, [NOTE, ...program]);
    expect(again.end).toEqual(run(old.world, again.program).end);
  });
});
