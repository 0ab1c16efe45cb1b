import { backends } from '../../engine/backends/index.ts';
import type { Event, Finding, Helper, Setup } from '../../engine/model.ts';
import { prepare, setupOf } from '../../engine/setup/world.ts';
import { DEFAULT_SCOPE, type SearchScope } from '../kernel-space/scope.ts';
import { DEFAULT_BOUNDS } from './check.ts';
import type { Query, QueryTarget } from './query.ts';

/**
 * An issue found in review or after a crash, as a query: the explorer finds a program of exactly this length, or proves
 * that there is none. The lengths were computed by an independent model.
 */
export interface KnownIssue {
  /** Its usual name: `F5b`. Several revisions or kernel releases may share it. */
  readonly id: string;
  /** What it shows, in one sentence. */
  readonly shows: string;
  readonly foundBy: string;
  /** Where no architecture is named, the result is the same on all that have the option. */
  readonly setup: Partial<Setup>;
  readonly target: QueryTarget;
  readonly scope: SearchScope;
  /** Length of a shortest program; null if there is none. */
  readonly length: number | null;
  /** What the finding must contain. */
  readonly finding: Partial<Finding>;
}

/** Returns the query of an issue, on the architecture that it names, else on the given one. */
export function queryForIssue({ setup, target, scope }: KnownIssue, backend = 'arm64'): Query {
  const issueSetup = setupOf({ backend, ...setup });
  const other = target.kind === 'differ' && { ...target, other: { ...target.other, backend: issueSetup.backend } };
  return { setup: issueSetup, target: other || target, scope, bounds: DEFAULT_BOUNDS, knownCauses: [] };
}

/** Returns the query on every architecture that the issue is about. */
export const queriesForIssue = (found: KnownIssue): readonly Query[] =>
  found.setup.backend !== undefined
    ? [queryForIssue(found)]
    : backends.all
        .filter(({ configured }) => configured)
        .map(({ id }) => queryForIssue(found, id))
        .filter(({ setup }) => prepare(setup).ok);

const SET: Event = { kind: 'page', op: 'set', page: { space: 'kernel', index: 1 } };
const NESTING: readonly Helper[] = ['enable', 'disable'];
const rule = (rule: string, sub: string | null = null): QueryTarget => ({ kind: 'rule', rule, sub });
const against = (revision: string): QueryTarget => ({ kind: 'differ', other: setupOf({ revision }) });
const scope = (change: Partial<SearchScope>, ...more: readonly Event[]): SearchScope => ({
  ...DEFAULT_SCOPE,
  ...change,
  alphabet: [...(change.alphabet ?? DEFAULT_SCOPE.alphabet), ...more],
});
const nestingScope = (change: Partial<SearchScope>): SearchScope =>
  scope({ ...change, alphabet: NESTING.map((helper) => ({ kind: 'call', helper })) });
const INTERRUPTED = nestingScope({ callers: 'balanced', interrupts: 'statements' });
const PREEMPTED = scope({ callers: 'paired', preempt: 'statements' });
const BALANCED = scope({ callers: 'balanced' });
const PAIRED = scope({ callers: 'paired' });
const OPEN = { clause: 'The mode is active with no section open' };

