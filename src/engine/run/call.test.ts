import { describe, expect, test } from 'vitest';
import { pagesIn } from '../machine.ts';
import type { Anchor, CallEvent, Event } from '../model.ts';
import {
  calls,
  describeRows,
  events,
  findingsOf,
  irq,
  page,
  runOf,
  summariesOf,
  switchTo,
  within,
} from '../testing.ts';
import { inspect, type Trace } from './run.ts';

/** The rows that happened, in time order: number, event and outcome. */
const happened = (trace: Trace) =>
  summariesOf(trace).map(({ outcome }, slot) => `${trace.rowAt(slot).number} ${outcome}`);
const fieldsIn = (trace: Trace) => summariesOf(trace).map(({ fields }) => Object.values(fields).join());
const write = (number: number): Anchor => ({ at: 'write', number });

describe('where a block sits', () => {
  const seen = (revision: string, event: CallEvent, before = '') => {
    const trace = runOf({ revision }, [...calls(before), event]);
    const slot = trace.slotOf(before.length + 2);
    return { outcome: trace.summaryAt(slot).outcome, state: Object.values(trace.summaryAt(slot).fields).join() };
  };
  const at = (anchor: Anchor | number) => within('enable', anchor, page('set', 1));

  test.each([
    ['after 1', 1, '0,0'],
    ['after 2', 2, '0,0'],
    ['after 3', 3, '1,0'],
    ['after 4', 4, '1,0'],
    ['after 5', 5, '1,0'],
    ['after write 1', write(1), '1,0'],
    ['before callback', { at: 'before-callback' } as const, '1,0'],
    ['after callback', { at: 'after-callback' } as const, '1,0'],
  ])('%s of v6 sees %s', (_name, anchor, state) => {
    expect(seen('v6', at(anchor))).toEqual({ outcome: 'done', state });
  });

  test.each([
    ['v3-07', '0,1'],
    ['v4-07', '1,0'],
    ['v6', '1,0'],
    ['v7.2', '1,0'],
  ])('after write 1 means the first write in every revision: %s sees %s', (revision, state) => {
    expect(seen(revision, at(write(1))).state).toBe(state);
  });

  test.each([
    ['v3-07', '0,0'],
    ['v4-07', '1,1'],
    ['v6', '1,0'],
  ])('before callback is where the callback of %s sees %s', (revision, state) => {
    expect(seen(revision, at({ at: 'before-callback' })).state).toBe(state);
  });

  test('the second write of v4 is active, of v6 there is none', () => {
    expect(seen('v4', at(write(2))).state).toBe('1,1');
    expect(seen('v6', at(write(2))).outcome).toBe('skipped');
  });

  test('a call that returns at once comes to its first condition and no further', () => {
    expect(seen('v6', at(1), 'P').outcome).toBe('done');
    expect(seen('v6', at(2), 'P').outcome).toBe('skipped');
  });

  test('a nested enable has no callback to be before', () => {
    expect(seen('v6', at({ at: 'before-callback' }), 'E').outcome).toBe('skipped');
  });

  test('the helpers that 7.2 calls are numbered as if they stood there', () => {
    // pause: 1 interrupt, then of __task_pause 2 check, 3 increment, 4 condition, 5 the nested condition, 6 leave
    const trace = runOf({ revision: 'v7.2' }, [...calls('E'), within('pause', 3, page('set', 1))]);
    expect(fieldsIn(trace)).toEqual(['1,0', '1,1', '1,1', '1,1']);
  });
});

