import { currentOf, interruptOf, taskOf } from '../../engine/machine.ts';
import type { Block, Event, Machine, Program, Summary } from '../../engine/model.ts';
import { execute, executeBegin, executeEnd, executeRest } from '../../engine/run/execute.ts';
import type { World } from '../../engine/setup/world.ts';
import { assert } from '../../lib/assert.ts';
import type { Action } from './actions.ts';

/** A machine in which an action can stop, and the rows up to there. */
export interface ActionResult {
  /** The statement after which a call is interrupted; 0 if none is. */
  readonly stop: number;
  readonly machine: Machine;
  readonly rows: readonly Summary[];
}

/**
 * Where a call can be interrupted: nowhere, after every statement, or only where preemption is observable, that is
 * after statements that do more than read.
 */
export type StopPoints = 'none' | 'all' | 'observable';

/**
 * Executes an action with the simulator. With `stopping`, a call that it starts or resumes can be interrupted after
 * each statement: the call runs with an empty block there, and the machine is captured where the block begins. The last
 * result is the completed action.
 */
export function executeAction(
  world: World,
  machine: Machine,
  action: Action,
  stopping: StopPoints,
): readonly ActionResult[] {
  // Calls in an interrupt run to completion: nothing interrupts or preempts them.
  const stops = stopping !== 'none' && interruptOf(machine) === null;
  const results: ActionResult[] = [];
  const rows: Summary[] = [];
  const sink = {
    row(_path: readonly number[], _part: number, row: Summary, after: Machine) {
      rows.push(row);
      if (row.outcome !== 'under-way') return;
      const stop = taskOf(after, currentOf(after) ?? '').calls.at(-1)?.last;
      assert(stop, 'a call stops after a statement');
      results.push({ stop, machine: after, rows: [...rows] });
    },
  };
  const done = run(world, machine, action, stops, sink);
  const all = [...results, { stop: 0, machine: done, rows }];
  return stopping === 'observable'
    ? all.filter(({ machine: at }, i) => !onlyReadsUntil(world, at, all[i + 1]?.stop ?? 0))
    : all;
}

/**
 * Whether an interrupted call only reads its own fields until the next stop. A preemption restores those, so it makes
 * no difference on which side it happens.
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

/** The event of a task's unfinished call, at the task's index, so that the call can resume. */
function hostOf(world: World, machine: Machine, id: string, stops: boolean): Event {
  const frame = machine.tasks[id]?.calls[0];
  if (!frame) return { kind: 'note', text: '' };
  const event: Event = { kind: 'call', helper: frame.helper as 'enable' };
  return stops ? stoppableCall(world, event, frame.last) : event;
}

/** Adds an empty block after each statement of a call. A call with a range is not interrupted. */
function stoppableCall(world: World, event: Event, but: number | null = null): Event {
  if (event.kind !== 'call' || event.range) return event;
  const inside: Block[] = [];
  for (let number = 1; number <= (world.codes[event.helper]?.statements ?? 0); number++) {
    if (number !== but) inside.push({ anchor: { at: 'statement', number }, events: [] });
  }
  return { ...event, inside };
}
