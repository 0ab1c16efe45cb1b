import { describe, expect, test } from 'vitest';
import type { Event, Program } from '../../engine/model.ts';
import { arbitraryProgram, forAll } from '../arbitrary.ts';
import { checkProgram } from './check.ts';
import { parseProgram } from './parse.ts';

const enable: Event = { kind: 'call', helper: 'enable' };
const switchTo = (task: string): Event => ({ kind: 'switch', task });
const found = (program: Program) => checkProgram(program).map(({ path, message }) => [path.join('.'), message]);

describe('a switch', () => {
  test('in an interrupt is a problem at any depth, with its path', () => {
    const call: Event = {
      kind: 'call',
      helper: 'enable',
      inside: [{ anchor: { at: 'write', number: 1 }, events: [enable, switchTo('B')] }],
    };
    expect(found([enable, { kind: 'irq', body: [call] }])).toEqual([['1.0.0.1', 'a switch cannot happen in irq']]);
    expect(found([call])).toEqual([]);
  });

  test('that is switched off, or stands in what is, is none', () => {
    expect(found([{ kind: 'irq', body: [{ ...switchTo('B'), off: true }] }])).toEqual([]);
    expect(found([{ kind: 'irq', off: true, body: [switchTo('B')] }])).toEqual([]);
  });
});

describe('the mm of a task', () => {
  const mmOf = (task: string): Event => ({ kind: 'task', task, mm: 'm2' });

  test('an mm is set before its task runs', () => {
    expect(found([mmOf('A'), { kind: 'note', text: 'x' }, mmOf('A'), mmOf('B'), enable, mmOf('C')])).toEqual([]);
    expect(found([enable, mmOf('A')])).toEqual([['1', 'task A has already run, so its mm cannot change']]);
    expect(found([switchTo('B'), switchTo('A'), mmOf('B')])).toEqual([
      ['2', 'task B has already run, so its mm cannot change'],
    ]);
  });
});

describe('what the notation cannot say', () => {
  test.each<[Event, string]>([
    [{ kind: 'page', op: 'set', page: { space: 'user', index: 1024 } }, 'there is no page 1024'],
    [{ kind: 'page', op: 'set', page: { space: 'user', index: 1.5 } }, 'there is no page 1.5'],
    [{ kind: 'page', op: 'set', page: { space: 'user', index: 3 }, to: 2 }, '3..2 is not a range of pages'],
    [{ kind: 'page', op: 'clear', page: { space: 'user', index: 3 }, to: 4 }, 'clear takes one page, not a range'],
    [{ ...enable, range: { from: 3, to: 2 } } as Event, '3..2 is not a range of pages'],
    [{ kind: 'call', helper: 'pause', range: { from: 0, to: 2 } }, 'pause does not take a range of pages'],
    [
      { kind: 'call', helper: 'pause', inside: [{ anchor: { at: 'statement', number: 0 }, events: [] }] },
      'no helper has a place "after 0"',
    ],
    [{ kind: 'switch', task: 'A', cpu: 8 }, 'there is no CPU 8'],
    [switchTo('AB'), '"AB" is not a task'],
    [{ kind: 'task', task: 'B', mm: 'm100' }, '"m100" is not an mm'],
    [{ kind: 'note', text: '\ud800' }, 'the note contains half a character (a lone surrogate)'],
  ])('%j', (event, message) => {
    expect(found([event])).toEqual([['0', message]]);
  });

  test('depth and length beyond the limits', () => {
    expect(found([{ kind: 'note', text: 'x'.repeat(501) }])).toEqual([['0', 'the note has 501 characters']]);
    const nest = (depth: number): Event => ({ kind: 'irq', body: depth === 1 ? [] : [nest(depth - 1)] });
    expect(found([nest(64)])).toEqual([]);
    expect(found([nest(65)])).toEqual([[Array(65).fill(0).join('.'), 'events are nested more than 64 deep']]);
    const many = new Array<Event>(1001).fill({ kind: 'irq', body: new Array<Event>(1000).fill(enable) });
    expect(found(many)).toEqual([['', 'the program has more than 1000000 events']]);
  });
});

test('copies of one event count once, and there are at most twenty problems', () => {
  const wrong = switchTo('bad');
  expect(found(new Array<Event>(50).fill(wrong))).toHaveLength(1);
  expect(found(Array.from({ length: 50 }, () => ({ ...wrong })))).toHaveLength(20);
});

test('programs that can be written down, and only they, have none', () => {
  forAll(arbitraryProgram(), (program) => expect(checkProgram(program)).toEqual([]));
  expect(parseProgram('irq { switch B }').ok).toBe(false);
});
