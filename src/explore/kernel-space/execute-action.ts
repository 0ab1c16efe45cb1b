import { currentOf, interruptOf, taskOf } from '../../engine/machine.ts';
import type { Block, Event, Machine, Program, Summary } from '../../engine/model.ts';
import { execute, executeBegin, executeEnd, executeRest } from '../../engine/run/execute.ts';
import type { World } from '../../engine/setup/world.ts';
import { assert } from '../../lib/assert.ts';
import type { Action } from './actions.ts';

/** Where an act can leave a machine, and the rows of it until then. */
export interface ActionResult {
  /** The statement after which a call stands; 0 where none was stopped. */
  readonly stop: number;
  readonly machine: Machine;
  readonly rows: readonly Summary[];
}

/** Where a call can be left: nowhere, after each statement, or where a preemption can tell: after those that do not only read. */
export type StopPoints = 'none' | 'all' | 'observable';

/**
 * Executes an act by the ordinary executor. With `stopping`, a call that it starts or goes on with can be left after each of
 * its statements: it is run with an empty block there, and the machine is taken where the block would begin. The last
 * element is the act done as a whole.
 */
export function executeAction(
  world: World,
  machine: Machine,
  action: Action,
  stopping: StopPoints,
): readonly ActionResult[] {
  // What an interrupt calls is done at once: no interrupt interrupts it, and nothing preempts it.
  const stops = stopping !== 'none' && interruptOf(machine) === null;
  const lefts: ActionResult[] = [];
  const rows: Summary[] = [];
  const sink = {
    row(_path: readonly number[], _part: number, row: Summary, after: Machine) {
      rows.push(row);
      if (row.outcome !== 'under-way') return;
      const stop = taskOf(after, currentOf(after) ?? '').calls.at(-1)?.last;
      assert(stop, 'a call stops after a statement');
      lefts.push({ stop, machine: after, rows: [...rows] });
    },
  };
  const done = run(world, machine, action, stops, sink);
  const all = [...lefts, { stop: 0, machine: done, rows }];
  return stopping === 'observable'
    ? all.filter(({ machine: at }, i) => !onlyReadsUntil(world, at, all[i + 1]?.stop ?? 0))
    : all;
}

/**
 * Whether all that a stopped call does until its next stop is to look at its own fields. A preemption brings those back as
 * they were, so that it makes no difference on which side it comes.
 */
function onlyReadsUntil(world: World, machine: Machine, next: number): boolean {
  const frame = next > 0 && machine.tasks[currentOf(machine) ?? '']?.calls.at(-1);
  const code = frame ? world.codes[frame.helper] : undefined;
  return code?.instructions.some((one) => (one.op === 'check' || one.op === 'branch') && one.number === next) ?? false;
}

function run(
  world: World,
  machine: Machine,
  action: Action,
  stops: boolean,
  sink: Parameters<typeof execute>[4],
): Machine {
  const hosts = Object.keys(machine.tasks).map((id) => hostOf(world, machine, id, stops));
  switch (action.kind) {
    case 'begin':
      return executeBegin(world, machine, action.interrupt, sink);
    case 'end':
      return executeEnd(world, machine, sink);
    case 'continue':
      return executeRest(world, machine, hosts, sink);
    case 'round-trip': {
      const program = [...hosts, ...action.events];
      return execute(world, execute(world, machine, program, hosts.length, sink), program, hosts.length + 1, sink);
    }
    default: {
      const program: Program = [...hosts, stops ? stoppableCall(world, action.event) : action.event];
      return execute(world, machine, program, hosts.length, sink);
    }
  }
}

/** The event of a task's call under way, so that the call can go on: it stands at the task's place among the tasks. */
function hostOf(world: World, machine: Machine, id: string, stops: boolean): Event {
  const frame = machine.tasks[id]?.calls[0];
  if (!frame) return { kind: 'note', text: '' };
  const event: Event = { kind: 'call', helper: frame.helper as 'enable' };
  return stops ? stoppableCall(world, event, frame.last) : event;
}

/** A call with an empty block after each of its statements. A call with a range is not stopped. */
function stoppableCall(world: World, event: Event, but: number | null = null): Event {
  if (event.kind !== 'call' || event.range) return event;
  const inside: Block[] = [];
  for (let number = 1; number <= (world.codes[event.helper]?.statements ?? 0); number++) {
    if (number !== but) inside.push({ anchor: { at: 'statement', number }, events: [] });
  }
  return { ...event, inside };
}
