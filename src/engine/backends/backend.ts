import type { Entry } from '../../lib/registry.ts';
import type { CallbackName } from '../ir/statements.ts';
import type { Effect, Era, Json, Machine, PageEvent, PageId, TaskId } from '../model.ts';

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
  /** The user pages that `enable range` announced; null for every other call. */
  readonly range: { readonly from: number; readonly to: number } | null;
}

/** A hazard that came true in a page operation, by the id of its rule. */
export interface Hazard {
  readonly rule: string;
  readonly clause: string;
  readonly values: Readonly<Record<string, number | boolean | string | null>>;
}

/** The architecture's own BUG_ON, whose condition held. */
export interface Bug {
  readonly clause: string;
  readonly values: Hazard['values'];
}

/** What the architecture did. */
export interface Reaction {
  readonly machine: Machine;
  readonly effects: readonly Effect[];
  /** The callback returned at once. */
  readonly ignored?: true;
  /** It ended in a BUG: the task ends there, and with it the run. */
  readonly bug?: Bug;
  /** In one or two words, for the table, where there is something to say: `does nothing`. */
  readonly result?: string;
  /** That this happens so is reasoned from code rather than stated by anybody: one sentence of the backend's `inferred`. */
  readonly inferred?: string;
  /** Contexts whose updates a flush carried. */
  readonly flushed?: readonly string[];
}

/** What a page operation did. */
export interface PageReaction extends Reaction {
  /** In one or two words, for the table: `stored`, the value read, `may fault`. */
  readonly result: string;
  readonly hazards?: readonly Hazard[];
  /** Whether the mode would hold this update back, and whether it did. */
  readonly batch?: { readonly deferrable: boolean; readonly deferred: boolean };
}

/** One thing that a context switch does, in order; what it does to a task is done to the task that it names. */
export type HookAct =
  /** The architecture's own work, on the machine as the acts before left it. */
  | { readonly act: 'own'; readonly says: string; run(machine: Machine): Reaction }
  | { readonly act: 'callback'; readonly name: CallbackName; readonly task: TaskId }
  /** A helper of the revision that takes a task: `__task_pause`. */
  | { readonly act: 'helper'; readonly helper: string; readonly task: TaskId };

/** A context switch on one CPU. `machine` has the next task in place; null stands for the idle task. */
export interface Switching {
  readonly machine: Machine;
  readonly cpu: number;
  readonly from: TaskId | null;
  readonly to: TaskId | null;
  /** Whether the next task has never run before. */
  readonly first: boolean;
  /** The revision's answer to "is the mode active" for the next task; false where it has none. */
  readonly active: boolean;
}

/** Preemption as an architecture's callbacks left it for a task. */
export interface Preemption {
  /** How often it was turned off more than on; below 0 is a preempt_enable() too many. Not 0 is not preemptible. */
  readonly depth: number;
  /** Who turns it off, in words: `arch_enter turned preemption off`. */
  readonly why: string;
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
  /** Helpers of the revision that the context switch calls: without them the pair is impossible. */
  readonly needs?: readonly string[];
  callback(name: CallbackName, site: Site): Reaction;
  /** Callbacks that only this architecture has, by name; where one is missing, the one that it stands for runs. */
  readonly ownCallbacks?: Readonly<Record<string, (site: Site) => Reaction>>;
  page(event: PageEvent, index: number, site: Site): PageReaction;
  tlb(op: 'flush-tlb' | 'gather-flush', site: Site): Reaction;
  contextSwitch(change: Switching): readonly HookAct[];
  /** Null where the architecture never touches preemption. */
  preemption(machine: Machine, task: TaskId): Preemption | null;
  /** How many updates are held back for a task or its CPU. */
  pending(machine: Machine, task: TaskId): number;
  /** How many a CPU holds back, whoever's they are. Where state is per task: what the task that runs there does. */
  pendingOn(machine: Machine, cpu: number): number;
  /** What is held back for one page, in words; null when nothing is. */
  describePending(machine: Machine, page: PageId): string | null;
  /** `capacity` as in Site: where it overrides the real one, the register shows both. */
  registers(machine: Machine, task: TaskId, capacity: number | null): readonly Register[];
}

/** A simulated architecture. What is told of it beside the drawing stands in `content/remarks`. */
export interface Backend extends Entry {
  readonly title: string;
  /** What it holds back, in one sentence that can be read behind "holds back", and whose beginning up to a comma, colon or semicolon says it in brief. */
  readonly defers: string;
  /** Whose state it is, and the real capacity: the small print of its lane. */
  readonly where: string;
  /** Who has what waits: a lane each is drawn for it. `nobody`: nothing ever waits. */
  readonly holder: 'task' | 'cpu' | 'nobody';
  /** The real capacity and what it counts, for the label of an override; null where nothing can be full. */
  readonly capacity: { readonly real: number; readonly of: string } | null;
  /** False where the Kconfig option is off: the helpers are empty and there is no per-task state. */
  readonly configured: boolean;
  /** Where the facts come from. */
  readonly source: string;
  /** By the era from which a simulation holds; a later era without one uses the newest before it. */
  readonly eras: Readonly<Partial<Record<Era, Simulation>>>;
}
