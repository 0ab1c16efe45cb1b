import { describe, expect, test } from 'vitest';
import type { Event, Setup } from '../model.ts';
import { findingId } from '../run/finding-text.ts';
import {
  bh,
  calls,
  events,
  exit,
  findingsOf,
  flushTlb,
  irq,
  page,
  runOf,
  sleep,
  summariesOf,
  switchTo,
  usedPages,
  within,
} from '../testing.ts';
import { rules } from './index.ts';

/** The ids are fixed: links, files and the command line name them. */
const IDS = [
  ...['kernel-check', 'arch-bug', 'callbacks-alternate', 'pending-after-disable', 'pending-while-paused'],
  ...[
    'helper-while-paused',
    'resume-restores',
    'active-entered-agree',
    'active-outside-section',
    'interrupt-isolation',
  ],
  ...[
    'ignored-call',
    'unbalanced-exit',
    'sleep-in-section',
    'preempt-forbidden',
    'preempt-unbalanced',
    'stale-read',
    'early-touch',
  ],
  ...['stale-translation', 'overtaken-update', 'foreign-flush', 'batching-lost'],
];

/** For each rule programs that break it, with the row and the sub-id, and neighbours of theirs in which it holds. */
interface Cases {
  readonly breaks: readonly (readonly [at: string, Partial<Setup>, readonly Event[]])[];
  readonly holds: readonly (readonly [Partial<Setup>, readonly Event[]])[];
}

const V6 = { revision: 'v6' };
const V4 = { revision: 'v4' };
const V407 = { revision: 'v4-07' };
const PRE = { revision: 'pre' };
const HASH = { backend: 'powerpc-hash' };
const XEN = { backend: 'xen-pv' };
const WHATIF = { revision: 'whatif-no-inner-flush' };

