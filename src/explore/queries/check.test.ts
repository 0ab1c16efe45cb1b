import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallEvent, Event, Program, Setup } from '../../engine/model.ts';
import { lengthOf } from '../../engine/run/rows.ts';
import { run } from '../../engine/run/run.ts';
import type { World } from '../../engine/setup/world.ts';
import { exit, irq, page, summariesOf, switchTo, within, worldOf } from '../../engine/testing.ts';
import { printEvent } from '../../notation/text/print.ts';
import type { SearchScope } from '../kernel-space/scope.ts';
import { checkEquivalence, checkProperty, validateScope } from './check.ts';
import { isViolationOf, type Property } from './property.ts';
import { parseProperty, scopeOf, setupsOnAllBackends } from './testing.ts';

const ANY = { maxLength: Number.POSITIVE_INFINITY, maxStates: 1e6 };
const found = (world: World, property: string, scope: SearchScope) => {
  const answer = checkProperty(world, parseProperty(property), scope);
  return answer.verdict === 'violated' ? answer.program.map(printEvent).join('; ') : answer.verdict;
};

test('with the option off no finding is possible, whatever is open', () => {
  const scope = scopeOf('EDPR', { callers: 'paired', open: { enables: 2, pauses: 2 } });
  expect(checkProperty(worldOf({ backend: 'none' }), 'any', scope)).toMatchObject({ verdict: 'holds' });
});

