import type { Setup } from '../../engine/model.ts';
import { assertNever } from '../../lib/assert.ts';
import { listOf } from '../../lib/phrases.ts';
import { printEvent } from '../../notation/text/print.ts';
import { type Callers, MAX_OPEN, type OpenLimits, type SearchScope } from '../kernel-space/scope.ts';
import type { SearchResult } from '../search/space.ts';
import { goalText } from './goal.ts';
import type { Query, QueryTarget } from './query.ts';

/** `v6 on xen-pv`, for places that show the kernel release beside it. */
export const shortSetupText = ({ revision, backend }: Pick<Setup, 'revision' | 'backend'>): string =>
  `${revision} on ${backend}`;

/** `v6 on xen-pv 7.0`. */
export const setupText = ({ revision, backend, era }: Pick<Setup, 'revision' | 'backend' | 'era'>): string =>
  `${revision} on ${backend} ${era}`;

/** Describes what is searched, in one line. */
export function describeScope({
  alphabet,
  callers,
  open,
  tasks,
  cpus,
  interrupts,
  kinds,
  preempt,
}: SearchScope): string {
  const limits = open ? openText(open) : '';
  return [
    describeCallers(callers),
    ...(limits === '' ? [] : [limits]),
    alphabet.map(printEvent).join(', '),
    ...(tasks > 1 ? [`${tasks} tasks`] : []),
    ...(cpus > 1 ? [`${cpus} CPUs`] : []),
    ...(interrupts === 'none' ? [] : [`${kinds.join(' and ')} between ${interrupts}`]),
    ...(preempt === 'none' ? [] : [`preemption between ${preempt}`]),
  ].join('; ');
}

/** `1 state`, `65536 states`. */
export const countStates = (states: number): string => `${states} state${states === 1 ? '' : 's'}`;

/** Says why a search ended without a conclusion, as a predicate of "the search". */
export function describeStop({ by, states }: SearchResult & { readonly verdict: 'bounded' }): string {
  switch (by) {
    case 'length':
      return 'reached the maximum program length';
    case 'states':
      return `stopped at ${countStates(states)}, which exceeds the limit`;
    case 'cancelled':
      return 'was cancelled';
    case 'budget':
      return 'reached its memory limit';
    case 'memory':
      return 'ran out of memory';
  }
}

/** Describes a query in plain sentences: what it looks for, and which programs it searches. */
export function describeQuery({ setup, target, scope, bounds }: Query): string {
  const { alphabet, callers, open, tasks, cpus, interrupts, kinds, preempt } = scope;
  const who = `${tasks === 1 ? 'one task' : 'two tasks'}${cpus === 2 ? ' on two CPUs' : ''}`;
  const length = Number.isFinite(bounds.maxLength) ? `up to length ${bounds.maxLength}` : 'of any length';
  const limits = [
    describeCallers(callers),
    open && openText(open),
    interrupts !== 'none' && `${kinds.join(' and ')} between ${interrupts}`,
    preempt !== 'none' && `preemption between ${preempt}`,
    CHECKS_TEXT[setup.checks],
    setup.panicOnWarn && 'panic_on_warn is set: a warning stops the machine',
    setup.capacity !== null && `batch size ${setup.capacity}`,
  ].filter((part) => typeof part === 'string' && part !== '');
  const sequences = `every sequence of ${listOf(alphabet.map(printEvent))} by ${who}, ${length}`;
  return `${targetText(target, setup)} Searches ${sequences}: ${limits.join('; ')}.`;
}

function targetText(target: QueryTarget, setup: Setup): string {
  const where = setupText(setup);
  switch (target.kind) {
    case 'any':
      return `Can ${where} hit a BUG, a warning, a broken rule or a hazard? (Notes are ignored.)`;
    case 'rule':
      return `Can ${where} violate ${target.rule}${target.sub === null ? '' : `.${target.sub}`}?`;
    case 'reach':
      return `Can ${where} reach a state with ${goalText(target.goal)}?`;
    case 'differ':
      return `Does ${where} differ observably from ${setupText(target.other)}: in callbacks, in checks that fire, or in whether the mode is active?`;
    default:
      return assertNever(target);
  }
}

const openText = ({ enables, pauses }: OpenLimits): string =>
  enables === MAX_OPEN.enables && pauses === MAX_OPEN.pauses
    ? ''
    : `at most ${enables} ${enables === 1 ? 'enable' : 'enables'} and ${pauses} ${pauses === 1 ? 'pause' : 'pauses'} open`;

const CHECKS_TEXT = {
  kernel: 'a BUG kills the task, a WARN continues',
  stop: 'the first check that fires ends the run',
  off: 'checks are disabled',
} as const satisfies Record<Setup['checks'], string>;

/** Names a caller model. */
export function describeCallers(callers: Callers): string {
  switch (callers) {
    case 'free':
      return 'any calls';
    case 'paired':
      return 'matched calls';
    case 'balanced':
      return 'properly nested calls';
    default:
      return `calls legal in ${callers.legal}`;
  }
}
