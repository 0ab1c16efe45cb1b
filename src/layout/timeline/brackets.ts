import { cName } from '../../engine/ir/compile.ts';
import type { Cpu, Machine, OpenCall, OpenCalls, TaskId } from '../../engine/model.ts';
import { countOpenCalls } from '../../engine/open-calls.ts';
import type { Box } from '../scene.ts';

/** Something of a task that is open between two rows: a section, a pause, an interrupt on top of it, a call in progress. */
export interface Bracket {
  /** Constant while it stays open. */
  readonly key: string;
  readonly kind: Exclude<Box['kind'], 'active' | 'idle' | 'waiting'>;
  /** How many levels inwards it is drawn. */
  readonly level: number;
  readonly label: string;
  /** Replaces the label where that does not fit; empty where the look of the box is enough. */
  readonly brief?: string;
  readonly title: string;
}

/** Sections or pauses that are drawn inside each other; deeper ones are shown as a number. */
export const MAX_LEVELS = 4;

/** What a task has open, by its own calls rather than by any counter; outermost first. A dead task has nothing open. */
export function bracketsOf(machine: Machine, id: TaskId): readonly Bracket[] {
  const task = machine.tasks[id];
  if (!task?.alive) return [];
  const cpu = machine.cpus.find(({ current }) => current === id);
  return [
    ...bookBrackets(task.openCalls, id, 0),
    ...(cpu ? interruptBrackets(cpu, id, task.bhOff) : []),
    ...task.calls.map(
      ({ helper }, level): Bracket => ({
        key: `${id}:call${level}`,
        kind: 'under-way',
        level,
        label: '',
        title: `${cName(helper)}() in progress`,
      }),
    ),
  ];
}

/** The depth of a task's sections or pauses if not all are drawn: `depth 7`, `pause 6`; else empty. */
export function hiddenDepth(machine: Machine, id: TaskId): string {
  const task = machine.tasks[id];
  if (!task?.alive) return '';
  const sections = countOpenCalls(task.openCalls.enables);
  const pauses = countOpenCalls(task.openCalls.pauses);
  if (sections > MAX_LEVELS) return `depth ${sections}`;
  return pauses > MAX_LEVELS ? `pause ${pauses}` : '';
}

function bookBrackets({ enables, pauses }: OpenCalls, key: string, level: number): Bracket[] {
  const sections = outermost(enables).map(
    ({ effective }, i): Bracket =>
      effective
        ? {
            key: `${key}:e${i}`,
            kind: 'section',
            level: level + i,
            label: `depth ${i + 1}`,
            brief: `${i + 1}`,
            title: `section, depth ${i + 1}`,
          }
        : {
            key: `${key}:e${i}`,
            kind: 'ignored',
            level: level + i,
            label: 'ignored',
            title: `section at depth ${i + 1} that the kernel ignored`,
          },
  );
  const paused = outermost(pauses).map(
    ({ effective }, i): Bracket =>
      effective
        ? {
            key: `${key}:p${i}`,
            kind: 'pause',
            level: level + i,
            label: 'paused',
            brief: '',
            title: `pause, depth ${i + 1}`,
          }
        : {
            key: `${key}:p${i}`,
            kind: 'ignored',
            level: level + i,
            label: 'pause ignored',
            title: `pause at depth ${i + 1} that the kernel ignored`,
          },
  );
  // An ignored call lies on top of the pause that made the kernel ignore it.
  const all = [...sections, ...paused];
  return [...all.filter(({ kind }) => kind !== 'ignored'), ...all.filter(({ kind }) => kind === 'ignored')];
}

/** The outermost open calls, one by one, up to the drawn levels. */
function outermost(open: readonly OpenCall[]): OpenCall[] {
  const drawn: OpenCall[] = [];
  for (const one of open) {
    for (let i = 0; i < one.times && drawn.length < MAX_LEVELS; i++) drawn.push(one);
  }
  return drawn;
}

function interruptBrackets({ interrupts }: Cpu, id: TaskId, bhOff: number): Bracket[] {
  const bottom: Bracket[] =
    bhOff > 0
      ? [
          {
            key: `${id}:bh`,
            kind: 'interrupt',
            level: 0,
            label: 'bh off',
            title: 'bottom halves off: in_interrupt() is true',
          },
        ]
      : [];
  const above = interrupts.flatMap(({ kind, openCalls }, level): Bracket[] => [
    { key: `${id}:i${level}`, kind: 'interrupt', level, label: kind, title: `${kind} on top of task ${id}` },
    ...bookBrackets(openCalls, `${id}:i${level}`, level + 1),
  ]);
  return [...bottom, ...above];
}