const CASES: Readonly<Record<string, Cases>> = {
  'kernel-check': {
    breaks: [
      ['1 kernel-check.disable.2', V6, calls('D')],
      ['1 kernel-check.resume.2', V6, calls('R')],
      ['3 kernel-check.enable.3', V4, calls('EPE')],
      ['3 kernel-check.disable.1', { revision: 'v3-07' }, calls('EDD')],
    ],
    holds: [
      [V6, calls('EPEDRD')],
      [{ ...V6, checks: 'off' }, calls('DD')],
      [PRE, calls('DD')],
    ],
  },
  'callbacks-alternate': {
    breaks: [
      ['2 callbacks-alternate.enter', V4, calls('ER')],
      ['1 callbacks-alternate.leave', V4, calls('P')],
      ['3 callbacks-alternate.flush', V6, calls('EDD')],
      ['2 callbacks-alternate.enter', PRE, calls('EE')],
      ['4 callbacks-alternate.flush', V407, [within('enable', 5, irq(...calls('ED')))]],
    ],
    holds: [
      [V6, calls('PRPEDREEPPRRDD')],
      // In interrupt arm64 returned at once before the series: nothing was entered, nothing is left.
      [PRE, [irq(...calls('EEDD'))]],
    ],
  },
  'pending-after-disable': {
    breaks: [['4 pending-after-disable', WHATIF, events('EE k1 D')]],
    holds: [
      [V6, events('EE k1 D')],
      [V6, [...events('E k1'), ...calls('PDR')]],
      [WHATIF, events('EE 1 D')],
    ],
  },
  'pending-while-paused': {
    breaks: [['4 pending-while-paused', V6, events('E k1 RP')]],
    holds: [
      [V6, events('E k1 P k2 R')],
      [V6, [...events('E k1'), bh('off'), ...calls('P')]],
    ],
  },
  'resume-restores': {
    breaks: [
      ['2 resume-restores', V4, calls('PR')],
      ['4 resume-restores', V4, calls('EPPR')],
      ['2 resume-restores', PRE, calls('PR')],
    ],
    holds: [
      [V6, calls('PREPRD')],
      [V6, calls('EPPRRD')],
      [V4, calls('EPRD')],
      // A resume that closes no pause brings nothing back.
      [V4, calls('R')],
    ],
  },
  'helper-while-paused': {
    breaks: [
      ['3 helper-while-paused.enable', { revision: 'v3' }, calls('EPE')],
      ['3 helper-while-paused.disable', { revision: 'v3-07' }, calls('EPD')],
      ['3 helper-while-paused.pause', V4, calls('EPP')],
      // Outside a section the check of enable() is silent, because the count is 0.
      ['2 helper-while-paused.enable', V407, calls('PE')],
    ],
    holds: [
      [V6, calls('EPEDPRRD')],
      [{ revision: 'v7.2' }, calls('EPEDRD')],
      [PRE, calls('EPEDRD')],
      [V4, calls('EPRD')],
      [V4, calls('RR')],
      // An interrupt handler is not the code between pause and resume.
      [V407, [...calls('EP'), irq(...calls('ED')), ...calls('RD')]],
      // In interrupt context the helpers return at once: nothing is paused, and nothing changes.
      [V4, [...calls('E'), bh('off'), ...calls('PEDR')]],
      [V4, [...calls('EP'), bh('off'), ...calls('ED')]],
    ],
  },
  'active-entered-agree': {
    breaks: [
      ['3 active-entered-agree', V6, calls('EDD')],
      ['256 active-entered-agree', V6, calls('E'.repeat(256))],
    ],
    holds: [
      [V4, calls('EDD')],
      [V6, calls('EPEDRD')],
      [V6, [within('enable', 3, switchTo('B'), ...calls('ED'), switchTo('A'))]],
    ],
  },
  'active-outside-section': {
    breaks: [
      ['1 active-outside-section', V6, calls('D')],
      ['4 active-outside-section', V6, calls('EPDR')],
      ['1 active-outside-section', V4, calls('R')],
    ],
    holds: [
      [V4, calls('EDD')],
      [V6, calls('EPRD')],
      [V6, calls('EPD')],
    ],
  },
  'interrupt-isolation': {
    breaks: [
      ['2 interrupt-isolation.active', V407, [...calls('E'), irq()]],
      ['3 interrupt-isolation.state', V407, [irq(...calls('E'))]],
      ['2 interrupt-isolation.active', V407, [irq(...calls('E'))]],
      ['4 interrupt-isolation.state', { revision: 'v3-07' }, [...calls('E'), irq(...calls('D'))]],
    ],
    holds: [
      [V6, [...calls('E'), irq(...calls('EDPR'))]],
      [V4, [...calls('E'), irq(...calls('D'))]],
      [PRE, [...calls('E'), irq(...calls('ED'))]],
      // Bottom halves off is not an interrupt, though in_interrupt() says so.
      [V407, [bh('off'), ...calls('E')]],
    ],
  },
  'ignored-call': {
    breaks: [
      ['3 ignored-call.disable', V6, calls('EPD')],
      ['4 ignored-call.enable', V6, calls('PERD')],
      ['3 ignored-call.disable', V4, [...calls('E'), bh('off'), ...calls('D')]],
      ['3 ignored-call.resume', V6, [...calls('P'), bh('off'), ...calls('R')]],
      ['3 ignored-call.disable', PRE, [...calls('E'), bh('off'), ...calls('D')]],
    ],
    holds: [
      [V6, calls('PEDR')],
      [V6, [...calls('E'), irq(...calls('ED')), ...calls('D')]],
      [V6, calls('PD')],
    ],
  },
  'unbalanced-exit': {
    breaks: [
      ['2 unbalanced-exit', V6, [...calls('E'), exit]],
      ['2 unbalanced-exit', PRE, [...calls('E'), exit]],
      // Both counters are back at 0 by wrapping, and barriers are still owed.
      ['4 unbalanced-exit', V6, [...events('D k1 E'), exit]],
    ],
    holds: [
      [V6, [...calls('EPRD'), exit]],
      [PRE, [...calls('EED'), exit]],
    ],
  },
  'sleep-in-section': {
    breaks: [
      ['2 sleep-in-section', V6, [...calls('E'), sleep]],
      ['4 sleep-in-section', V6, [...calls('EED'), sleep]],
      ['2 sleep-in-section', PRE, [...calls('E'), sleep]],
    ],
    holds: [
      [V6, [...calls('ED'), sleep]],
      [V6, [...calls('EP'), sleep]],
      [PRE, [...calls('EED'), sleep]],
    ],
  },
  'preempt-forbidden': {
    breaks: [
      ['2 preempt-forbidden', V6, [bh('off'), switchTo('B')]],
      ['2 preempt-forbidden', { ...V6, ...HASH }, [...calls('E'), switchTo('B')]],
    ],
    holds: [
      [V6, [...calls('E'), switchTo('B')]],
      [V6, [bh('off'), bh('on'), switchTo('B')]],
      [V6, [bh('off'), switchTo('A')]],
    ],
  },
  'arch-bug': {
    breaks: [
      ['2 arch-bug.enter', { ...PRE, ...XEN }, calls('EE')],
      ['1 arch-bug.leave', { ...V4, ...XEN }, calls('P')],
    ],
    holds: [
      [{ ...V6, ...XEN }, calls('EEDD')],
      [{ ...V6, ...XEN, era: '7.1' }, calls('EDD')],
      [PRE, calls('EE')],
    ],
  },
  'stale-read': {
    breaks: [
      ['3 stale-read', { ...V6, ...XEN }, [...events('E k1'), page('read', 'k1')]],
      ['3 stale-read', { ...PRE, ...XEN }, [...events('E 1'), page('read-raw', 1)]],
    ],
    holds: [
      [{ ...V6, ...XEN }, [...events('E k1 P'), page('read', 'k1')]],
      [{ ...V6, ...XEN }, [...events('E k1'), page('read', 'k2')]],
      [V6, [...events('E k1'), page('read', 'k1')]],
    ],
  },
  'overtaken-update': {
    breaks: [
      ['3 overtaken-update', { ...V6, ...XEN }, [...events('E 1'), page('get-and-clear', 1)]],
      ['4 overtaken-update', { ...V6, ...XEN }, [...events('E k1'), irq(...events('k1'))]],
    ],
    holds: [
      [{ ...V6, ...XEN }, events('E 1 1 D')],
      [{ ...V6, ...XEN }, [...events('E 1 D'), page('get-and-clear', 1)]],
      [V6, [...events('E 1'), page('get-and-clear', 1)]],
    ],
  },
  'preempt-unbalanced': {
    breaks: [
      // A pause outside a section leaves without an enter: a preempt_enable() too many.
      ['1 preempt-unbalanced', { ...V4, ...HASH }, calls('P')],
      ['4 preempt-unbalanced', { ...V6, backend: 'sparc64' }, calls('EPDR')],
      ['2 preempt-unbalanced', { ...PRE, ...HASH }, [...calls('E'), exit]],
    ],
    holds: [
      [{ ...V6, ...HASH }, calls('EPRED')],
      [{ ...PRE, ...HASH }, calls('EEDD')],
      [V6, calls('EPDR')],
    ],
  },
  'stale-translation': {
    breaks: [
      ['5 stale-translation', { ...V6, ...HASH }, [...usedPages(0), ...calls('E'), page('clear', 0), page('touch', 0)]],
      [
        '5 stale-translation',
        { ...PRE, backend: 'sparc64' },
        [...usedPages(0), ...calls('E'), page('set', 0), page('touch', 0)],
      ],
    ],
    holds: [
      [{ ...V6, ...HASH }, [...usedPages(0), page('clear', 0), page('touch', 0)]],
      [{ ...V6, ...HASH }, [...usedPages(0), ...calls('E'), page('clear', 0), ...calls('P'), page('touch', 0)]],
      [V6, [...usedPages(0), ...calls('E'), page('clear', 0), page('touch', 0)]],
    ],
  },
  'early-touch': {
    breaks: [
      ['3 early-touch', V6, [...events('E k1'), page('touch', 'k1')]],
      ['3 early-touch', PRE, [...events('E k1'), page('touch-write', 'k1')]],
      ['3 early-touch', { ...V6, ...XEN }, [...events('E 1'), page('touch', 1)]],
    ],
    holds: [
      [V6, [...events('E k1 P'), page('touch', 'k1')]],
      [V6, [...events('E 1'), page('touch', 1)]],
      [V6, [...events('E k1'), page('touch', 'k2'), page('read', 'k1')]],
    ],
  },
  'foreign-flush': {
    breaks: [
      ['5 foreign-flush', V407, [...events('E k1'), irq(...calls('ED'))]],
      ['4 foreign-flush', { ...V6, ...XEN }, [...events('E k1'), irq(flushTlb)]],
    ],
    holds: [
      [V4, [...events('E k1'), irq(...calls('ED'))]],
      [{ ...V6, ...XEN }, [...events('E k1'), irq(...events('k2'))]],
      [V407, events('EE k1 D')],
    ],
  },
  'batching-lost': {
    breaks: [
      ['4 batching-lost', PRE, events('EED k1')],
      ['3 batching-lost', V6, [...calls('E'), bh('off'), ...events('k1')]],
    ],
    holds: [
      [V6, events('EED k1')],
      [PRE, events('E k1')],
      [PRE, events('EED 1')],
      // Who paused asked for it, and outside a section nobody did.
      [V6, events('EP k1')],
      [V6, events('k1')],
    ],
  },
};

