import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../model.ts';
import { anyEvents, calls, frozen, irq, page, sleep, switchTo } from '../testing.ts';
import { rowIndexOf } from './row-index.ts';
import { bodiesOf, countEvents, eventAt, lengthOf, rowsOf, spliceEvents } from './rows.ts';

const note: Event = { kind: 'note', text: 'here' };
const program: Event[] = [
  note,
  {
    kind: 'call',
    helper: 'enable',
    inside: [
      { anchor: { at: 'statement', number: 3 }, events: [irq(...calls('E'))] },
      { anchor: { at: 'statement', number: 4 }, events: [switchTo('B')] },
    ],
  },
  ...calls('D'),
];

test('an event is a row, an interrupt two, a call with n blocks n + 1, each block between its parts', () => {
  const rows = rowsOf(program).map(
    (row) => `${row.number} ${row.step} ${row.event.kind} ${row.part}/${row.parts} ${row.path} ${row.depth}`,
  );
  expect(rows).toEqual([
    '1 1 note 0/1 0 0',
    '2 2 call 0/3 1 0',
    '3 3 irq 0/2 1,0,0 1',
    '4 4 call 0/1 1,0,0,0 2',
    '5 3 irq 1/2 1,0,0 1',
    '6 2 call 1/3 1 0',
    '7 5 switch 0/1 1,1,0 1',
    '8 2 call 2/3 1 0',
    '9 6 call 0/1 2 0',
  ]);
  expect(rowsOf(program).map(({ host }) => host)).toEqual([
    ...[null, null, { step: 2, block: 0 }, { step: 3, block: 0 }, { step: 2, block: 0 }, null, { step: 2, block: 1 }],
    ...[null, null],
  ]);
});

test('the length of a program counts what does something, nested events too', () => {
  expect(lengthOf(program)).toBe(5);
  expect(lengthOf([irq(...calls('ED')), { ...sleep, off: true }, { kind: 'task', task: 'B', mm: 'm2' }])).toBe(3);
  expect(lengthOf([{ ...irq(...calls('ED')), off: true }])).toBe(0);
  expect(lengthOf([{ kind: 'tlb', op: 'flush-tlb' }, page('set', 0, 7)])).toBe(2);
  expect(countEvents(program)).toBe(6);
});

describe('paths', () => {
  test('lead to the event of each row, and nowhere else', () => {
    for (const { path, event } of rowsOf(program)) expect(eventAt(program, path)).toBe(event);
    expect(eventAt(program, [7])).toBeUndefined();
    expect(eventAt(program, [0, 0])).toBeUndefined();
    expect(eventAt(program, [1, 5, 0])).toBeUndefined();
  });

  test('splice replaces events where a path leads, in a block and in an interrupt too', () => {
    const put = page('set', 1);
    expect(spliceEvents(program, [2], 1, [])).toEqual(program.slice(0, 2));
    expect(spliceEvents(program, [0], 0, [put])).toEqual([put, ...program]);
    const inner = spliceEvents(program, [1, 0, 0, 1], 0, [put]);
    expect(eventAt(inner, [1, 0, 0, 1])).toBe(put);
    expect(inner[2]).toBe(program[2]);
    expect(eventAt(spliceEvents(program, [1, 1, 0], 1, [put]), [1, 1, 0])).toBe(put);
  });
});

describe('for any program', () => {
  test('its rows and its index agree', () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        const rows = rowsOf(frozen(events));
        const index = rowIndexOf(events);
        expect(index.length).toBe(rows.length);
        expect(rows.map((_, at) => index.at(at))).toEqual(rows);
        expect(index.at(rows.length)).toBeUndefined();
        for (const { number, path, part } of rows) expect(index.numberOf(path, part)).toBe(number);
        expect(index.flat).toBe(events.every((event) => bodiesOf(event).length === 0));
        for (let top = 0; top <= events.length; top++) {
          expect(index.firstOf(top)).toBe(rowsOf(events.slice(0, top)).length);
        }
      }),
    );
  });

  test('taking an event out and putting it back is nothing', () => {
    fc.assert(
      fc.property(anyEvents(), fc.nat(), (events, at) => {
        const rows = rowsOf(frozen(events));
        const row = rows[at % Math.max(rows.length, 1)];
        if (!row) return;
        const without = spliceEvents(events, row.path, 1, []);
        expect(countEvents(without)).toBe(countEvents(events) - countEvents([row.event]));
        expect(spliceEvents(without, row.path, 0, [row.event])).toEqual(events);
      }),
    );
  });
});
