/**
 * What reviewers and users found (facts/findings.md), asked as written there: a program of exactly that length, or absence
 * over the whole reachable space. Where a row says "any" architecture, what is found is looked for on each, and absence is
 * proved on one.
 */
import { describe, expect, test } from 'vitest';
import type { Finding, Setup } from '../engine/model.ts';
import { page, sleep, worldOf } from '../engine/testing.ts';
import { printEvent } from '../notation/print.ts';
import { check, diff } from './check.ts';
import type { Scope } from './scope.ts';
import { anywhere, asking, scopeOf } from './testing.ts';

const STORE = { alphabet: [page('set', 'k1')] };
const irqs = { callers: 'balanced', interrupts: 'statements' } as const;
const PREEMPTED = { callers: 'paired', preempt: 'statements' } as const;
const on = (revision: string, backend: string, era: Setup['era'] = '7.0') => [{ revision, backend, era }];

interface Row {
  readonly id: string;
  readonly setups: readonly Partial<Setup>[];
  readonly rule: string;
  readonly scope: Scope;
}

const FOUND: readonly (Row & { readonly length: number; readonly finding: Partial<Finding> })[] = [
  {
    id: 'F1',
    setups: on('pre', 'arm64', '6.19'),
    rule: 'batching-lost',
    scope: scopeOf('EDPR', STORE),
    length: 4,
    finding: { clause: 'a store inside an open section goes out at once' },
  },
  {
    id: 'F2',
    setups: on('pre', 'xen-pv', '6.19'),
    rule: 'arch-bug',
    scope: scopeOf('ED', { callers: 'paired' }),
    length: 2,
    finding: { sub: 'enter', clause: 'xen_lazy_mode != XEN_LAZY_NONE' },
  },
  {
    id: 'F3',
    setups: on('whatif-no-inner-flush', 'xen-pv'),
    rule: 'pending-after-disable',
    scope: scopeOf('EDPR', STORE),
    length: 4,
    finding: { clause: 'pending > 0 after disable' },
  },
  {
    id: 'F4',
    setups: anywhere('v3-07'),
    rule: 'kernel-check.disable',
    scope: scopeOf('EDPR'),
    length: 1,
    finding: { sub: 'disable.1', clause: 'count == 0' },
  },
  {
    id: 'F5',
    setups: anywhere('v6'),
    rule: 'active-outside-section',
    scope: scopeOf('EDPR'),
    length: 1,
    finding: { clause: 'active without an open section' },
  },
  {
    id: 'F5b',
    setups: anywhere('v6'),
    rule: 'active-outside-section',
    scope: scopeOf('EDPR', { callers: 'paired' }),
    length: 4,
    finding: { clause: 'active without an open section' },
  },
  ...['v3', 'v4'].map((revision) => ({
    id: 'F6',
    setups: anywhere(revision),
    rule: 'kernel-check.enable',
    scope: scopeOf('EDPR', { callers: 'paired' }),
    length: 3,
    finding: { clause: revision === 'v3' ? 'count > 0 && !enabled' : 'nesting_level > 0 && !active' },
  })),
  {
    id: 'F7',
    setups: anywhere('v4-07'),
    rule: 'callbacks-alternate',
    scope: scopeOf('ED', irqs),
    length: 4,
    finding: { sub: 'flush', clause: 'flush while not entered' },
  },
  {
    id: 'F8',
    setups: on('v6', 'xen-pv'),
    rule: 'arch-bug',
    scope: scopeOf('EDPR', PREEMPTED),
    length: 3,
    finding: { sub: 'enter', clause: 'xen_lazy_mode != XEN_LAZY_NONE' },
  },
  {
    id: 'F9',
    setups: on('v6', 'xen-pv'),
    rule: 'arch-bug.leave',
    scope: scopeOf('EDPR', PREEMPTED),
    length: 4,
    finding: { sub: 'leave', clause: 'xen_lazy_mode != XEN_LAZY_MMU' },
  },
  {
    id: 'F11',
    setups: anywhere('v6'),
    rule: 'ignored-call',
    scope: scopeOf('EDPR', { callers: 'paired' }),
    length: 3,
    finding: { sub: 'disable', clause: 'disable is ignored, its enable took effect' },
  },
  {
    id: 'F12',
    setups: anywhere('v6'),
    rule: 'sleep-in-section',
    scope: scopeOf('EDPR', { callers: 'paired', alphabet: [sleep] }),
    length: 2,
    finding: { clause: 'a may-sleep point while active' },
  },
];

test.each(FOUND.flatMap((row) => row.setups.map((setup) => ({ ...row, setup }))))(
  '$id: $setup.revision on $setup.backend breaks $rule after $length, and not before',
  ({ setup, rule, scope, length, finding }) => {
    const answer = check(worldOf(setup), asking(rule), scope);
    expect(answer).toMatchObject({ verdict: 'violated', length, found: { finding } });
  },
);

const ABSENT: readonly Row[] = [
  {
    id: 'F5c',
    setups: on('v6', 'arm64'),
    rule: 'active-outside-section',
    scope: scopeOf('EDPR', { callers: 'balanced' }),
  },
  { id: 'F7b', setups: on('v4', 'arm64'), rule: 'callbacks-alternate', scope: scopeOf('ED', irqs) },
  {
    id: 'F8b',
    setups: on('v6', 'xen-pv'),
    rule: 'arch-bug',
    scope: scopeOf('EDPR', { callers: 'balanced', preempt: 'calls' }),
  },
  {
    id: 'F10',
    setups: [...on('v6', 'xen-pv', '7.1'), ...on('v7.2', 'xen-pv', '7.2')],
    rule: 'arch-bug',
    scope: scopeOf('EDPR', { preempt: 'statements' }),
  },
  {
    id: 'F11b',
    setups: on('v6', 'powerpc-hash'),
    rule: 'ignored-call',
    scope: scopeOf('EDPR', { callers: 'balanced' }),
  },
];

test.each(ABSENT.flatMap((row) => row.setups.map((setup) => ({ ...row, setup }))))(
  '$id: $setup.revision on $setup.backend $setup.era never breaks $rule',
  ({ setup, rule, scope }) => {
    const answer = check(worldOf(setup), asking(rule), scope);
    expect(answer).toMatchObject({ verdict: 'holds' });
    // The counters were tried at every value that they can have.
    expect(answer.states).toBeGreaterThan(255);
  },
);

describe('two revisions', () => {
  test.each(anywhere('v6'))('F13: legal callers of v3 see no difference in v6 on $backend', (setup) => {
    const worlds = [worldOf({ ...setup, revision: 'v3' }), worldOf(setup)] as const;
    expect(diff(worlds, scopeOf('EDPR', { callers: { legal: 'v3' } }))).toMatchObject({ verdict: 'holds' });
  });

  test.each(anywhere('v6'))('F14: balanced ones see one after a pause in v4 on $backend', (setup) => {
    const worlds = [worldOf({ ...setup, revision: 'v4' }), worldOf(setup)] as const;
    const answer = diff(worlds, scopeOf('EDPR', { callers: 'balanced' }));
    expect(answer).toMatchObject({ verdict: 'violated', length: 1 });
    expect(answer.verdict === 'violated' && answer.program.map(printEvent)).toEqual(['pause']);
  });
});
