/**
 * What reviewers and users found as far as a run shows it: the reported program
 * breaks its rule at its statement, and no shorter one does.
 */
import { describe, expect, test } from 'vitest';
import { backends } from '../backends/index.ts';
import type { Event, Finding, Setup } from '../model.ts';
import { prepare, setupOf, type World } from '../setup/world.ts';
import { calls, events, irq, page, sleep, summariesOf, switchTo, within, worldOf } from '../testing.ts';
import { findingId } from './finding-text.ts';
import { bodiesOf } from './rows.ts';
import { run, type Trace } from './run.ts';

type Callers = 'free' | 'paired' | 'balanced';

const letters = calls('EDPR');
const STORE = page('set', 'k1');

/** Whether a caller of this discipline may make its last call. */
function allowed(program: readonly Event[], callers: Callers): boolean {
  if (callers === 'free') return true;
  const calling: Record<string, string[]> = {};
  let task = 'A';
  for (const event of program) {
    if (event.kind === 'switch') ({ task } = event);
    if (event.kind !== 'call') continue;
    calling[task] ??= [];
    const open = calling[task] as string[];
    if (event.helper === 'enable' || event.helper === 'pause') open.push(event.helper);
    else {
      const opener = event.helper === 'disable' ? 'enable' : 'pause';
      const at = open.lastIndexOf(opener);
      if (at < 0 || (callers === 'balanced' && at !== open.length - 1)) return false;
      open.splice(at, 1);
    }
  }
  return true;
}

/** Every program over an alphabet, from one event to `most`. */
function* programs(alphabet: readonly Event[], callers: Callers, most: number): Generator<readonly Event[]> {
  let frontier: readonly (readonly Event[])[] = [[]];
  for (let length = 1; length <= most; length++) {
    frontier = frontier
      .flatMap((shorter) => alphabet.map((event) => [...shorter, event]))
      .filter((p) => allowed(p, callers));
    yield* frontier;
  }
}

const broken = (trace: Trace): Finding[] => summariesOf(trace).flatMap(({ findings }) => findings);
const breaks = (world: World, program: readonly Event[], rule: string) =>
  broken(run(world, program)).some((finding) => findingId(finding).startsWith(rule));

/** Setups of a revision on every architecture that has the option. */
const anywhere = (revision: string): Setup[] =>
  backends.all
    .filter(({ configured }) => configured)
    .map(({ id }) => setupOf({ revision, backend: id }))
    .filter((setup) => prepare(setup).ok);

interface Found {
  readonly id: string;
  readonly setups: readonly Partial<Setup>[];
  readonly rule: string;
  readonly callers: Callers;
  readonly alphabet: readonly Event[];
  readonly program: readonly Event[];
  readonly finding: Partial<Finding>;
}

const FOUND: readonly Found[] = [
  {
    id: 'F1',
    setups: [{ revision: 'pre', backend: 'arm64' }],
    rule: 'batching-lost',
    callers: 'free',
    alphabet: [...letters, STORE],
    program: [...calls('EED'), STORE],
    finding: { severity: 'note', values: { page: 'k1', sections: 1 } },
  },
  {
    id: 'F2',
    setups: [{ revision: 'pre', backend: 'xen-pv' }],
    rule: 'arch-bug',
    callers: 'paired',
    alphabet: calls('ED'),
    program: calls('EE'),
    finding: { sub: 'enter', severity: 'bug', clause: 'xen_lazy_mode != XEN_LAZY_NONE', statement: 1 },
  },
  {
    id: 'F3',
    setups: [{ revision: 'whatif-no-inner-flush', backend: 'xen-pv' }],
    rule: 'pending-after-disable',
    callers: 'free',
    alphabet: [...letters, STORE],
    program: events('EE k1 D'),
    finding: { clause: 'pending > 0 after disable()', values: { pending: 1 } },
  },
  {
    // Where the generic state alone says whether to batch, a free caller needs only 3.
    id: 'F3',
    setups: [{ revision: 'whatif-no-inner-flush', backend: 'arm64' }],
    rule: 'pending-after-disable',
    callers: 'paired',
    alphabet: [...letters, STORE],
    program: events('EE k1 D'),
    finding: { clause: 'pending > 0 after disable()', values: { pending: 1 } },
  },
  {
    id: 'F4',
    setups: anywhere('v3-07'),
    rule: 'kernel-check.disable.1',
    callers: 'free',
    alphabet: letters,
    program: calls('D'),
    finding: { clause: 'count == 0', values: { count: 0 }, statement: 1, severity: 'bug' },
  },
  {
    id: 'F5',
    setups: anywhere('v6'),
    rule: 'active-outside-section',
    callers: 'free',
    alphabet: letters,
    program: calls('D'),
    finding: { values: { enable_count: 255, pause_count: 0 } },
  },
  {
    id: 'F5b',
    setups: anywhere('v6'),
    rule: 'active-outside-section',
    callers: 'paired',
    alphabet: letters,
    program: calls('EPDR'),
    finding: { values: { enable_count: 1, pause_count: 0 } },
  },
  ...['v3', 'v4'].map(
    (revision): Found => ({
      id: 'F6',
      setups: anywhere(revision),
      rule: 'kernel-check.enable.3',
      callers: 'paired',
      alphabet: letters,
      program: calls('EPE'),
      finding: { statement: 3, clause: revision === 'v3' ? 'count > 0 && !enabled' : 'nesting_level > 0 && !active' },
    }),
  ),
  {
    id: 'F11',
    setups: anywhere('v6'),
    rule: 'ignored-call.disable',
    callers: 'paired',
    alphabet: letters,
    program: calls('EPD'),
    finding: { statement: 1, values: { enable_count: 1, pause_count: 1 } },
  },
  {
    id: 'F12',
    setups: anywhere('v6'),
    rule: 'sleep-in-section',
    callers: 'paired',
    alphabet: [...letters, sleep],
    program: [...calls('E'), sleep],
    finding: { severity: 'warning' },
  },
];

