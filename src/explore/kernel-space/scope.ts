import type { Event, Helper } from '../../engine/model.ts';

/** How far interrupts or preemption may come between what a task does. */
export const INTERLEAVINGS = ['none', 'calls', 'statements'] as const;
export type Interleaving = (typeof INTERLEAVINGS)[number];

/**
 * What callers may do (design 3.7). `paired`: in every context, task or interrupt, a disable needs an open enable and a
 * resume an open pause of its own; the two kinds may cross. `balanced`: paired and properly nested, so that an interrupt
 * closes what it opened before it ends. Neither opens more of a kind than a u8 counts: 255. A revision's name: whatever fires
 * none of its checks.
 */
export type Callers = 'free' | 'paired' | 'balanced' | { readonly legal: string };

export interface OpenLimits {
  readonly enables: number;
  readonly pauses: number;
}

/** What a u8 counts. Deeper is a misuse of its own. */
export const MAX_OPEN: OpenLimits = { enables: 255, pauses: 255 };

/** Which programs are tried. */
export interface SearchScope {
  /** What a task does, each with nothing inside it; interrupts and switches are said by the options below. */
  readonly alphabet: readonly Event[];
  readonly callers: Callers;
  /**
   * The most that callers who pair, nest or are legal have open at once, each in every context: 0 to 255. Where this is absent it
   * is 255 for those who pair, and has no bound for the others.
   */
  readonly open?: OpenLimits;
  /** Tasks that act: 1 or 2. With one, a switch goes to a task that does nothing, and back. */
  readonly tasks: 1 | 2;
  readonly cpus: 1 | 2;
  readonly interrupts: Interleaving;
  /** Which interrupts there are. */
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
 * Which calls are counted while they are open. Who pairs closes what he opened; whoever is legal is held by the checks alone,
 * so that only what has a bound of its own is counted.
 */
export function countedSides({
  callers,
  open = MAX_OPEN,
}: Pick<SearchScope, 'callers' | 'open'>): Record<keyof OpenLimits, boolean> {
  const paired = callers === 'paired';
  const counted = (most: number) => paired || (typeof callers === 'object' && most < 255);
  return { enables: counted(open.enables), pauses: counted(open.pauses) };
}

/** Names of the tasks that a program of this scope may speak of; the acting ones first. */
export const tasksOf = ({ tasks, preempt }: SearchScope): readonly string[] =>
  tasks === 2 || preempt !== 'none' ? ['A', 'B'] : ['A'];
