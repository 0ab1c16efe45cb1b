import { describe, expect, test } from 'vitest';
import type { Claim, ScenarioVerdict as Claimed } from '../../content/scenario.ts';
import { scenarios } from '../../content/scenarios/index.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { run } from '../../engine/run/run.ts';
import { findRevision, prepare, setupOf } from '../../engine/setup/world.ts';
import type { MatrixCell } from '../../layout/compare/matrix.ts';
import { matrixText } from '../../layout/compare/matrix-text.ts';
import { assessRun, type RunVerdict } from '../../layout/compare/verdict.ts';
import { stateOf } from '../testing.ts';
import { cellOf, judgingsOf, matrixHeads, matrixOf, requestForCell, sideOf } from './matrix.ts';

const verdictOf = (cell: MatrixCell) => (cell && 'verdict' in cell ? cell.verdict : null);

/** What a claim calls it: a rule or a hazard that the kernel is silent about, and no difference between done and ignored. */
const AS_CLAIMED: Readonly<Record<RunVerdict, Claimed>> = {
  bug: 'bug',
  warns: 'warns',
  hazard: 'silent',
  rule: 'silent',
  ignored: 'clean',
  clean: 'clean',
};

/** Claims about checks or capacities speak of other runs than the matrix has. */
const speaks = ({ on = {} }: Claim) =>
  on.checks === undefined && on.capacity === undefined && on.panicOnWarn === undefined;

/** The cell that a claim speaks of, seen from where the claim is; null where the scenario runs elsewhere. */
function cellFor(id: string, { on = {} }: Claim): MatrixCell {
  const own = setupOf(scenarios.get(id).setup);
  const revision = findRevision(on.revision ?? own.revision)?.id ?? '';
  const looked = { backend: on.backend ?? own.backend, ...(on.era ? { era: on.era } : {}) };
  const judging = judgingsOf(stateOf('', 0, { revision, ...looked }).document).find(
    ({ scenario }) => scenario?.id === id,
  );
  const side = judging && sideOf(judging, revision);
  const there = side?.backend === looked.backend && (looked.era ?? side.era) === side.era;
  return judging && there ? cellOf(judging, revision) : null;
}

const claims = scenarios.all.flatMap((scenario) =>
  scenario.claims.filter(speaks).flatMap((claim) => {
    const verdict = verdictOf(cellFor(scenario.id, claim));
    return verdict === null ? [] : [{ id: scenario.id, on: JSON.stringify(claim.on ?? {}), verdict, claim }];
  }),
);

test.each(claims)('$id on $on has the verdict of its claim', ({ verdict, claim }) => {
  expect(AS_CLAIMED[verdict]).toBe(claim.verdict);
});

test('most claims refer to a cell of the matrix', () => {
  const all = scenarios.all.flatMap((scenario) => scenario.claims);
  expect(claims.length).toBeGreaterThan(all.length * 0.75);
});

describe('rows of the matrix', () => {
  test('the user’s program is the first row, followed by every scenario', () => {
    const judgings = judgingsOf(stateOf('enable; disable; disable', 0, { revision: 'v4' }).document);
    expect(judgings.map(({ scenario }) => scenario?.id ?? 'own')).toEqual(['own', ...scenarios.ids]);
    const own = judgings[0];
    expect(own && ['v3', 'v4', 'v6', 'pre'].map((id) => verdictOf(cellOf(own, id)))).toEqual([
      'bug',
      'warns',
      'warns',
      'rule',
    ]);
  });

  test('a row runs on its own architecture, otherwise on the selected one', () => {
    const judgings = judgingsOf(stateOf('', 0, { revision: 'v6', backend: 'powerpc-hash' }).document);
    const side = (id: string, revision: string) => {
      const judging = judgings.find(({ scenario }) => scenario?.id === id);
      const found = judging && sideOf(judging, revision);
      return found && `${found.backend} ${found.era}`;
    };
    expect(side('six-calls', 'v4')).toBe('powerpc-hash 7.0');
    expect(side('six-calls', 'v7.2')).toBe('powerpc-hash 7.2');
    expect(side('xen-preempted-enable', 'v6')).toBe('xen-pv 7.0');
    expect(side('xen-preempted-enable', 'pre')).toBe('xen-pv 6.19');
  });

  test('a cell says why the revision cannot run', () => {
    const [own] = judgingsOf(stateOf('', 0, { revision: 'v7.2-ptes', backend: 's390' }).document);
    expect(own && cellOf(own, 'v4')).toEqual({ impossible: expect.stringContaining('s390') });
    expect(own && requestForCell(own, 'v4', stateOf('').document)).toBeNull();
  });

  test('positions inside calls refer to the scenario’s own revision', () => {
    const judging = judgingsOf(stateOf('').document).find(({ scenario }) => scenario?.id === 'interrupt-in-enable');
    const opening = judging && requestForCell(judging, 'v6', stateOf('').document);
    expect(opening && 'document' in opening && opening.document.text).toContain('enable before callback {');
  });

  test('a cell whose run skips a position inside a call is marked', () => {
    const judging = judgingsOf(stateOf('').document).find(({ scenario }) => scenario?.id === 'xen-preempted-enable');
    const unsure = (id: string) => {
      const cell = judging && cellOf(judging, id);
      return cell && 'unsure' in cell && cell.unsure;
    };
    expect(['pre', 'v4', 'v6'].map(unsure)).toEqual([true, false, false]);
  });
});

test('opening a cell yields a run with the verdict of the cell', () => {
  const document = stateOf('enable after 3 { irq { enable; disable } }; disable').document;
  for (const judging of judgingsOf(document)) {
    for (const { id } of matrixHeads) {
      const opening = requestForCell(judging, id, document);
      if (!opening) continue;
      const setup = 'side' in opening ? { ...document.setup, ...opening.side } : opening.document.setup;
      const program = 'side' in opening ? opening.program : opening.document.program;
      const world = prepare(setup);
      expect(world.ok && assessRun(run(world.value, program)).verdict).toBe(verdictOf(cellOf(judging, id)));
    }
  }
});

test('the text of the matrix matches its golden file, in 7-bit lines of at most 72 characters', async () => {
  const judgings = judgingsOf(stateOf('enable; disable; disable').document);
  const cells = judgings.map((judging) => revisions.ids.map((id) => cellOf(judging, id)));
  const text = matrixText(matrixOf(judgings, cells, 'arm64'));
  for (const line of text.split('\n')) {
    expect(line).toMatch(/^[\x21-\x7e]?([\x20-\x7e]*[\x21-\x7e])?$/);
    expect(line.length).toBeLessThanOrEqual(72);
  }
  await expect(text).toMatchFileSnapshot('matrix.golden.txt');
});
