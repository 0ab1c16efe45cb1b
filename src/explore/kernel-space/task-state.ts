import { currentOf } from '../../engine/machine.ts';
import type { Machine, OpenCalls, Task } from '../../engine/model.ts';
import { EMPTY_BOOK } from './canonical-state.ts';
import type { KernelSpace, UnpackedState } from './kernel-space.ts';

/**
 * The state that belongs to one task: its record and bytes in each world, and what it has open. The CPU it runs on is
 * not part of it.
 */
export interface TaskState {
  readonly records: readonly Task[];
  readonly bytes: readonly (readonly number[])[];
  readonly book: OpenCalls;
}

/** Everything else: who runs where, what is pending on the CPU, the pages. */
export interface SharedState {
  /** Per world, with tasks reduced to their CPU. */
  readonly machines: readonly Machine[];
  /** Index of the running task; -1 if none runs. */
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

/**
 * Combines a shared state with the state of each task. `order` is the initial nesting order, for spaces that keep none.
 */
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