test('every rule has one of the fixed ids', () => {
  expect(IDS).toEqual(expect.arrayContaining([...rules.ids]));
});

describe.each(rules.all.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const cases = CASES[id];
  const found = (setup: Partial<Setup>, program: readonly Event[]) =>
    findingsOf(runOf(setup, program)).filter((line) => line.split(' ')[1]?.split('.')[0] === id);

  test('the rule has a title, a reason, a source and occasions', () => {
    expect(rule.title).toMatch(/^[a-z]/);
    expect(rule.why).toMatch(/\.$/);
    expect(rule.source).toMatch(/\S/);
    expect(new Set(rule.on).size).toBe(rule.on.length);
    expect(rule.on.length).toBeGreaterThan(0);
  });

  test('the rule breaks in its counterexamples', () => {
    expect(cases?.breaks.length).toBeGreaterThan(0);
    for (const [at, setup, program] of cases?.breaks ?? []) expect(found(setup, program)).toContain(at);
  });

  test('the rule holds in the neighbours of its counterexamples', () => {
    expect(cases?.holds.length).toBeGreaterThan(0);
    for (const [setup, program] of cases?.holds ?? []) expect(found(setup, program)).toEqual([]);
  });

  test('a finding has a clause and values', () => {
    for (const [at, setup, program] of cases?.breaks ?? []) {
      const findings = summariesOf(runOf(setup, program)).flatMap((row) => row.findings);
      const breach = findings.find((finding) => at.endsWith(` ${findingId(finding)}`));
      expect(breach?.clause).toMatch(/\S/);
      expect(JSON.parse(JSON.stringify(breach))).toEqual(breach);
      if (Object.keys(breach?.values ?? {}).length === 0) expect(setup.revision).toBe('pre');
    }
  });
});

describe('a state that is already broken', () => {
  test('the rule reports an active mode outside a section once, not at every call', () => {
    const lines = findingsOf(runOf(V6, [...calls('EDD'), ...events('k1'), ...calls('PR')]));
    expect(lines.filter((line) => line.endsWith('active-outside-section'))).toEqual([
      '3 active-outside-section',
      '6 active-outside-section',
    ]);
  });

  test('a broken state is not reported again after another task ran', () => {
    const away = [within('enable', 3, switchTo('B'), ...calls('ED'), switchTo('A'))];
    const lines = findingsOf(runOf({ ...V6, checks: 'off' }, [...calls('EDDD'), ...away]));
    expect(lines.filter((line) => line.endsWith('active-entered-agree'))).toEqual(['3 active-entered-agree']);
  });
});
