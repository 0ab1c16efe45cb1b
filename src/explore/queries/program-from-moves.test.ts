import { expect, test } from 'vitest';
import type { Event } from '../../engine/model.ts';
import { calls, switchTo } from '../../engine/testing.ts';
import { printEvent } from '../../notation/text/print.ts';
import { type Action, encodeMove } from '../kernel-space/actions.ts';
import { programFromMoves } from './program-from-moves.ts';

const [enable, disable] = calls('ED').map((event): Action => ({ kind: 'event', event })) as [Action, Action];
const toTask = (task: string): Action => ({ kind: 'switch', event: switchTo(task) as Event & { kind: 'switch' } });
const ACTIONS = {
  E: enable,
  D: disable,
  '{': { kind: 'begin', interrupt: 'irq' },
  '}': { kind: 'end' },
  '>': { kind: 'continue' },
  B: toTask('B'),
  A: toTask('A'),
  '~': { kind: 'round-trip', events: [switchTo('B'), switchTo('A')] },
} satisfies Record<string, Action>;

/** `E3 { E } > D`: actions, each with the statement after which a call is interrupted. */
const written = (text: string) => {
  const moves = text.split(' ').map((word) => {
    return encodeMove(Object.keys(ACTIONS).indexOf(word[0] ?? ''), Number(word.slice(1)));
  });
  return programFromMoves(moves, Object.values(ACTIONS)).map(printEvent).join('; ');
};

test.each([
  ['E D', 'enable; disable'],
  ['E { D } D', 'enable; irq { disable }; disable'],
  ['E3 { E D } > D', 'enable after 3 { irq { enable; disable } }; disable'],
  ['E3 { } >5 { } > D', 'enable after 3 { irq { } } after 5 { irq { } }; disable'],
  ['E3 >5 { } > D', 'enable after 5 { irq { } }; disable'],
  ['E3 >', 'enable'],
  ['E3 ~ D', 'enable after 3 { switch B; switch A }; disable'],
  ['E3 ~5 ~ D', 'enable after 3 { switch B; switch A } after 5 { switch B; switch A }; disable'],
  ['E3 B E A D', 'enable after 3 { switch B; enable; switch A }; disable'],
  ['E3 B E4 A D', 'enable after 3 { switch B; enable after 4 { switch A; disable } }'],
  ['E3 B A5 B A D', 'enable after 3 { switch B; switch A } after 5 { switch B; switch A }; disable'],
])('the moves %s become the program %s', (path, program) => {
  expect(written(path)).toBe(program);
});
