import type { Setup } from '../../engine/model.ts';
import { assertNever } from '../../lib/assert.ts';
import { listOf } from '../../lib/phrases.ts';
import { printEvent } from '../../notation/text/print.ts';
import { type Callers, MAX_OPEN, type OpenLimits, type SearchScope } from '../kernel-space/scope.ts';
import type { SearchResult } from '../search/space.ts';
import { goalText } from './goal.ts';
import type { Query, QueryTarget } from './query.ts';

/** `v6 on xen-pv`: enough of a name where the era stands beside it. */
export const shortSetupText = ({ revision, backend }: Pick<Setup, 'revision' | 'backend'>): string =>
  `${revision} on ${backend}`;

/** `v6 on xen-pv 7.0`. */
export const setupText = ({ revision, backend, era }: Pick<Setup, 'revision' | 'backend' | 'era'>): string =>
  `${revision} on ${backend} ${era}`;

/** What is searched, in a line. */
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
  return [
    `${typeof callers === 'string' ? `${callers} callers` : `callers legal in ${callers.legal}`}`,
    ...(open ? [openText(open)] : []),
    alphabet.map(printEvent).join(', '),
    ...(tasks > 1 ? [`${tasks} tasks`] : []),
    ...(cpus > 1 ? [`${cpus} CPUs`] : []),
    ...(interrupts === 'none' ? [] : [`${kinds.join(' and ')} between ${interrupts}`]),
    ...(preempt === 'none' ? [] : [`preemption between ${preempt}`]),
  ].join('; ');
}

/** `1 state`, `65536 states`. */
export const countStates = (states: number): string => `${states} state${states === 1 ? '' : 's'}`;

/** Why a search stopped that came to no verdict: `stopped at …`. */
export function describeStop({ by, states }: SearchResult & { readonly verdict: 'bounded' }): string {
  switch (by) {
    case 'length':
      return 'stopped at the longest programs that were asked for';
    case 'states':
      return `stopped at ${countStates(states)}, which is more than was asked for`;
    case 'cancelled':
      return 'stopped at a request';
    case 'memory':
      return 'stopped because there is no more memory';
  }
}

/** A question in plain sentences: what is asked, and which programs are tried. */
export function describeQuery({ setup, target, scope, bounds }: Query): string {
  const { alphabet, callers, open, tasks, cpus, interrupts, kinds, preempt } = scope;
  const who = `${tasks === 1 ? 'one task' : 'two tasks'}${cpus === 2 ? ' on two CPUs' : ''}`;
  const length = Number.isFinite(bounds.maxLength) ? `up to length ${bounds.maxLength}` : 'of any length';
  const tried = [
    callersText(callers),
    open && openText(open),
    interrupts !== 'none' && `${kinds.join(' and ')} between ${interrupts}`,
    preempt !== 'none' && `preemption between ${preempt}`,
    CHECKS_TEXT[setup.checks],
    setup.panicOnWarn && 'panic_on_warn is set, a warning stops the machine',
    setup.capacity !== null && `a batch holds at most ${setup.capacity}`,
  ];
  const order = `every order of ${listOf(alphabet.map(printEvent))} by ${who}, ${length}`;
  return `${aboutText(target, setup)} Tried is ${order}: ${tried.filter((part) => part !== false && part !== undefined && part !== '').join('; ')}.`;
}

function aboutText(target: QueryTarget, setup: Setup): string {
  const where = setupText(setup);
  switch (target.kind) {
    case 'any':
      return `Does any check fire, any rule break or any hazard come true in ${where}? What is only a note does not count.`;
    case 'rule':
      return `Does ${target.rule}${target.sub === null ? '' : `.${target.sub}`} break in ${where}?`;
    case 'reach':
      return `Is a state with ${goalText(target.goal)} reached in ${where}?`;
    case 'differ':
      return `Does ${where} look different from ${setupText(target.other)} to its caller, in callbacks, in checks that fire, or in whether the mode is active?`;
    default:
      return assertNever(target);
  }
}

const openText = ({ enables, pauses }: OpenLimits): string =>
  enables === MAX_OPEN.enables && pauses === MAX_OPEN.pauses
    ? ''
    : `at most ${enables} ${enables === 1 ? 'enable' : 'enables'} and ${pauses} ${pauses === 1 ? 'pause' : 'pauses'} open`;

const CHECKS_TEXT = {
  kernel: 'a BUG ends the task, a WARN goes on',
  stop: 'the first check that fires ends the run',
  off: 'no check is evaluated',
} as const satisfies Record<Setup['checks'], string>;

function callersText(callers: Callers): string {
  switch (callers) {
    case 'free':
      return 'callers do as they like';
    case 'paired':
      return 'callers close only what they opened';
    case 'balanced':
      return 'callers nest properly';
    default:
      return `callers fire no check of ${callers.legal}`;
  }
}
