/**
 * The central types of the engine. All are readonly and all are JSON, so that a machine, a program and a finding
 * can be stored, sent to a worker and compared as values. Words are the kernel's; design 2 and 3.2 define them.
 * Above 400 lines would need a reason; the one for keeping these types together is that they name each other.
 */

// --- programs --------------------------------------------------------------------------------------------------

/** `A`, `B` …: one upper-case letter. A program starts with task A on CPU 0. */
export type TaskId = string;

/** The four public helpers; a revision may define more, called by these or by an architecture's hooks. */
export type Helper = 'enable' | 'disable' | 'pause' | 'resume';

/** A page of the running task's mm (`user`) or of the kernel, by its index in one flat table (0 … 1023). */
export interface PageRef {
  readonly space: 'user' | 'kernel';
  readonly index: number;
}

/** The size of the mapping; a change of size ends a batch on some architectures. */
export type PageSize = 'base' | '64k' | 'huge';

/** `read` is `ptep_get()`, `read-raw` a plain load of the entry, `touch` an access through the mapping. */
export type PageOp = 'set' | 'clear' | 'get-and-clear' | 'wrprotect' | 'read' | 'read-raw' | 'touch' | 'touch-write';

/** Where inside a helper a block of events sits. Numbers are those of the helper's listing, counted from 1. */
export type Anchor =
  | { readonly at: 'statement'; readonly number: number }
  /** After the n-th write that the call makes: means the same in every revision. */
  | { readonly at: 'write'; readonly number: number }
  | { readonly at: 'before-callback' }
  | { readonly at: 'after-callback' };

/** Events that happen inside a call, at an anchor. */
export interface Block {
  readonly anchor: Anchor;
  readonly events: readonly Event[];
}

interface Common {
  /** Switched off in place: kept, numbered, not run. */
  readonly off?: true;
}

export interface CallEvent extends Common {
  readonly kind: 'call';
  readonly helper: Helper;
  /** `enable range 3..7`: the page range that the pending s390 series announces. */
  readonly range?: { readonly from: number; readonly to: number };
  /** Blocks inside the call, in order. */
  readonly inside?: readonly Block[];
}

export interface PageEvent extends Common {
  readonly kind: 'page';
  readonly op: PageOp;
  readonly page: PageRef;
  /** Last index of `set P..P`; from `page.index` on, inclusive. */
  readonly to?: number;
  readonly size?: PageSize;
}

export type Event =
  | CallEvent
  | PageEvent
  | (Common & { readonly kind: 'tlb'; readonly op: 'flush-tlb' | 'gather-flush' })
  | (Common & { readonly kind: 'irq' | 'softirq'; readonly body: readonly Event[] })
  | (Common & { readonly kind: 'bh'; readonly state: 'off' | 'on' })
  | (Common & { readonly kind: 'switch'; readonly task: TaskId; readonly cpu?: number })
  /** Names the mm of a task before it first runs (`m1` otherwise). */
  | (Common & { readonly kind: 'task'; readonly task: TaskId; readonly mm: string })
  | (Common & { readonly kind: 'sleep' })
  | (Common & { readonly kind: 'exit' })
  | (Common & { readonly kind: 'note'; readonly text: string });

/** What a person put on the timeline, in reading order. */
export type Program = readonly Event[];

// --- setup -----------------------------------------------------------------------------------------------------

/** Kernel releases at which an architecture is simulated; `s390` is the pending series, not known to be in mainline. */
export const ERAS = ['6.19', '7.0', '7.1', '7.2', 's390'] as const;
export type Era = (typeof ERAS)[number];

/** `kernel`: BUG ends the task, WARN goes on. `stop`: the first check that fires ends the run. `off`: no CONFIG_DEBUG_VM. */
export const CHECKS = ['kernel', 'stop', 'off'] as const;
export type Checks = (typeof CHECKS)[number];

export interface Setup {
  /** Id of a revision. */
  readonly revision: string;
  /** Id of a backend. */
  readonly backend: string;
  readonly era: Era;
  readonly checks: Checks;
  readonly panicOnWarn: boolean;
  /** Overrides the real capacity of a batch, for teaching; null is the real one. */
  readonly capacity: number | null;
}

// --- the machine -----------------------------------------------------------------------------------------------