describe('rows of a call with blocks', () => {
  const call = (...inside: NonNullable<CallEvent['inside']>): CallEvent => ({ kind: 'call', helper: 'enable', inside });
  const block = (number: number, ...body: Event[]) => ({ anchor: { at: 'statement', number }, events: body }) as const;

  test('a call is under way around each block, and does its work in parts', () => {
    const trace = runOf({ revision: 'v4' }, [call(block(4, page('set', 1)), block(6, page('set', 2)))]);
    expect(happened(trace)).toEqual(['1 under-way', '2 done', '3 under-way', '4 done', '5 done']);
    expect(fieldsIn(trace)).toEqual(['1,0', '1,0', '1,1', '1,1', '1,1']);
    expect(describeRows(trace).map((line) => line.split(' ')[0])).toEqual(['-', '-', '-', '-', 'enter']);
  });

  test('blocks with one anchor run in program order', () => {
    const trace = runOf({}, [call(block(3, page('set', 1)), { anchor: write(1), events: [page('set', 2)] })]);
    expect(happened(trace)).toEqual(['1 under-way', '2 done', '3 under-way', '4 done', '5 done']);
  });

  test('a block that comes earlier than the one before it runs first, and every row once', () => {
    const trace = runOf({}, [call(block(5, page('set', 1)), block(3, page('set', 2)))]);
    expect(happened(trace)).toEqual(['1 under-way', '4 done', '5 under-way', '2 done', '3 done']);
    expect(pagesIn(trace.end).map(([id]) => id)).toEqual(['m1:2', 'm1:1']);
  });

  test('a block that the call does not reach is skipped with a reason and has no effect', () => {
    const trace = runOf({}, [call(block(3, page('set', 1)), block(9, ...calls('DD')), block(1, page('set', 2)))]);
    expect(happened(trace)).toEqual([
      ...['1 under-way', '7 done', '8 under-way', '2 done', '3 done', '4 skipped', '5 skipped', '6 silent'],
    ]);
    expect(trace.summaryAt(trace.slotOf(4)).why).toBe('after 9: the call did not reach this point');
    expect(trace.end.tasks.A?.fields).toEqual({ enable_count: 1, pause_count: 0 });
  });

  test('an empty block is a place to stop at', () => {
    const trace = runOf({}, [call(block(3))]);
    expect(happened(trace)).toEqual(['1 under-way', '2 done']);
  });
});