describe.each(FOUND.flatMap((found) => found.setups.map((setup) => ({ ...found, setup }))))(
  '$id $setup.revision $setup.backend',
  ({ setup, rule, callers, alphabet, program, finding }) => {
    const world = worldOf(setup);

    test('the program that was found breaks its rule at its last event, and not before', () => {
      expect(allowed(program, callers)).toBe(true);
      const trace = run(world, program);
      const last = trace.summaryAt(program.length - 1).findings.find((one) => findingId(one).startsWith(rule));
      expect(last).toMatchObject(finding);
      expect(breaks(world, program.slice(0, -1), rule)).toBe(false);
    });

    test('no shorter one does', () => {
      for (const shorter of programs(alphabet, callers, program.length - 1)) {
        if (breaks(world, shorter, rule)) expect.fail(`${JSON.stringify(shorter)} breaks ${rule}`);
      }
    });
  },
);

describe.each(anywhere('v6'))('v6 $backend', (setup) => {
  test.each([
    ['F5c', 'active-outside-section'],
    ['F11b', 'ignored-call'],
  ])('%s: who nests properly never breaks %s', (_id, rule) => {
    const world = worldOf(setup);
    for (const program of programs(letters, 'balanced', 7)) {
      if (breaks(world, program, rule)) expect.fail(`${JSON.stringify(program)} breaks ${rule}`);
    }
  });

  test('F13: whoever trips no check of v3 sees no difference in v6', () => {
    const worlds = [worldOf({ ...setup, revision: 'v3', checks: 'stop' }), worldOf(setup)] as const;
    const seen = (world: World, program: readonly Event[]) =>
      summariesOf(run(world, program)).map(({ callbacks, active, checks }) => [
        callbacks.map((c) => c.callback),
        active,
        checks,
      ]);
    let legal: (readonly Event[])[] = [[]];
    for (let length = 1; length <= 7; length++) {
      legal = legal
        .flatMap((shorter) => letters.map((event) => [...shorter, event]))
        .filter((program) => run(worlds[0], program).end.over === null);
      for (const program of legal) expect(seen(worlds[1], program)).toEqual(seen(worlds[0], program));
    }
    expect(legal.length).toBeGreaterThan(10);
  });

  test('F14: a pause outside a section leaves in v4 and not in v6', () => {
    const callbacks = (revision: string) =>
      summariesOf(run(worldOf({ ...setup, revision }), calls('P'))).flatMap((row) =>
        row.callbacks.map((c) => c.callback),
      );
    expect([callbacks('v4'), callbacks('v6')]).toEqual([['leave'], []]);
  });
});

