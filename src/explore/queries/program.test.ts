import { expect, test } from 'vitest';
import type { Event } from '../../engine/model.ts';
import { calls, switchTo } from '../../engine/testing.ts';
import { printEvent } from '../../notation/text/print.ts';
import { type Act, moveOf } from '../kernel-space/actions.ts';
import { programOf } from './program.ts';

const [enable, disable] = calls('ED').map((event): Act => ({ act: 'event', event })) as [Act, Act];
const toTask = (task: string): Act => ({ act: 'switch', event: switchTo(task) as Event & { kind: 'switch' } });
const ACTS = {
  E: enable,
  D: disable,
  '{': { act: 'begin', kind: 'irq' },
  '}': { act: 'end' },
  '>': { act: 'go-on' },
  B: toTask('B'),
  A: toTask('A'),
  '~': { act: 'away', events: [switchTo('B'), switchTo('A')] },
} satisfies Record<string, Act>;

/** `E3 { E } > D`: acts, each with the statement at which a call is stopped. */
const written = (text: string) => {
  const moves = text.split(' ').map((word) => {
    return moveOf(Object.keys(ACTS).indexOf(word[0] ?? ''), Number(word.slice(1)));
  });
  return programOf(moves, Object.values(ACTS)).map(printEvent).join('; ');
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
])('%s is %s', (path, program) => {
  expect(written(path)).toBe(program);
});
