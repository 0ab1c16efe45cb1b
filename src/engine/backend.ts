import type { Entry } from '../lib/registry.ts';
import type { Effect, Era, Json, Machine, PageEvent, PageId, TaskId } from './model.ts';
import type { CallbackName } from './statements.ts';

/** Where something happens: what an architecture's code may ask about. */
export interface Site {
  readonly machine: Machine;
  readonly task: TaskId;
  readonly cpu: number;
  /** `in_interrupt()`: also true with bottom halves off. */
  readonly inInterrupt: boolean;
  /** The revision's answer to "is the mode active here"; false where it has none. */
  readonly active: boolean;
  /** Who is at work, for telling whose updates a flush carried: `A`, `irq@0`. */
  readonly context: string;
  /** Capacity override for teaching; null is the real one. */
  readonly capacity: number | null;
}

/** A hazard that came true in a page operation, by the id of its rule. */
export interface Hazard {
  readonly rule: string;
  readonly clause: string;
  readonly values: Readonly<Record<string, number | boolean | string | null>>;
}

/** What the architecture did. */
export interface Reaction {
  readonly machine: Machine;
  readonly effects: readonly Effect[];
  /** The callback returned at once. */
  readonly ignored?: true;
  /** Contexts whose updates a flush carried. */
  readonly flushed?: readonly string[];
}

/** What a page operation did. */
export interface PageReaction extends Reaction {
  /** In one or two words, for the table: `stored`, the value read, `may fault`. */
  readonly result: string;
  readonly hazards?: readonly Hazard[];
  /** Whether the mode would hold this update back, and whether it did. */
  readonly batch?: { readonly possible: boolean; readonly held: boolean };
}

/** A line of the inspector: what the architecture's own state holds. */
export interface Register {
  readonly name: string;
  readonly value: string;
}

/** An architecture at one era. Pure: a machine goes in, a machine comes out. */
export interface Simulation {
  readonly task: Json;
  readonly cpu: Json;
  callback(name: CallbackName, site: Site): Reaction;
  page(event: PageEvent, index: number, site: Site): PageReaction;
  tlb(op: 'flush-tlb' | 'gather-flush', site: Site): Reaction;
  /** The context switch on a CPU, after `machine` has the next task in place; null stands for the idle task. */
  switched(change: {
    readonly machine: Machine;
    readonly cpu: number;
    readonly from: TaskId | null;
    readonly to: TaskId | null;
  }): Reaction;
  /** How many updates are held back for a task or its CPU. */
  pending(machine: Machine, task: TaskId): number;
  /** What is held back for one page, in words; null when nothing is. */
  held(machine: Machine, page: PageId): string | null;
  registers(machine: Machine, task: TaskId): readonly Register[];
}

/** A simulated architecture. */
export interface Backend extends Entry {
  readonly title: string;
  /** What it holds back, in one sentence. */
  readonly defers: string;
  /** Whose state it is, and the real capacity: the small print of its lane. */
  readonly where: string;
  /** False where the Kconfig option is off: the helpers are empty and there is no per-task state. */
  readonly configured: boolean;
  /** Where the facts come from. */
  readonly source: string;
  /** By the era from which a simulation holds; a later era without one uses the newest before it. */
  readonly eras: Readonly<Partial<Record<Era, Simulation>>>;
}