describe('F7', () => {
  const hit = [within('enable', 5, irq(...calls('ED')))];

  /** Every program of balanced enables, disables and interrupts, these also between the statements of a call. */
  function* interrupted(budget: number, open = 0): Generator<readonly Event[]> {
    yield [];
    if (budget === 0) return;
    const heads: { readonly event: Event; readonly cost: number; readonly open: number }[] = [];
    for (const body of interrupted(budget - 1)) {
      const cost = 1 + lengthOf(body);
      heads.push({ event: irq(...body), cost, open });
      if (cost >= budget) continue;
      for (const helper of open > 0 ? (['enable', 'disable'] as const) : (['enable'] as const)) {
        const after = helper === 'enable' ? open + 1 : open - 1;
        for (let number = 1; number <= 7; number++) {
          heads.push({ event: within(helper, number, irq(...body)), cost: cost + 1, open: after });
        }
      }
    }
    for (const [helper, after] of [['E', open + 1], ...(open > 0 ? [['D', open - 1] as const] : [])] as const) {
      heads.push({ event: calls(helper)[0] as Event, cost: 1, open: after });
    }
    for (const { event, cost, open: after } of heads) {
      for (const tail of interrupted(budget - cost, after)) yield [event, ...tail];
    }
  }
  const lengthOf = (list: readonly Event[]): number =>
    list.reduce((sum, event) => sum + 1 + bodiesOf(event).reduce((inner, body) => inner + lengthOf(body), 0), 0);

  test.each(anywhere('v4-07'))('on $backend the flush of the interrupt comes while not entered, silently', (setup) => {
    const world = worldOf(setup);
    const found = broken(run(world, hit)).filter(({ rule }) => rule === 'callbacks-alternate');
    expect(found).toMatchObject([{ sub: 'flush', clause: 'arch_flush() called while not entered', statement: 7 }]);
    expect(broken(run(world, hit)).filter(({ rule }) => rule === 'kernel-check')).toEqual([]);
  });

  test.each([3, 4])('after %d it shows as well, with two kernel checks before it', (number) => {
    const found = broken(run(worldOf({ revision: 'v4-07' }), [within('enable', number, irq(...calls('ED')))]));
    const rules = found.map(findingId).filter((rule) => /^(kernel-check|callbacks)/.test(rule));
    expect(rules).toEqual(['kernel-check.enable.2', 'kernel-check.disable.2', 'callbacks-alternate.flush']);
  });

  test('no program of three events does it on v4-07', () => {
    const world = worldOf({ revision: 'v4-07' });
    const shorter = [...interrupted(3)];
    expect(shorter.length).toBeGreaterThan(100);
    for (const program of shorter) {
      if (breaks(world, program, 'callbacks-alternate')) expect.fail(JSON.stringify(program));
    }
  });

  test('F7b: on v4 none of four does', () => {
    const world = worldOf({ revision: 'v4' });
    for (const program of interrupted(4)) {
      if (breaks(world, program, 'callbacks-alternate')) expect.fail(JSON.stringify(program));
    }
  });
});

describe('a preemption between two statements on Xen', () => {
  const away = [switchTo('B'), switchTo('A')];
  const xen = (revision: string, era: Setup['era']) => worldOf({ revision, backend: 'xen-pv', era });
  const bugs = (world: World, program: readonly Event[]) =>
    broken(run(world, program)).filter(({ rule }) => rule === 'arch-bug');
  /** Every call, alone and preempted after each of its statements. */
  const preempted = letters.flatMap((event) => [
    event,
    ...[1, 2, 3, 4, 5, 6].map((number) => within(event.helper, number, ...away)),
  ]);

  test('F8: 7.0 ends in the BUG of enter, and no shorter program of paired calls does', () => {
    expect(bugs(xen('v6', '7.0'), [within('enable', 3, ...away)])).toMatchObject([
      { sub: 'enter', clause: 'xen_lazy_mode != XEN_LAZY_NONE', values: { xen_lazy_mode: 'XEN_LAZY_MMU' } },
    ]);
    for (const program of programs([...letters, ...away], 'paired', 2)) {
      if (bugs(xen('v6', '7.0'), program).length > 0) expect.fail(JSON.stringify(program));
    }
  });

  test('F9: and the mirror in the BUG of leave, which needs four events', () => {
    expect(bugs(xen('v6', '7.0'), [...calls('E'), within('disable', 3, ...away)])).toMatchObject([
      { sub: 'leave', clause: 'xen_lazy_mode != XEN_LAZY_MMU', values: { xen_lazy_mode: 'XEN_LAZY_NONE' } },
    ]);
    for (const event of preempted) {
      const found = allowed([event], 'paired') ? bugs(xen('v6', '7.0'), [event]) : [];
      expect(found.filter(({ sub }) => sub === 'leave')).toEqual([]);
    }
  });

  test('F8b: between calls alone, who nests properly never meets it', () => {
    const world = xen('v6', '7.0');
    for (const program of programs([...letters, ...away], 'balanced', 6)) {
      if (bugs(world, program).length > 0) expect.fail(JSON.stringify(program));
    }
  });

  test.each([
    ['v6', '7.1'],
    ['v7.2', '7.2'],
  ] as const)('F10: %s on %s never does, whoever calls', (revision, era) => {
    const world = xen(revision, era);
    for (const program of programs(preempted, 'free', 3)) {
      if (bugs(world, program).length > 0) expect.fail(JSON.stringify(program));
    }
  });
});

test.each([
  ['A', 'EPRD', []],
  ['B', 'PR', ['pause', 'resume']],
  ['C', 'PEDR', ['pause', 'resume']],
  ['D', 'PPEDRR', ['pause', 'pause', 'resume', 'resume']],
])('scenario [%s] of the v4 discussion is clean from v5 on', (_name, program, v4) => {
  const checked = (revision: string) =>
    summariesOf(run(worldOf({ revision }), calls(program))).flatMap(({ checks }, slot) =>
      checks.length > 0 ? [calls(program)[slot]?.helper] : [],
    );
  expect([checked('v3'), checked('v4'), checked('v6')]).toEqual([v4, v4, []]);
});
