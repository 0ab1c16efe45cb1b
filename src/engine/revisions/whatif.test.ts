/** The three what-ifs of v6: what each changes, and that it changes nothing else. */
import { describe, expect, test } from 'vitest';
import { calls, describeRows, events, findingsOf, runOf, summariesOf } from '../testing.ts';

const told = (revision: string, letters: string) => describeRows(runOf({ revision }, calls(letters)));

describe('whatif-no-inner-flush', () => {
  const revision = 'whatif-no-inner-flush';

  test('the revision differs from v6 only in the inner disable', () => {
    expect(told(revision, 'EEPRDD')).toEqual(['enter 1,0', '- 2,0', 'leave 2,1', 'enter 2,0', '- 1,0', 'leave 0,0']);
  });

  test('what was stored inside is still held back when the inner section is over', () => {
    expect(findingsOf(runOf({ revision }, events('EE k1 D')))).toEqual(['4 pending-after-disable']);
    expect(findingsOf(runOf({ revision: 'v6' }, events('EE k1 D')))).toEqual([]);
  });
});

describe('whatif-saturate', () => {
  const revision = 'whatif-saturate';

  test('a double disable recovers: the next section is an ordinary one', () => {
    expect(told(revision, 'EDDED')).toEqual([
      ...['enter 1,0', 'leave 0,0', 'WARN_ONCE+leave 0,0', 'enter 1,0', 'leave 0,0'],
    ]);
  });

  test('the 256th enable stays at 255, so the section ends one disable early', () => {
    const lines = told(revision, 'E'.repeat(256) + 'D'.repeat(256));
    expect(lines[255]).toBe('WARN_ONCE 255,0');
    expect(lines.slice(-2)).toEqual(['leave 0,0', 'WARN_ONCE+leave 0,0']);
  });
});

describe('whatif-arch-pause', () => {
  const revision = 'whatif-arch-pause';

  test('pause and resume call their own callbacks', () => {
    expect(told(revision, 'EPRD')).toEqual(['enter 1,0', 'pause 1,1', 'resume 1,0', 'leave 0,0']);
  });

  test('where an architecture has none they are leave and enter', () => {
    const trace = runOf({ revision }, events('E k1 P k2 R k3 D'));
    expect(summariesOf(trace).map(({ pending, entered }) => [pending, entered])).toEqual([
      ...[
        [0, true],
        [1, true],
        [0, false],
        [0, false],
        [0, true],
        [1, true],
        [0, false],
      ],
    ]);
    expect(findingsOf(trace)).toEqual([]);
  });
});
