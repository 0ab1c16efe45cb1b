import { currentOf, interruptOf } from '../../engine/machine.ts';
import type { Event, Helper, Machine, TaskId } from '../../engine/model.ts';
import { type Act, costOf, passesBy } from './actions.ts';
import { type Scope, tasksIn } from './scope.ts';

/** What can happen in a machine, whatever its fields are. */
export interface Plan {
  /** The context that is at work: a task's place among the tasks, or behind them the interrupt's; -1: none. */
  readonly context: number;
  readonly acts: readonly Planned[];
}

export interface Planned {
  /** The act's number. */
  readonly number: number;
  readonly cost: number;
  /**
   * `begin` and `end` of an interrupt; `start`: a call that its caller must be allowed; `look`: done only to see whether it
   * is what is looked for; `other`: none of these.
   */
  readonly kind: 'begin' | 'end' | 'start' | 'look' | 'other';
  /** The call that comes to its end where the act is done as a whole, and whose it is. */
  readonly call: { readonly helper: Helper; readonly context: number } | null;
}

export function planOf(machine: Machine, acts: readonly Act[], scope: Scope): Plan {
  const context = contextIn(machine);
  const planned = acts.flatMap((act, number): Planned[] => {
    if (!isPossible(act, machine, scope)) return [];
    const call = calledBy(act, machine, context);
    return [{ number, cost: costOf(act), kind: kindOf(act, scope), call }];
  });
  return { context, acts: planned };
}

function kindOf(act: Act, scope: Scope): Planned['kind'] {
  switch (act.act) {
    case 'begin':
    case 'end':
      return act.act;
    case 'event':
      return act.event.kind === 'call' ? 'start' : 'other';
    case 'switch':
      return passesBy(scope) ? 'look' : 'other';
    default:
      return 'other';
  }
}

function contextIn(machine: Machine): number {
  const ids = Object.keys(machine.tasks);
  return interruptOf(machine) ? ids.length : ids.indexOf(currentOf(machine) ?? '');
}

function calledBy(act: Act, machine: Machine, context: number): Planned['call'] {
  if (act.act === 'event') return act.event.kind === 'call' ? { helper: act.event.helper, context } : null;
  const current = currentOf(machine);
  const id = act.act === 'switch' ? act.event.task : act.act === 'go-on' || act.act === 'away' ? current : null;
  const frame = id === null ? undefined : machine.tasks[id]?.calls[0];
  if (!frame || id === null) return null;
  return { helper: frame.helper as Helper, context: Object.keys(machine.tasks).indexOf(id) };
}

function isPossible(act: Act, machine: Machine, scope: Scope): boolean {
  if (machine.over !== null) return false;
  if (interruptOf(machine)) return act.act === 'end' || (act.act === 'event' && canInterrupt(act));
  const id = currentOf(machine);
  if (id === null) return act.act === 'switch';
  const midway = (machine.tasks[id]?.calls.length ?? 0) > 0;
  const acting = tasksIn(scope).indexOf(id) < scope.tasks;
  switch (act.act) {
    case 'event':
      return acting && !midway && !isIdle(act.event, machine, id);
    case 'begin':
      return acting && (!midway || scope.interrupts === 'statements');
    case 'go-on':
      return midway;
    case 'away':
      return !midway || scope.preempt === 'statements';
    case 'switch':
      return !isHere(act.event, machine) && (!midway || scope.preempt === 'statements');
    case 'end':
      return false;
  }
}

/** Whether a switch would change nothing. */
const isHere = ({ task, cpu }: Event & { readonly kind: 'switch' }, machine: Machine): boolean =>
  task === currentOf(machine) && (cpu ?? machine.here) === machine.here;

/** Bottom halves that are off are not turned off once more: that would change nothing but how often they are turned on. */
const isIdle = (event: Event, machine: Machine, id: TaskId): boolean =>
  event.kind === 'bh' && (event.state === 'off') === (machine.tasks[id]?.bhOff ?? 0) > 0;

/** What an interrupt handler does: calls and page operations. */
const canInterrupt = ({ event }: Act & { readonly act: 'event' }) =>
  event.kind === 'call' || event.kind === 'page' || event.kind === 'tlb';
