import { currentOf } from '../../engine/machine.ts';
import type { Machine, OpenCalls, Task } from '../../engine/model.ts';
import { EMPTY_BOOK } from './canonical-state.ts';
import type { KernelSpace, UnpackedState } from './kernel-space.ts';

/** What a task has of its own: in each world its record and its bytes, and what it has open. Where it runs is not its own. */
export interface TaskState {
  readonly records: readonly Task[];
  readonly bytes: readonly (readonly number[])[];
  readonly book: OpenCalls;
}

/** Everything else: who runs and where, what waits on the CPU, the pages. */
export interface SharedState {
  /** In each world, with tasks that have only a CPU. */
  readonly machines: readonly Machine[];
  /** The running task's place among the tasks; -1: none runs. */
  readonly running: number;
  /** Whether each task has run. */
  readonly hasRun: readonly boolean[];
}

export function taskStateIn(space: KernelSpace, { templates, bytes, books }: UnpackedState, task: number): TaskState {
  return {
    records: templates.map(({ tasks }) => ({ ...(Object.values(tasks)[task] as Task), cpu: null })),
    bytes: bytes.map((all, world) => space.bytesOf(world, task).map((at) => all[at] as number)),
    book: books[task] ?? EMPTY_BOOK,
  };
}

export function sharedStateIn({ templates }: UnpackedState): SharedState {
  const [machine] = templates as [Machine];
  const ids = Object.keys(machine.tasks);
  return {
    machines: templates.map((one) => withRecords(one, () => ({}) as Task)),
    running: ids.indexOf(currentOf(machine) ?? ''),
    hasRun: Object.values(machine.tasks).map(({ cpu }) => cpu !== null),
  };
}

/** A situation with what each task has, in one. `order` is a space's that has no order to keep: its first. */
export function composeState(
  space: KernelSpace,
  { machines }: SharedState,
  owned: readonly TaskState[],
  order: number,
): UnpackedState {
  const bytes = machines.map((_, world) => {
    const all: number[] = [];
    owned.forEach((one, task) => {
      space.bytesOf(world, task).forEach((at, i) => {
        all[at] = one.bytes[world]?.[i] ?? 0;
      });
    });
    return all;
  });
  return {
    templates: machines.map((one, world) => withRecords(one, (task) => owned[task]?.records[world] as Task)),
    bytes,
    books: owned.map(({ book }) => book),
    order,
  };
}

const withRecords = (machine: Machine, recordOf: (task: number) => Task): Machine => ({
  ...machine,
  tasks: Object.fromEntries(
    Object.entries(machine.tasks).map(([id, { cpu }], task) => [id, { ...recordOf(task), cpu }]),
  ),
});