describe('a search agrees with plain enumeration', () => {
  const CALLERS = ['free', 'paired', 'balanced'] as const;
  type Discipline = (typeof CALLERS)[number];

  /** What a context has open after a call; null if it may not make the call. */
  function openAfter(open: string, helper: CallEvent['helper'], callers: Discipline): string | null {
    const letter = helper === 'enable' || helper === 'disable' ? 'E' : 'P';
    if (helper === 'enable' || helper === 'pause') return open + letter;
    if (callers === 'free') return open;
    const at = open.lastIndexOf(letter);
    if (at < 0 || (callers === 'balanced' && at !== open.length - 1)) return null;
    return open.slice(0, at) + open.slice(at + 1);
  }

  /** Enumerates every program of up to `budget` events, with interrupts and preemption as the scope allows. */
  function* programs(scope: SearchScope, budget: number, open = '', inIrq = false): Generator<Program> {
    yield [];
    if (budget === 0) return;
    const heads: { readonly events: readonly Event[]; readonly open: string }[] = [];
    const callers = scope.callers as Discipline;
    const bodies = (cost: number) => (cost < 0 ? [] : [...programs(scope, cost, '', true)]);
    for (const event of scope.alphabet) {
      const after = event.kind === 'call' ? openAfter(open, event.helper, callers) : open;
      if (after === null) continue;
      heads.push({ events: [event], open: after });
      if (event.kind !== 'call' || inIrq) continue;
      for (let number = 1; number <= 7; number++) {
        if (scope.interrupts === 'statements') {
          for (const body of bodies(budget - 2).filter((one) => mayEnd(one, callers))) {
            heads.push({ events: [within(event.helper, number, irq(...body))], open: after });
          }
        }
        if (scope.preempt !== 'statements') continue;
        heads.push({ events: [within(event.helper, number, ...AWAY)], open: after });
        if (budget > 1) yield [within(event.helper, number, switchTo('B'))];
      }
    }
    if (!inIrq && scope.interrupts !== 'none') {
      for (const body of bodies(budget - 1).filter((one) => mayEnd(one, callers)))
        heads.push({ events: [irq(...body)], open });
    }
    if (!inIrq && scope.preempt !== 'none') {
      heads.push({ events: AWAY, open });
      yield [switchTo('B')];
    }
    for (const { events, open: after } of heads) {
      const cost = lengthOf(events);
      if (cost > budget) continue;
      for (const tail of programs(scope, budget - cost, after, inIrq)) yield [...events, ...tail];
    }
  }
  const AWAY = [switchTo('B'), switchTo('A')];
  const mayEnd = (body: Program, callers: Discipline): boolean => {
    if (callers !== 'balanced') return true;
    let open = '';
    for (const event of body) if (event.kind === 'call') open = openAfter(open, event.helper, callers) ?? 'X';
    return open === '';
  };

  function shortest(world: World, property: Property, scope: SearchScope, budget: number): number | null {
    let least: number | null = null;
    for (const program of programs(scope, budget)) {
      const length = lengthOf(program);
      if (least !== null && length >= least) continue;
      const rows = summariesOf(run(world, program));
      if (rows.some(({ findings }) => findings.some((finding) => isViolationOf(property, finding)))) least = length;
    }
    return least;
  }

  const setups: Partial<Setup>[] = [
    ...['v3', 'v4-07', 'v6'].flatMap(setupsOnAllBackends),
    { revision: 'pre', backend: 'xen-pv' },
    { revision: 'v6', backend: 'xen-pv', era: '7.1' },
    { revision: 'v7.2', backend: 'xen-pv' },
  ];
  const PROPERTIES = [
    'any',
    'kernel-check',
    'arch-bug',
    'callbacks-alternate',
    'ignored-call',
    'active-outside-section',
  ];
  const MORE_PROPERTIES = [
    'resume-restores',
    'interrupt-isolation',
    'pending-after-disable',
    'batching-lost',
    'active-entered-agree',
  ];
  const letters = fc.constantFrom('ED', 'EDP', 'EPR', 'EDPR');
  const between = fc.constantFrom('none', 'calls', 'statements');
  const anyScope = fc
    .record({
      letters,
      callers: fc.constantFrom(...CALLERS),
      interrupts: between,
      preempt: between,
      store: fc.boolean(),
    })
    .map(({ letters: word, store, ...change }) =>
      scopeOf(word, { ...change, ...(store ? { alphabet: [page('set', 'k1')] } : {}) } as Partial<SearchScope>),
    );

  test('a counterexample is as short as enumeration can make it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...setups),
        fc.constantFrom(...PROPERTIES, ...MORE_PROPERTIES),
        anyScope,
        (setup, text, scope) => {
          const world = worldOf(setup);
          const maxLength = scope.interrupts === 'statements' ? 3 : 4;
          const answer = checkProperty(world, parseProperty(text), scope, { ...ANY, maxLength });
          expect(answer.verdict === 'violated' ? answer.length : null).toBe(
            shortest(world, parseProperty(text), scope, maxLength),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a search is deterministic', () => {
    fc.assert(
      fc.property(fc.constantFrom(...setups), anyScope, (setup, scope) => {
        const once = () => {
          const answer = checkProperty(worldOf(setup), 'any', scope, { maxLength: 5, maxStates: 5000 });
          return answer.verdict === 'violated' ? { ...answer, found: answer.found.finding } : answer;
        };
        expect(once()).toEqual(once());
      }),
      { numRuns: 20 },
    );
  });
});

describe('counters wrap', () => {
  const v6 = worldOf();
  test.each([
    ['enable', 'E'],
    ['pause', 'P'],
  ])('the 256th %s is the first that warns', (helper, letter) => {
    const answer = checkProperty(v6, parseProperty(`kernel-check.${helper}`), scopeOf(letter));
    expect(answer).toMatchObject({ verdict: 'violated', length: 256 });
    expect(answer.verdict === 'violated' && answer.program.every((event) => printEvent(event) === helper)).toBe(true);
  });

  test('with any calls, the mode is entered twice only after the counter wraps', () => {
    const answer = checkProperty(v6, parseProperty('callbacks-alternate.enter'), scopeOf('E'));
    expect(answer).toMatchObject({ verdict: 'violated', length: 257 });
  });

  test('properly nested calls are not searched deeper than a counter counts', () => {
    expect(found(v6, 'callbacks-alternate', scopeOf('ED', { callers: 'balanced' }))).toBe('holds');
    expect(found(v6, 'kernel-check', scopeOf('ED', { callers: 'balanced' }))).toBe('holds');
  });
});

describe('page values', () => {
  test('page values are distinguished only by equality, so that the space is finite', () => {
    const scope = scopeOf('', { alphabet: [page('set', 'k1'), page('read', 'k1'), page('clear', 'k1')] });
    expect(checkProperty(worldOf(), 'any', scope)).toEqual({ verdict: 'holds', states: 3 });
  });

  test('a stale read is found where a store is deferred', () => {
    const scope = scopeOf('ED', { callers: 'balanced', alphabet: [page('set', 'k1'), page('read', 'k1')] });
    expect(found(worldOf({ backend: 'xen-pv' }), 'stale-read', scope)).toBe('enable; set k1; read k1');
    expect(found(worldOf({ backend: 'arm64' }), 'stale-read', scope)).toBe('holds');
  });
});

describe('several tasks and CPUs', () => {
  test('one of two active tasks can run inside a call of the other', () => {
    const scope = scopeOf('E', { callers: 'balanced', tasks: 2, preempt: 'statements' });
    const answer = checkProperty(worldOf({ backend: 'xen-pv' }), parseProperty('arch-bug'), scope);
    expect(answer).toMatchObject({ verdict: 'violated', length: 3 });
  });

  test('a refused switch is the last move', () => {
    const scope = scopeOf('ED', { callers: 'paired', preempt: 'calls' });
    expect(found(worldOf({ backend: 'sparc64' }), 'preempt-forbidden', scope)).toBe('enable; switch B');
  });

  test('a task may move to another CPU', () => {
    const scope = scopeOf('E', { tasks: 2, cpus: 2, preempt: 'calls', alphabet: [exit] });
    expect(found(worldOf(), 'unbalanced-exit', scope)).toBe('enable; exit');
    expect(checkProperty(worldOf({ backend: 'none' }), 'any', scope)).toMatchObject({ verdict: 'holds' });
  });

  test('an interrupt inside a call is written in the notation', () => {
    const scope = scopeOf('ED', { callers: 'balanced', interrupts: 'statements' });
    expect(found(worldOf({ revision: 'v4-07' }), 'callbacks-alternate', scope)).toBe(
      'enable after 3 { irq { enable; disable } }',
    );
  });
});

test('with the option off the space has one state', () => {
  expect(checkProperty(worldOf({ backend: 'none' }), 'any', scopeOf('EDPR'))).toEqual({ verdict: 'holds', states: 1 });
});

test('the bound that ended a search is reported', () => {
  const scope = scopeOf('EDPR');
  expect(checkProperty(worldOf(), parseProperty('arch-bug'), scope, { ...ANY, maxLength: 3 })).toMatchObject({
    by: 'length',
    length: 3,
  });
  expect(checkProperty(worldOf(), parseProperty('arch-bug'), scope, { ...ANY, maxStates: 50 })).toMatchObject({
    by: 'states',
  });
  expect(checkProperty(worldOf(), parseProperty('arch-bug'), scope, ANY, { isCancelled: () => true })).toMatchObject({
    by: 'cancelled',
  });
});

test('disabled checks find nothing', () => {
  expect(found(worldOf({ revision: 'v3-07', checks: 'off' }), 'kernel-check', scopeOf('ED'))).toBe('holds');
  expect(found(worldOf({ revision: 'v3-07', checks: 'stop' }), 'kernel-check', scopeOf('ED'))).toBe('disable');
});

describe('two worlds', () => {
  test('a revision does not differ from itself', () => {
    expect(checkEquivalence([worldOf(), worldOf()], scopeOf('ED', { callers: 'paired' }))).toMatchObject({
      verdict: 'holds',
    });
  });

  test('a difference names what each side shows', () => {
    const answer = checkEquivalence([worldOf({ revision: 'v4' }), worldOf()], scopeOf('EDPR'));
    expect(answer).toMatchObject({ verdict: 'violated', length: 1, found: { slot: 0 } });
    expect(answer.verdict === 'violated' && answer.found.finding.values).toEqual({
      differs: 'checks, active',
      left: 'callbacks: flush; checks: VM_WARN_ON_ONCE, VM_WARN_ON; active: no',
      right: 'callbacks: flush; checks: VM_WARN_ON_ONCE; active: yes',
    });
  });

  test('the same revision differs between two kernel releases of Xen if one hits a BUG', () => {
    const [old, mended] = [worldOf({ backend: 'xen-pv' }), worldOf({ backend: 'xen-pv', era: '7.1' })];
    const scope = scopeOf('E', { callers: 'free' });
    expect(checkEquivalence([old, mended], scope)).toMatchObject({ verdict: 'violated', length: 257 });
  });

  test('interleaving between statements is rejected for two revisions', () => {
    expect(validateScope(scopeOf('E', { preempt: 'statements' }), true)).toContain('between calls');
    expect(validateScope(scopeOf('E', { interrupts: 'statements', callers: { legal: 'v3' } }), false)).toContain(
      'legal in v3',
    );
    expect(validateScope(scopeOf('E', { interrupts: 'statements' }), false)).toBeNull();
  });
});