/** JSON that only its owner reads: the private state of a backend. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Values of the per-task state struct by field name; booleans are 0 and 1. */
export type Fields = Readonly<Record<string, number>>;

/** A page-table entry: which `set` of the page wrote it (1, 2 …) and whether it may be written through. null: empty. */
export interface Pte {
  readonly value: number;
  readonly writable: boolean;
}

/** `k3` for the kernel, `m1:3` for page 3 of the mm m1. */
export type PageId = string;

export interface Page {
  /** How often the page was set; the next `set` writes `sets + 1`. */
  readonly sets: number;
  /** What memory holds, and what a raw read returns. */
  readonly memory: Pte | null;
  /** The translation that the hardware holds from an earlier touch, stale or not. */
  readonly hardware: Pte | null;
  /** What the architecture remembers of this page (an owed barrier, say). */
  readonly arch: Json;
}

/**
 * All pages that were come across, by the name without its last digit and then by the name: a write copies the few beside it and
 * not all. `pageOf`, `withPage` and `pagesIn` of `machine.ts` know the way.
 */
export type Pages = Readonly<Record<string, Readonly<Record<PageId, Page>>>>;

/** Open enables or pauses of a caller, as the caller sees them: equal ones in a row are one entry. */
export interface OpenCall {
  readonly times: number;
  /** Whether the call did anything, or returned at its first condition. */
  readonly effective: boolean;
  /** For a pause: `active` and `entered` as it found them. */
  readonly found?: { readonly active: boolean | null; readonly entered: boolean };
}

/** What one context (a task, an interrupt) has opened and not yet closed, outermost first. Independent of any counter. */
export interface OpenCalls {
  readonly enables: readonly OpenCall[];
  readonly pauses: readonly OpenCall[];
}

/** A call of a helper that is under way: enough to go on with it after an interrupt or a switch. */
export interface Frame {
  /** Index path of the call's event in the program: child numbers, a block's number before each child of a call. */
  readonly path: readonly number[];
  readonly helper: string;
  /** Next instruction of the compiled helper. */
  readonly pc: number;
  /** Values kept by post- and pre-increments. */
  readonly temps: readonly number[];
  /** Blocks that have run, in the order in which they did. */
  readonly blocks: readonly number[];
  /** The statement that ran last, what it was, and how many writes there have been. */
  readonly last: number | null;
  readonly lastWas: 'check' | 'write' | 'branch' | 'callback' | null;
  readonly writes: number;
  /** Whether it has done anything yet. */
  readonly effective: boolean;
  /** The task when the call began: what a pause found, and whether the mode was active for the caller. */
  readonly found: { readonly active: boolean | null; readonly entered: boolean };
  readonly wasActive: boolean;
}

export interface Task {
  readonly mm: string;
  /** The CPU it runs on, or last ran on; null before it first ran. */
  readonly cpu: number | null;
  readonly alive: boolean;
  readonly fields: Fields;
  /** Whether arch_enter() has run without its arch_leave() yet, switch hooks included. */
  readonly entered: boolean;
  /** Nesting of "bottom halves off"; travels with the task. */
  readonly bhOff: number;
  /** Per-task state of the backend. */
  readonly arch: Json;
  /** Calls under way, outermost first; all but the running one are suspended. */
  readonly calls: readonly Frame[];
  readonly openCalls: OpenCalls;
}

/** An interrupt on top of a task. */
export interface Interrupt {
  readonly kind: 'irq' | 'softirq';
  readonly openCalls: OpenCalls;
  /** The interrupted task when it began: its fields, and what the mode was for it between helpers. */
  readonly found: { readonly fields: Fields; readonly active: boolean | null; readonly entered: boolean };
}

export interface Cpu {
  /** The task that runs here; null where there is none (its task exited or moved away). */
  readonly current: TaskId | null;
  /** Interrupts in progress, innermost last. */
  readonly interrupts: readonly Interrupt[];
  /** Per-CPU state of the backend. */
  readonly arch: Json;
}

export interface Machine {
  readonly tasks: Readonly<Record<TaskId, Task>>;
  readonly cpus: readonly Cpu[];
  /** The CPU that the program's events happen on now. */
  readonly here: number;
  readonly pages: Pages;
  /** `_ONCE` checks that have printed (`helper.n`), sorted. */
  readonly once: readonly string[];
  /** Why nothing happens any more. */
  readonly over: null | 'bug' | 'stop' | 'panic';
}

