import type { Event, Helper } from '../../engine/model.ts';

/** How finely interrupts or preemption interleave with a task. */
export const INTERLEAVINGS = ['none', 'calls', 'statements'] as const;
export type Interleaving = (typeof INTERLEAVINGS)[number];

/**
 * Which calls callers may make. `paired` (matched calls): in every context, a disable needs an open enable and a resume
 * an open pause of that context; the two kinds may cross. `balanced` (properly nested calls): matched and properly
 * nested, so an interrupt closes what it opened before it ends. Neither opens more of a kind than a u8 counts, 255.
 * `legal`: any call that fires none of a revision's checks.
 */
export type Callers = 'free' | 'paired' | 'balanced' | { readonly legal: string };

export interface OpenLimits {
  readonly enables: number;
  readonly pauses: number;
}

/** What a u8 counts; deeper nesting is a misuse of its own. */
export const MAX_OPEN: OpenLimits = { enables: 255, pauses: 255 };

/** Which programs are searched. */
export interface SearchScope {
  /** What a task may do, each event without a block; interrupts and switches are options below. */
  readonly alphabet: readonly Event[];
  readonly callers: Callers;
  /**
   * The most that each context may have open at once, 0 to 255, for all caller models but `free`. Default: 255 for
   * `paired`, no limit for the others.
   */
  readonly open?: OpenLimits;
  /** Active tasks: 1 or 2. With one, a switch goes to an idle task and back. */
  readonly tasks: 1 | 2;
  readonly cpus: 1 | 2;
  readonly interrupts: Interleaving;
  /** Which interrupts can occur. */
  readonly kinds: readonly ('irq' | 'softirq')[];
  readonly preempt: Interleaving;
}

const HELPERS: readonly Helper[] = ['enable', 'disable', 'pause', 'resume'];

export const DEFAULT_SCOPE: SearchScope = {
  alphabet: HELPERS.map((helper) => ({ kind: 'call', helper })),
  callers: 'free',
  tasks: 1,
  cpus: 1,
  interrupts: 'none',
  kinds: ['irq'],
  preempt: 'none',
};

/**
 * Which kinds of open calls must be counted. Matched calls always are; legal calls are restricted by the checks, so
 * only a limit below 255 needs counting.
 */
export function countedSides({
  callers,
  open = MAX_OPEN,
}: Pick<SearchScope, 'callers' | 'open'>): Record<keyof OpenLimits, boolean> {
  const paired = callers === 'paired';
  const counted = (most: number) => paired || (typeof callers === 'object' && most < 255);
  return { enables: counted(open.enables), pauses: counted(open.pauses) };
}

/** Ids of the tasks in a program of this scope, active ones first. */
export const tasksOf = ({ tasks, preempt }: SearchScope): readonly string[] =>
  tasks === 2 || preempt !== 'none' ? ['A', 'B'] : ['A'];
