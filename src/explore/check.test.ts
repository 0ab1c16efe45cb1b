import { expect, test } from 'vitest';
import { page, worldOf } from '../engine/testing.ts';
import { printEvent } from '../notation/print.ts';
import { check, diff } from './check.ts';
import { DEFAULT_SCOPE, type Scope } from './scope.ts';

const q = (text: string) => {
  if (text === 'any') return 'any' as const;
  const [rule = '', ...sub] = text.split('.');
  return { rule, sub: sub.length ? sub.join('.') : null };
};
const E = DEFAULT_SCOPE.alphabet;
const rows: [string, string, string, string, string, Partial<Scope>][] = [
  ['F1', 'pre', 'arm64', '6.19', 'batching-lost', { alphabet: [...E, page('set', 'k1')] }],
  ['F2', 'pre', 'xen-pv', '6.19', 'arch-bug', { callers: 'paired', alphabet: E.slice(0, 2) }],
  ['F3', 'whatif-no-inner-flush', 'xen-pv', '7.0', 'pending-after-disable', { alphabet: [...E, page('set', 'k1')] }],
  ['F4', 'v3-07', 'arm64', '7.0', 'kernel-check.disable.1', {}],
  ['F5', 'v6', 'arm64', '7.0', 'active-outside-section', {}],
  ['F5b', 'v6', 'arm64', '7.0', 'active-outside-section', { callers: 'paired' }],
  ['F6', 'v3', 'arm64', '7.0', 'kernel-check.enable.3', { callers: 'paired' }],
  [
    'F7',
    'v4-07',
    'arm64',
    '7.0',
    'callbacks-alternate',
    { callers: 'balanced', alphabet: E.slice(0, 2), interrupts: 'statements' },
  ],
  ['F8', 'v6', 'xen-pv', '7.0', 'arch-bug', { callers: 'paired', preempt: 'statements' }],
  ['F9', 'v6', 'xen-pv', '7.0', 'arch-bug.leave', { callers: 'paired', preempt: 'statements' }],
  ['F11', 'v6', 'arm64', '7.0', 'ignored-call', { callers: 'paired' }],
  ['F12', 'v6', 'arm64', '7.0', 'sleep-in-section', { callers: 'paired', alphabet: [...E, { kind: 'sleep' }] }],
  [
    'F7b',
    'v4',
    'arm64',
    '7.0',
    'callbacks-alternate',
    { callers: 'balanced', alphabet: E.slice(0, 2), interrupts: 'statements' },
  ],
  ['F8b', 'v6', 'xen-pv', '7.0', 'arch-bug', { callers: 'balanced', preempt: 'calls' }],
  ['F5c', 'v6', 'arm64', '7.0', 'active-outside-section', { callers: 'balanced' }],
  ['F11b', 'v6', 'arm64', '7.0', 'ignored-call', { callers: 'balanced' }],
  ['F10', 'v6', 'xen-pv', '7.1', 'arch-bug', { preempt: 'statements' }],
  ['F10', 'v7.2', 'xen-pv', '7.2', 'arch-bug', { preempt: 'statements' }],
];
test.each(rows)('%s %s %s', (id, revision, backend, era, rule, part) => {
  const t = performance.now();
  const answer = check(worldOf({ revision, backend, era: era as '7.0' }), q(rule), { ...DEFAULT_SCOPE, ...part });
  const { verdict, states } = answer;
  console.info(
    id,
    verdict,
    states,
    Math.round(performance.now() - t),
    verdict === 'violated' ? `${answer.length} ${answer.program.map(printEvent).join('; ')}` : '',
  );
});
test('diff', () => {
  for (const [l, r, callers] of [
    ['v3', 'v6', { legal: 'v3' }],
    ['v4', 'v6', 'balanced'],
  ] as const) {
    const t = performance.now();
    const a = diff([worldOf({ revision: l }), worldOf({ revision: r })], { ...DEFAULT_SCOPE, callers });
    console.info(
      a.verdict,
      a.states,
      Math.round(performance.now() - t),
      a.verdict === 'violated' ? a.program.map(printEvent).join('; ') + JSON.stringify(a.found.finding) : '',
    );
  }
  expect(1).toBe(1);
});
