import { currentOf, interruptOf } from '../../engine/machine.ts';
import type { Event, Helper, Machine, TaskId } from '../../engine/model.ts';
import { type Action, costOfAction, hasRoundTripSwitches } from './actions.ts';
import { type SearchScope, tasksOf } from './scope.ts';

/** The actions that a machine enables, whatever its fields are. */
export interface EnabledActions {
  /** Index of the running context: a task, or after the tasks the interrupt; -1 if none runs. */
  readonly context: number;
  readonly actions: readonly EnabledAction[];
}

export interface EnabledAction {
  /** The action's number. */
  readonly number: number;
  readonly cost: number;
  /**
   * `begin` and `end` of an interrupt; `start`: a call that the caller discipline must allow; `look`: executed only to
   * see whether it reaches a goal; `other`: anything else.
   */
  readonly kind: 'begin' | 'end' | 'start' | 'look' | 'other';
  /** The call that completes if the action is not interrupted, and its context. */
  readonly call: { readonly helper: Helper; readonly context: number } | null;
}

export function findEnabledActions(machine: Machine, actions: readonly Action[], scope: SearchScope): EnabledActions {
  const context = contextIn(machine);
  const planned = actions.flatMap((action, number): EnabledAction[] => {
    if (!isEnabled(action, machine, scope)) return [];
    const call = calledBy(action, machine, context);
    return [{ number, cost: costOfAction(action), kind: kindOf(action, scope), call }];
  });
  return { context, actions: planned };
}

function kindOf(action: Action, scope: SearchScope): EnabledAction['kind'] {
  switch (action.kind) {
    case 'begin':
    case 'end':
      return action.kind;
    case 'event':
      return action.event.kind === 'call' ? 'start' : 'other';
    case 'switch':
      return hasRoundTripSwitches(scope) ? 'look' : 'other';
    default:
      return 'other';
  }
}

function contextIn(machine: Machine): number {
  const ids = Object.keys(machine.tasks);
  return interruptOf(machine) ? ids.length : ids.indexOf(currentOf(machine) ?? '');
}

function calledBy(action: Action, machine: Machine, context: number): EnabledAction['call'] {
  if (action.kind === 'event') return action.event.kind === 'call' ? { helper: action.event.helper, context } : null;
  const current = currentOf(machine);
  const id =
    action.kind === 'switch'
      ? action.event.task
      : action.kind === 'continue' || action.kind === 'round-trip'
        ? current
        : null;
  const frame = id === null ? undefined : machine.tasks[id]?.calls[0];
  if (!frame || id === null) return null;
  return { helper: frame.helper as Helper, context: Object.keys(machine.tasks).indexOf(id) };
}

function isEnabled(action: Action, machine: Machine, scope: SearchScope): boolean {
  if (machine.over !== null) return false;
  if (interruptOf(machine)) return action.kind === 'end' || (action.kind === 'event' && canInterrupt(action));
  const id = currentOf(machine);
  if (id === null) return action.kind === 'switch';
  const midway = (machine.tasks[id]?.calls.length ?? 0) > 0;
  const acting = tasksOf(scope).indexOf(id) < scope.tasks;
  switch (action.kind) {
    case 'event':
      return acting && !midway && !isIdle(action.event, machine, id);
    case 'begin':
      return acting && (!midway || scope.interrupts === 'statements');
    case 'continue':
      return midway;
    case 'round-trip':
      return !midway || scope.preempt === 'statements';
    case 'switch':
      return !isHere(action.event, machine) && (!midway || scope.preempt === 'statements');
    case 'end':
      return false;
  }
}

/** Whether a switch would change nothing. */
const isHere = ({ task, cpu }: Event & { readonly kind: 'switch' }, machine: Machine): boolean =>
  task === currentOf(machine) && (cpu ?? machine.here) === machine.here;

/** Disabling bottom halves twice is skipped: it would only change how often they must be enabled. */
const isIdle = (event: Event, machine: Machine, id: TaskId): boolean =>
  event.kind === 'bh' && (event.state === 'off') === (machine.tasks[id]?.bhOff ?? 0) > 0;

/** Interrupt handlers make calls and page operations. */
const canInterrupt = ({ event }: Action & { readonly kind: 'event' }) =>
  event.kind === 'call' || event.kind === 'page' || event.kind === 'tlb';
