import { describe, expect, test } from 'vitest';
import { calls, irq, within, worldOf } from '../../engine/testing.ts';
import { printEvent } from '../../notation/text/print.ts';
import { alignProgram } from './align.ts';

const INSIDE = irq(...calls('ED'));
const read = (revisions: readonly string[], ...program: Parameters<typeof alignProgram>[1]) => {
  const {
    program: aligned,
    notes,
    unsure,
  } = alignProgram(
    revisions.map((revision) => worldOf({ revision })),
    program,
  );
  return { text: aligned.map(printEvent).join('; '), notes, unsure };
};

describe('positions by statement number', () => {
  test('a position after a write becomes the number of that write', () => {
    const { text, notes, unsure } = read(['v6', 'v4'], within('enable', 3, INSIDE));
    expect(text).toBe('enable after write 1 { irq { enable; disable } }');
    expect(notes).toEqual([
      'Row 1: "after 3" uses the statement numbers of v6. It is read as "after write 1", which means the same in every column.',
    ]);
    expect(unsure).toEqual([]);
  });

  test('a position before the callback becomes `before callback`, which helpers with fewer writes have too', () => {
    expect(read(['v4-07', 'v6'], within('enable', 5, INSIDE)).text).toContain('enable before callback {');
    expect(read(['v6', 'v4'], within('enable', 4, INSIDE)).text).toContain('enable before callback {');
  });

  test('a position after the callback becomes `after callback`', () => {
    expect(read(['v6', 'v3'], within('enable', 5, INSIDE)).text).toContain('enable after callback {');
  });

  test('a position without another name stays and is reported as not comparable', () => {
    const { text, notes, unsure } = read(['v6', 'v4'], within('enable', 2, INSIDE));
    expect(text).toContain('enable after 2 {');
    expect(notes).toEqual([
      'Row 1: "after 2" uses the statement numbers of v6, which differ in other columns: what happens inside this call is not comparable.',
    ]);
    expect(unsure).toEqual([[0]]);
  });

  test('a position that the call does not reach is not comparable', () => {
    expect(read(['v6', 'v4'], ...calls('E'), within('enable', 5, INSIDE)).unsure).toEqual([[1]]);
  });

  test('a position stays if all revisions number the helper alike', () => {
    const { text, notes } = read(['v6', 'whatif-saturate'], within('enable', 3, INSIDE));
    expect([text, notes]).toEqual(['enable after 3 { irq { enable; disable } }', []]);
    expect(read(['v6', 'v7.2'], within('enable', 3, INSIDE)).text).toContain('after 3');
  });

  test('a position stays if the call is disabled or does not use a number', () => {
    expect(read(['v6', 'v4'], { ...within('enable', 3, INSIDE), off: true }).notes).toEqual([]);
    expect(read(['v6', 'v4'], within('enable', { at: 'write', number: 1 }, INSIDE)).notes).toEqual([]);
  });
});

test('several positions of one call are translated independently', () => {
  const event = within('enable', 3, INSIDE);
  const both = {
    ...event,
    inside: [...(event.inside ?? []), { anchor: { at: 'statement', number: 5 }, events: [] }],
  } as const;
  expect(read(['v6', 'v4'], both).text).toBe('enable after write 1 { irq { enable; disable } } after callback { }');
});
