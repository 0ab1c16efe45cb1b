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

describe('a place by the number of its statement', () => {
  test('after a write is read as that write', () => {
    const { text, notes, unsure } = read(['v6', 'v4'], within('enable', 3, INSIDE));
    expect(text).toBe('enable after write 1 { irq { enable; disable } }');
    expect(notes).toEqual([
      'Row 1: "after 3" uses the statement numbers of v6. It is read as "after write 1", which means the same in every column.',
    ]);
    expect(unsure).toEqual([]);
  });

  test('before the callback is read as that, so that it stands there in helpers with fewer writes, too', () => {
    expect(read(['v4-07', 'v6'], within('enable', 5, INSIDE)).text).toContain('enable before callback {');
    expect(read(['v6', 'v4'], within('enable', 4, INSIDE)).text).toContain('enable before callback {');
  });

  test('after the callback is read as that', () => {
    expect(read(['v6', 'v3'], within('enable', 5, INSIDE)).text).toContain('enable after callback {');
  });

  test('that has no other name stays, and is said not to be comparable', () => {
    const { text, notes, unsure } = read(['v6', 'v4'], within('enable', 2, INSIDE));
    expect(text).toContain('enable after 2 {');
    expect(notes).toEqual([
      'Row 1: "after 2" uses the statement numbers of v6, which differ in other columns: what happens inside this call is not comparable.',
    ]);
    expect(unsure).toEqual([[0]]);
  });

  test('that the call does not come to has no other name either', () => {
    expect(read(['v6', 'v4'], ...calls('E'), within('enable', 5, INSIDE)).unsure).toEqual([[1]]);
  });

  test('stays where all number the helper alike', () => {
    const { text, notes } = read(['v6', 'whatif-saturate'], within('enable', 3, INSIDE));
    expect([text, notes]).toEqual(['enable after 3 { irq { enable; disable } }', []]);
    expect(read(['v6', 'v7.2'], within('enable', 3, INSIDE)).text).toContain('after 3');
  });

  test('stays where the call is switched off, or names its place already', () => {
    expect(read(['v6', 'v4'], { ...within('enable', 3, INSIDE), off: true }).notes).toEqual([]);
    expect(read(['v6', 'v4'], within('enable', { at: 'write', number: 1 }, INSIDE)).notes).toEqual([]);
  });
});

test('several places of one call are read each by itself', () => {
  const event = within('enable', 3, INSIDE);
  const both = {
    ...event,
    inside: [...(event.inside ?? []), { anchor: { at: 'statement', number: 5 }, events: [] }],
  } as const;
  expect(read(['v6', 'v4'], both).text).toBe('enable after write 1 { irq { enable; disable } } after callback { }');
});