/** Sorted by id. */
export const KNOWN_ISSUES: readonly KnownIssue[] = [
  {
    id: 'F1',
    shows: 'Before the series, an inner disable ends batching for the rest of the outer section.',
    foundBy: 'known cost of the 2025 commit that allowed nesting',
    setup: { revision: 'pre', backend: 'arm64', era: '6.19' },
    target: rule('batching-lost'),
    scope: scope({}, SET),
    length: 4,
    finding: { clause: 'A store inside an open section was not batched' },
  },
  {
    id: 'F2',
    shows: 'Before the series, nesting is a BUG on Xen (6.15 to 6.19).',
    foundBy: 'an earlier counter broke under preemption; reverted in 6.15',
    setup: { revision: 'pre', backend: 'xen-pv', era: '6.19' },
    target: rule('arch-bug'),
    scope: nestingScope({ callers: 'paired' }),
    length: 2,
    finding: { sub: 'enter', clause: 'xen_lazy_mode != XEN_LAZY_NONE' },
  },
  {
    id: 'F3',
    shows: 'Without a flush in the inner disable, its updates are still pending when it returns.',
    foundBy: 'Ryan Roberts, June 2025: every disable flushes',
    setup: { revision: 'whatif-no-inner-flush', backend: 'xen-pv', era: '7.0' },
    target: rule('pending-after-disable'),
    scope: scope({}, SET),
    length: 4,
    finding: { clause: 'pending > 0 after disable()' },
  },
  {
    id: 'F4',
    shows: 'In v3, an unmatched disable is a BUG.',
    foundBy: 'David Hildenbrand on v3: this must not be a BUG',
    setup: { revision: 'v3-07' },
    target: rule('kernel-check', 'disable'),
    scope: scope({}),
    length: 1,
    finding: { sub: 'disable.1', clause: 'count == 0' },
  },
  {
    id: 'F5',
    shows: 'An unmatched disable leaves the mode active outside any section.',
    foundBy: 'a consequence of "wrap, warn once"',
    setup: { revision: 'v6' },
    target: rule('active-outside-section'),
    scope: scope({}),
    length: 1,
    finding: OPEN,
  },
  {
    id: 'F5b',
    shows: 'A disable while paused is ignored, and its section stays open silently.',
    foundBy: 'a consequence of "wrap, warn once", with matched calls',
    setup: { revision: 'v6' },
    target: rule('active-outside-section'),
    scope: PAIRED,
    length: 4,
    finding: OPEN,
  },
  {
    id: 'F5c',
    shows: 'Properly nested calls never leave a section open.',
    foundBy: 'a consequence of "wrap, warn once", with properly nested calls',
    setup: { revision: 'v6' },
    target: rule('active-outside-section'),
    scope: BALANCED,
    length: null,
    finding: {},
  },
  ...Object.entries({ v3: 'count > 0 && !enabled', v4: 'nesting_level > 0 && !active' }).map(
    ([revision, clause]): KnownIssue => {
      return {
        id: 'F6',
        shows: `In ${revision}, an enable while paused fires a check.`,
        foundBy: 'Ryan Roberts on v4 (KASAN with DEBUG_PAGEALLOC); led to the two counters of v5',
        setup: { revision },
        target: rule('kernel-check', 'enable'),
        scope: PAIRED,
        length: 3,
        finding: { clause },
      };
    },
  ),
  {
    id: 'F7',
    shows: 'An interrupt between the counter update and the callback makes callbacks run out of order.',
    foundBy: 'Ryan Roberts on v4',
    setup: { revision: 'v4-07' },
    target: rule('callbacks-alternate'),
    scope: INTERRUPTED,
    length: 4,
    finding: { sub: 'flush', clause: 'arch_flush() called while not entered' },
  },
  {
    id: 'F7b',
    shows: 'With the in-interrupt test, callbacks always alternate.',
    foundBy: 'the interrupt patch, which v5 moved to the front',
    setup: { revision: 'v4' },
    target: rule('callbacks-alternate'),
    scope: INTERRUPTED,
    length: null,
    finding: {},
  },
  {
    id: 'F8',
    shows: 'On Xen 7.0, a preemption between the counter update and the callback of enable crashes.',
    foundBy: 'crashes in 7.0; cause found by Juergen Gross, May 2026',
    setup: { revision: 'v6', backend: 'xen-pv', era: '7.0' },
    target: rule('arch-bug'),
    scope: PREEMPTED,
    length: 3,
    finding: { sub: 'enter', clause: 'xen_lazy_mode != XEN_LAZY_NONE' },
  },
  {
    id: 'F8b',
    shows: 'Preemption between calls cannot trigger the Xen crash, so call-level tests missed it.',
    foundBy: 'the thread on the crashes in 7.0, May 2026',
    setup: { revision: 'v6', backend: 'xen-pv', era: '7.0' },
    target: rule('arch-bug'),
    scope: scope({ callers: 'balanced', preempt: 'calls' }),
    length: null,
    finding: {},
  },
  {
    id: 'F9',
    shows: 'A preemption in disable causes the mirror-image crash.',
    foundBy: 'the thread on the crashes in 7.0, May 2026',
    setup: { revision: 'v6', backend: 'xen-pv', era: '7.0' },
    target: rule('arch-bug', 'leave'),
    scope: PREEMPTED,
    length: 4,
    finding: { sub: 'leave', clause: 'xen_lazy_mode != XEN_LAZY_MMU' },
  },
  ...(
    [
      ['v6', '7.1', 'Xen tolerates the unexpected callback instead of crashing'] as const,
      ['v7.2', '7.2', 'neither the Xen crash nor the state that caused it can occur'] as const,
    ] as const
  ).map(
    ([revision, era, now]): KnownIssue => ({
      id: 'F10',
      shows: `In ${era}, ${now}.`,
      foundBy: 'the fixes in 7.1 and 7.2',
      setup: { revision, backend: 'xen-pv', era },
      target: rule('arch-bug'),
      scope: scope({ preempt: 'statements' }),
      length: null,
      finding: {},
    }),
  ),
  {
    id: 'F11',
    shows: 'A disable while paused is ignored although its enable() took effect; the kernel does not warn.',
    foundBy: 'the design of v5',
    setup: { revision: 'v6' },
    target: rule('ignored-call'),
    scope: PAIRED,
    length: 3,
    finding: { sub: 'disable', clause: 'disable() was ignored although its enable() took effect' },
  },
  {
    id: 'F11b',
    shows: 'Properly nested calls never lose a call this way.',
    foundBy: 'the design of v5, with properly nested calls',
    setup: { revision: 'v6' },
    target: rule('ignored-call'),
    scope: BALANCED,
    length: null,
    finding: {},
  },
  {
    id: 'F12',
    shows: 'Generic code that sleeps in a section breaks the documented rule.',
    foundBy: "Kevin Brodsky's remark on madvise; a documented rule since v6",
    setup: { revision: 'v6' },
    target: rule('sleep-in-section'),
    scope: scope({ callers: 'paired' }, { kind: 'sleep' }),
    length: 2,
    finding: { clause: 'The code may sleep while the mode is active' },
  },
  {
    id: 'F13',
    shows: 'Calls legal in v3 behave the same in v6.',
    foundBy: 'the new design is transparent to legal callers',
    setup: { revision: 'v3' },
    target: against('v6'),
    scope: scope({ callers: { legal: 'v3' } }),
    length: null,
    finding: {},
  },
  {
    id: 'F14',
    shows: 'The shortest difference between v4 and v6 is a single pause.',
    foundBy: 'scenario [B] in the discussion of v4',
    setup: { revision: 'v4' },
    target: against('v6'),
    scope: BALANCED,
    length: 1,
    finding: { rule: 'difference' },
  },
];
