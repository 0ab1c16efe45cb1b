import { describe, expect, test } from 'vitest';
import type { Effect, Setup, Summary } from '../../engine/model.ts';
import { run, type Trace } from '../../engine/run/run.ts';
import { prepare, setupOf } from '../../engine/setup/world.ts';
import { formatDiagnostic } from '../../lib/source.ts';
import { parseProgram } from '../../notation/text/parse.ts';
import type { Claim, Scenario, ScenarioVerdict } from '../scenario.ts';
import { scenarios } from './index.ts';

const CHECK = 'kernel-check';

function programOf({ program }: Scenario) {
  const read = parseProgram(program);
  if (!read.ok) throw new Error(read.error.map((one) => formatDiagnostic(one)).join('\n'));
  return read.value.program;
}

function traceOf(scenario: Scenario, on: Partial<Setup> = {}): Trace {
  const own: Partial<Setup> = { ...scenario.setup, ...on };
  // Another revision meets eras of its own.
  if (on.revision !== undefined && on.era === undefined) delete (own as { era?: unknown }).era;
  const world = prepare(setupOf(own));
  if (!world.ok) throw new Error(world.error);
  return run(world.value, programOf(scenario));
}

const rowsOf = (trace: Trace) =>
  Array.from({ length: trace.length }, (_, slot) => ({ row: trace.rowAt(slot).number, ...trace.summaryAt(slot) }));

function verdictOf(rows: readonly Summary[]): ScenarioVerdict {
  const findings = rows.flatMap((row) => row.findings).filter(({ severity }) => severity !== 'note');
  if (findings.some(({ severity }) => severity === 'bug')) return 'bug';
  if (findings.some(({ rule }) => rule === CHECK)) return 'warns';
  return findings.length > 0 ? 'silent' : 'clean';
}

const isBarrier = ({ kind, how }: Effect) => kind === 'flush' || (kind === 'barrier' && how === 'dsb+isb');

/** What happened, in the shape of a claim: as much of it as the claim speaks of. */
function told(trace: Trace, claim: Claim): Claim {
  const rows = rowsOf(trace);
  const findings = rows.flatMap(({ row, findings: list }) => list.map((finding) => ({ row, ...finding })));
  const all: Required<Omit<Claim, 'on'>> = {
    verdict: verdictOf(rows),
    callbacks: rows.flatMap(({ callbacks }) => callbacks.map(({ callback }) => callback)),
    checks: findings.filter(({ rule }) => rule === CHECK).map(({ row, sub }) => `${row} ${sub}`),
    findings: findings
      .filter(({ rule }) => rule !== CHECK)
      .map(({ row, rule, sub }) => `${row} ${rule}${sub === null ? '' : `.${sub}`}`),
    fields: trace.end.tasks.A?.fields ?? {},
    active: rows.flatMap(({ task, active }) => (task === 'A' ? [active ? 'y' : 'n'] : [])).join(''),
    barriers: rows.flatMap((row) => row.effects).filter(isBarrier).length,
    results: Object.fromEntries(rows.flatMap(({ row, result }) => (result === null ? [] : [[row, result]]))),
  };
  const spoken = Object.keys(claim).filter((key) => key !== 'on');
  return Object.fromEntries(Object.entries(all).filter(([key]) => spoken.includes(key))) as unknown as Claim;
}

describe.each(scenarios.all.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  test('the scenario has a title, two sentences and a source', () => {
    expect(scenario.title).toMatch(/^([A-Z[]|\w+\(\))/);
    expect(scenario.summary.match(/[.?](?= |$)/g)).toHaveLength(2);
    expect(scenario.source).toMatch(/\S/);
  });

  test('the scenario opens at a row that happens', () => {
    expect(traceOf(scenario).slotOf(scenario.row)).toBeGreaterThanOrEqual(0);
  });

  test('the scenario makes one claim per setup, including its own', () => {
    expect(scenario.claims.filter(({ on }) => on === undefined)).toHaveLength(1);
    const setups = scenario.claims.map(({ on }) => JSON.stringify(on));
    expect(new Set(setups).size).toBe(setups.length);
  });

  test.each(scenario.claims.map((claim) => [JSON.stringify(claim.on ?? scenario.setup), claim] as const))(
    '%s',
    (_on, claim) => {
      const { on, ...said } = claim;
      expect(told(traceOf(scenario, on), claim)).toEqual(said);
    },
  );
});

test('the scenarios that the rest of the product names are there, the six calls first', () => {
  expect(scenarios.ids[0]).toBe('six-calls');
  expect(scenarios.ids).toEqual(
    expect.arrayContaining([
      ...['pause-inside', 'pause-outside', 'enable-while-paused', 'nested-pauses'],
      ...['double-disable', 'kasan-depopulate', 'interrupt-in-enable'],
    ]),
  );
});