describe('a switch inside a call', () => {
  test('a switch suspends the call, which resumes when its task comes back inside the block', () => {
    const trace = runOf({}, [within('enable', 3, switchTo('B'), switchTo('A')), ...calls('D')]);
    expect(happened(trace)).toEqual(['1 under-way', '2 done', '3 done', '4 done', '5 done']);
    expect(describeRows(trace)).toEqual(['- 1,0', '- 1,0', '- 0,0', 'enter 1,0', 'leave 0,0']);
    expect(trace.unfinished).toEqual([]);
  });

  test('a suspended call resumes later, outside its block', () => {
    const trace = runOf({}, [within('enable', 3, switchTo('B'), ...calls('E')), ...calls('D'), switchTo('A')]);
    // rows: 1 enable, 2 switch, 3 B's enable, 4 end of A's enable, 5 B's disable, 6 switch
    expect(happened(trace)).toEqual(['1 under-way', '2 done', '3 done', '5 done', '6 done', '4 done']);
    expect(trace.slotOf(4)).toBe(5);
    expect(summariesOf(trace).map(({ task }) => task)).toEqual(['A', 'A', 'B', 'B', 'B', 'A']);
    expect(trace.end.tasks).toMatchObject({
      A: { fields: { enable_count: 1 }, entered: true, calls: [] },
      B: { fields: { enable_count: 0 }, entered: false, calls: [] },
    });
  });

  test('a call whose task never runs again is unfinished, and its last row does not happen', () => {
    const trace = runOf({}, [within('enable', 3, switchTo('B')), ...calls('E')]);
    expect(happened(trace)).toEqual(['1 under-way', '2 done', '4 done']);
    expect(trace.slotOf(3)).toBe(-1);
    expect(trace.unfinished).toEqual(['A']);
    expect(trace.end.tasks.A).toMatchObject({ fields: { enable_count: 1 }, entered: false });
  });

  test('the events after the switch in the block are those of the new task', () => {
    const trace = runOf({}, [within('enable', 3, switchTo('B'), ...events('E k1'), switchTo('A')), ...calls('D')]);
    expect(summariesOf(trace).map(({ task, fields }) => `${task} ${Object.values(fields)}`)).toEqual([
      ...['A 1,0', 'A 1,0', 'B 1,0', 'B 1,0', 'B 1,0', 'A 1,0', 'A 0,0'],
    ]);
    expect(trace.end.tasks.B?.calls).toEqual([]);
    expect(trace.world.simulation.pending(trace.end, 'B')).toBe(1);
  });

  test('two calls under way on one task are taken up innermost first', () => {
    const inner = within('disable', 3, switchTo('B'));
    const trace = runOf({}, [...calls('E'), within('enable', 3, inner), switchTo('A')]);
    expect(trace.unfinished).toEqual([]);
    // 1 enable; 2 enable; 3 disable; 4 switch B; 5 end of disable; 6 end of enable; 7 switch A
    expect(happened(trace)).toEqual(['1 done', '2 under-way', '3 under-way', '4 done', '7 done', '5 done', '6 done']);
    expect(trace.end.tasks.A?.fields).toEqual({ enable_count: 1, pause_count: 0 });
  });

  test('on a second CPU the new task runs beside the suspended call, which goes on when one returns to it', () => {
    const trace = runOf({}, [within('enable', 3, switchTo('B', 1), ...calls('E'), switchTo('A')), ...calls('D')]);
    expect(summariesOf(trace).map(({ cpu }) => cpu)).toEqual([0, 0, 1, 1, 0, 0]);
    expect(trace.end.cpus.map(({ current }) => current)).toEqual(['A', 'B']);
    expect(trace.end.tasks.A).toMatchObject({ fields: { enable_count: 0 }, calls: [] });
  });

  test('a suspended call goes on where its task is put, on another CPU too', () => {
    const trace = runOf({}, [within('enable', 3, switchTo('B')), switchTo('A', 1), ...calls('D')]);
    expect(happened(trace)).toEqual(['1 under-way', '2 done', '4 done', '3 done', '5 done']);
    expect(summariesOf(trace).map(({ cpu }) => cpu)).toEqual([0, 0, 0, 1, 1]);
    expect(trace.end.tasks.A).toMatchObject({ cpu: 1, fields: { enable_count: 0 } });
  });

  test('a switch to the task that runs already changes nothing: the call does not run ahead of its block', () => {
    const trace = runOf({}, [within('enable', 3, switchTo('A'), page('set', 1)), ...calls('D')]);
    expect(happened(trace)).toEqual(['1 under-way', '2 done', '3 done', '4 done', '5 done']);
  });
});

test('an interrupt between two statements sees the counter ahead of the callback', () => {
  const trace = runOf({ revision: 'v4-07' }, [within('enable', 5, irq(...calls('ED'))), ...calls('D')]);
  expect(describeRows(trace)).toEqual(['- 1,1', '- 1,1', '- 2,1', 'flush 1,1', '- 1,1', 'enter 1,1', 'leave 0,0']);
  expect(findingsOf(trace)).toContain('4 callbacks-alternate.flush');
});

test('the moments of a row name each statement that ran, in order, with the machine after it', () => {
  const { moments } = inspect(runOf({}, calls('E')), 0);
  expect(moments.map(({ statement, what, says }) => `${statement} ${what} ${says}`)).toEqual([
    '1 condition in_interrupt() || pause_count > 0: not taken',
    '2 check VM_WARN_ON_ONCE(enable_count == U8_MAX): condition false',
    '3 write enable_count: 0 -> 1',
    '4 condition enable_count++ == 0: taken',
    '5 callback arch_enter()',
  ]);
  expect(moments.map(({ machine }) => machine.tasks.A?.fields.enable_count)).toEqual([0, 0, 1, 1, 1]);
});
