import type { Entry } from '../../lib/registry.ts';
import type { CallbackName } from '../ir/statements.ts';
import type { Effect, Era, Json, Machine, PageEvent, PageId, TaskId } from '../model.ts';

/** The context in which an architecture's code runs. */
export interface Site {
  readonly machine: Machine;
  readonly task: TaskId;
  readonly cpu: number;
  /** `in_interrupt()`: also true with bottom halves off. */
  readonly inInterrupt: boolean;
  /** Whether the mode is active here, according to the revision; false if it has no query. */
  readonly active: boolean;
  /** The running context, as the owner of updates: `A`, `irq@0`. */
  readonly context: string;
  /** Overrides the batch size of the kernel; null keeps it. */
  readonly capacity: number | null;
  /** The user pages that `enable range` announced; null for every other call. */
  readonly range: { readonly from: number; readonly to: number } | null;
}

/** A hazard in a page operation, by the id of its rule. */
export interface Hazard {
  readonly rule: string;
  readonly clause: string;
  readonly values: Readonly<Record<string, number | boolean | string | null>>;
}

/** A BUG_ON() of the architecture whose condition was true. */
export interface Bug {
  readonly clause: string;
  readonly values: Hazard['values'];
}

/** What the architecture did. */
export interface Reaction {
  readonly machine: Machine;
  readonly effects: readonly Effect[];
  /** The callback returned immediately. */
  readonly ignored?: true;
  /** It ended in a BUG, which ends the task and the run. */
  readonly bug?: Bug;
  /** The result in one or two words, for the table: `does nothing`. */
  readonly result?: string;
  /** One sentence of the backend's `inferred` if this behaviour is inferred from code. */
  readonly inferred?: string;
  /** Contexts whose updates a flush carried. */
  readonly flushed?: readonly string[];
}

/** What a page operation did. */
export interface PageReaction extends Reaction {
  /** The result in one or two words, for the table: `stored`, the value read, `may fault`. */
  readonly result: string;
  readonly hazards?: readonly Hazard[];
  /** Whether the mode can defer this update, and whether it did. */
  readonly batch?: { readonly deferrable: boolean; readonly deferred: boolean };
}

/** One act of a context switch, in order, on the task that it names. */
export type HookAct =
  /** Work of the architecture, on the machine after the previous acts. */
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
  /** preempt_disable() calls minus preempt_enable() calls; the task is preemptible only at 0. */
  readonly depth: number;
  /** Why it is not 0: `arch_enter() disabled it`. */
  readonly why: string;
}

/** One value of the architecture's own state, as the inspector shows it. */
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
  /** Callbacks that only this architecture has, by name; without one the generic callback runs. */
  readonly ownCallbacks?: Readonly<Record<string, (site: Site) => Reaction>>;
  page(event: PageEvent, index: number, site: Site): PageReaction;
  tlb(op: 'flush-tlb' | 'gather-flush', site: Site): Reaction;
  contextSwitch(change: Switching): readonly HookAct[];
  /** Null if the architecture never changes preemption. */
  preemption(machine: Machine, task: TaskId): Preemption | null;
  /** Counts the pending updates of a task or its CPU. */
  pending(machine: Machine, task: TaskId): number;
  /** Counts the pending updates of a CPU, of all contexts; if state is per task, those of its running task. */
  pendingOn(machine: Machine, cpu: number): number;
  /** Describes what is pending for one page; null if nothing is. */
  describePending(machine: Machine, page: PageId): string | null;
  /** Returns the registers to show. An overriding `capacity` is shown next to that of the kernel. */
  registers(machine: Machine, task: TaskId, capacity: number | null): readonly Register[];
}

/** A simulated architecture. Further text about it is in `content/remarks`. */
export interface Backend extends Entry {
  readonly title: string;
  /** What it defers, in a sentence that continues "Defers …"; the part up to the first comma, colon or semicolon is the short form. */
  readonly defers: string;
  /** Where its state is, and the batch size of the kernel: the small print of its lane. */
  readonly where: string;
  /** Who holds pending work; each holder gets a lane. `nobody`: nothing is ever pending. */
  readonly holder: 'task' | 'cpu' | 'nobody';
  /** The batch size of the kernel and its unit; null if there is no batch. */
  readonly capacity: { readonly real: number; readonly of: string } | null;
  /** False if the Kconfig option is off: the helpers are empty and there is no per-task state. */
  readonly configured: boolean;
  /** Where the facts come from. */
  readonly source: string;
  /** Simulations by the first era for which they are valid; a later era without one uses the newest before it. */
  readonly eras: Readonly<Partial<Record<Era, Simulation>>>;
}
