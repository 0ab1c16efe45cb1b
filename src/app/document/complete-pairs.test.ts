import { expect, test } from 'vitest';
import { run } from '../../engine/run/run.ts';
import { prepare, setupOf } from '../../engine/setup/world.ts';
import { arbitraryCalls, arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { printEvent } from '../../notation/text/print.ts';
import { programOf } from '../testing.ts';
import { completePairs } from './complete-pairs.ts';

const completed = (text: string) => completePairs(programOf(text)).map(printEvent).join('; ');

test.each([
  ['enable', 'enable; disable'],
  ['enable; pause', 'enable; pause; resume; disable'],
  ['pause; enable; resume', 'pause; enable; resume; disable'],
  ['irq { enable }; enable', 'irq { enable; disable }; enable; disable'],
  ['enable after 1 { pause }', 'enable after 1 { pause; resume }; disable'],
  ['enable; switch B; enable', 'enable; switch B; enable; disable; switch A; disable'],
  ['enable; exit; switch B; pause', 'enable; exit; switch B; pause; resume'],
  ['~enable; enable; ~disable', '~enable; enable; ~disable; disable'],
  ['disable; resume', 'disable; resume'],
])('%s becomes %s', (text, expected) => {
  expect(completed(text)).toBe(expected);
});

test('completing pairs keeps a program with nothing open, and completing twice equals completing once', () => {
  forAll(arbitraryProgram(), (program) => {
    const once = completePairs(program);
    expect(completePairs(once)).toBe(once);
  });
});

test('after pairs are completed, no section and no pause is open', () => {
  const world = prepare(setupOf({ checks: 'off' }));
  forAll(arbitraryCalls(), (program) => {
    const open = world.ok ? run(world.value, completePairs(program)).end.tasks.A?.openCalls : null;
    expect(open).toEqual({ enables: [], pauses: [] });
  });
});
