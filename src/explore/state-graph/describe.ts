import { interruptOf } from '../../engine/machine.ts';
import type { Machine, TaskId } from '../../engine/model.ts';
import { activeOf, newTask, type World } from '../../engine/setup/world.ts';

/** A state described in words. States with equal descriptions look the same everywhere. */
export interface StateDescription {
  /** As a sentence: `A: enable_count 1, pause_count 0, active; 1 pending`. */
  readonly description: string;
  /** As short labels: one line per task, and one for everything else. */
  readonly lines: readonly string[];
  /** Whether the mode is active for the first task; null if the revision does not record it. */
  readonly active: boolean | null;
}

/** Whether numbers are exact, or grouped into what a revision can distinguish. */
export type Grouping = 'each' | 'class';

/** A call in progress that the machine does not show, because a completed call is being stepped through. */
export interface CallInProgress {
  readonly task: TaskId;
  readonly helper: string;
  /** The last executed statement. */
  readonly last: number;
}

/** Describes a machine. Tasks that have not run yet are shown at rest. */
export function describeState(
  world: World,
  machine: Machine,
  tasks: readonly TaskId[],
  grouping: Grouping,
  inProgress: CallInProgress | null = null,
): StateDescription {
  const number = (value: number): string =>
    grouping === 'class' && value > 1 && value < 254 ? '2–253' : String(value);
  const count = (value: number): string => (grouping === 'class' && value > 1 ? 'some' : String(value));
  const interrupt = interruptOf(machine);
  const described = tasks.map((id) => {
    const task = machine.tasks[id] ?? newTask(world, 'm1', null);
    const active = activeOf(world, task);
    const pending = machine.tasks[id] ? world.simulation.pending(machine, id) : 0;
    const call = inProgress?.task === id ? inProgress : task.calls.at(-1);
    const fields = Object.entries(task.fields);
    const parts = [
      ...fields.map(([name, value]) => `${name} ${number(value)}`),
      active !== null && (active ? 'active' : 'not active'),
      pending > 0 && `${count(pending)} pending`,
      call && `in ${call.helper} after statement ${call.last ?? 0}`,
      task.bhOff > 0 && 'bottom halves off',
      !task.alive && 'exited',
    ];
    const line = [
      fields.map(([, value]) => number(value)).join(' '),
      pending > 0 && `+${grouping === 'class' && pending > 1 ? '' : pending}`,
      call && `${call.helper[0] ?? ''}${call.last ?? 0}`,
      !task.alive && '✝',
    ];
    return { active, says: words(parts, ', '), line: words(line, ' ') };
  });
  const running = machine.cpus[machine.here]?.current ?? null;
  const rest = [
    tasks.length > 1 && (running === null ? 'no task runs' : `${running} runs`),
    machine.here > 0 && `CPU ${machine.here}`,
    interrupt && `in ${interrupt.kind}`,
    machine.over !== null && 'the run has ended',
  ];
  const short = [
    tasks.length > 1 && running !== null && `${running} runs`,
    machine.here > 0 && `CPU ${machine.here}`,
    interrupt?.kind,
    machine.over !== null && 'ended',
  ];
  const several = tasks.length > 1;
  const last = words(short, ', ');
  return {
    description: [
      ...described.map(({ says: parts }, i) => (several ? `${tasks[i]}: ${parts}` : parts)),
      words(rest, ', '),
    ]
      .filter((part) => part !== '')
      .join('; '),
    lines: [
      ...described.map(({ line }, i) => (several ? `${tasks[i]} ${line}` : line || '–')),
      ...(last === '' ? [] : [last]),
    ],
    active: described[0]?.active ?? null,
  };
}

const words = (parts: readonly (string | false | null | undefined)[], between: string): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(between);