// --- what happened ---------------------------------------------------------------------------------------------

export type CheckMacro = 'VM_BUG_ON' | 'VM_WARN_ON' | 'VM_WARN_ON_ONCE';

/** An arch callback that ran, with the task's state as the callback saw it. */
export interface CallbackSeen {
  readonly callback: string;
  readonly task: TaskId;
  /** The helper's statement; null when a context switch called it. */
  readonly statement: number | null;
  readonly fields: Fields;
}

/** A check whose condition held. */
export interface CheckSeen {
  readonly macro: CheckMacro;
  readonly condition: string;
  /** The demand on callers that is broken, as a sentence: `enable() must not be called while paused.` */
  readonly reason: string;
  readonly statement: number;
  /** False: not evaluated by configuration. */
  readonly fired: boolean;
  /** A once-check that had fired before: it held again and printed nothing. */
  readonly silent: boolean;
}

/** Something the architecture did. `entries` is how many updates it concerned. */
export interface Effect {
  readonly kind: 'store' | 'queue' | 'flush' | 'barrier' | 'tlb' | 'bug' | 'fault';
  /** Names it: `dsb+isb`, `hypercall`, `range`, … */
  readonly how: string;
  readonly entries: number;
  readonly cpu: number;
  /** Of a flush that nobody asked for: there was no room for one more, or the next one has another mm or page size. */
  readonly because?: 'full' | 'key';
  /** What waits or goes out, where that is not the update itself: its store has reached memory. */
  readonly of?: 'invalidation' | 'barriers';
}

export type Severity = 'bug' | 'warning' | 'hazard' | 'note';

/** A rule that broke, a check that fired or a hazard that came true. Data, never an exception. */
export interface Finding {
  readonly rule: string;
  readonly sub: string | null;
  readonly severity: Severity;
  /** The condition that held or failed, in the words of the code or of the rule. */
  readonly clause: string;
  readonly values: Readonly<Record<string, number | boolean | string | null>>;
  /** The helper's statement at which it was seen, if at one. */
  readonly statement: number | null;
}

/** How a row went. */
export type Outcome =
  /** It ran; for a call: it did something. */
  | 'done'
  /** A call that returned before any check, write or callback. */
  | 'ignored'
  /** A call that another block interrupts, or that a switch suspended. */
  | 'under-way'
  /** Switched off, a note or a declaration. */
  | 'silent'
  /** It could not happen; `why` says why. */
  | 'skipped'
  /** A BUG, a panic or a stop in its midst. */
  | 'ended';

/**
 * What one row left behind: everything the timeline, the table and the command line show of it. Holds nothing that
 * depends on the row's place, so that equal rows share one summary.
 */
export interface Summary {
  readonly task: TaskId | null;
  readonly cpu: number;
  readonly context: 'task' | 'irq' | 'softirq';
  readonly outcome: Outcome;
  /** Why it was skipped or refused, or was done otherwise than asked. */
  readonly why: string | null;
  /** The event's task after the row, then every other task. */
  readonly fields: Fields;
  readonly others: Readonly<Record<TaskId, Fields>>;
  /** The revision's answer to "is the mode active here"; null where it has none. */
  readonly active: boolean | null;
  readonly entered: boolean;
  readonly inInterrupt: boolean;
  readonly callbacks: readonly CallbackSeen[];
  readonly checks: readonly CheckSeen[];
  readonly effects: readonly Effect[];
  /** What a page operation met: `stored`, `1`, `old`, `may fault` …; null for other events. */
  readonly result: string | null;
  /** Held back after the row: 0 or 1 on arm64, entries elsewhere. */
  readonly pending: number;
  readonly findings: readonly Finding[];
  /** What of this is reasoned from code rather than stated by anybody, one sentence; null where nothing is. */
  readonly inferred: string | null;
}

/** One statement of a helper, or one indivisible act of another event, with the machine after it. */
export interface Moment {
  /** Statement number in the helper's listing; null for acts outside a helper. */
  readonly statement: number | null;
  readonly what: 'check' | 'write' | 'condition' | 'callback' | 'act';
  /** In words of the code: `enable_count: 1 -> 2`, `taken`, `held: fired` … */
  readonly says: string;
  readonly task: TaskId | null;
  readonly machine: Machine;
}
