/**
 * The central types of the engine. All are readonly and plain JSON, so that a machine, a program and a finding can be stored, sent
 * to a worker and compared as values. They are in one file because they refer to each other.
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

/** The point inside a helper at which a block of events happens. Numbers are those of the helper's listing, from 1. */
export type Anchor =
  | { readonly at: 'statement'; readonly number: number }
  /** After the n-th write of the call, which means the same in every revision. */
  | { readonly at: 'write'; readonly number: number }
  | { readonly at: 'before-callback' }
  | { readonly at: 'after-callback' };

/** Events that happen inside a call, at an anchor. */
export interface Block {
  readonly anchor: Anchor;
  readonly events: readonly Event[];
}

interface Common {
  /** Disabled: kept and numbered, but not run. */
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

/** The events of the user, in reading order. */
export type Program = readonly Event[];

// --- setup -----------------------------------------------------------------------------------------------------

/** Kernel releases at which an architecture is simulated; `s390` is the pending series, not known to be in mainline. */
export const ERAS = ['6.19', '7.0', '7.1', '7.2', 's390'] as const;
export type Era = (typeof ERAS)[number];

/** `kernel`: BUG ends the task, WARN continues. `stop`: the first check that fires ends the run. `off`: no CONFIG_DEBUG_VM. */
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
  /** Overrides the batch size of the kernel; null keeps it. */
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
  /** How many times the page was set; the next `set` writes `sets + 1`. */
  readonly sets: number;
  /** What memory holds, and what a raw read returns. */
  readonly memory: Pte | null;
  /** The translation that the hardware holds from an earlier touch, stale or not. */
  readonly hardware: Pte | null;
  /** State of the architecture for this page, such as a pending barrier. */
  readonly arch: Json;
}

/**
 * Touched pages, sharded by their id without its last digit, so that a write copies one shard. Accessed through `pageOf`, `withPage`
 * and `pagesIn` of `machine.ts`.
 */
export type Pages = Readonly<Record<string, Readonly<Record<PageId, Page>>>>;

/** Open enables or pauses of a caller; equal ones in a row are one entry. */
export interface OpenCall {
  readonly times: number;
  /** False if the call returned at its first condition. */
  readonly effective: boolean;
  /** Of a pause: `active` and `entered` before the call. */
  readonly found?: { readonly active: boolean | null; readonly entered: boolean };
}

/** The calls that one context (a task or an interrupt) has opened and not closed, outermost first, whatever the counters say. */
export interface OpenCalls {
  readonly enables: readonly OpenCall[];
  readonly pauses: readonly OpenCall[];
}

/** The state of a call of a helper, with which it can resume after an interrupt or a context switch. */
export interface Frame {
  /** Index path of the call's event in the program: child numbers, a block's number before each child of a call. */
  readonly path: readonly number[];
  readonly helper: string;
  /** Next instruction of the compiled helper. */
  readonly pc: number;
  /** Values saved by post- and pre-increments. */
  readonly temps: readonly number[];
  /** Blocks that have run, in order of time. */
  readonly blocks: readonly number[];
  /** The last statement that ran, its kind, and the number of writes so far. */
  readonly last: number | null;
  readonly lastWas: 'check' | 'write' | 'branch' | 'callback' | null;
  readonly writes: number;
  /** Whether it has had any effect yet. */
  readonly effective: boolean;
  /** The state of the task when the call began, and whether the mode was active for the caller. */
  readonly found: { readonly active: boolean | null; readonly entered: boolean };
  readonly wasActive: boolean;
}

export interface Task {
  readonly mm: string;
  /** The CPU it runs on, or last ran on; null before it first ran. */
  readonly cpu: number | null;
  readonly alive: boolean;
  readonly fields: Fields;
  /** Whether arch_enter() has run and its arch_leave() has not, including those of context switches. */
  readonly entered: boolean;
  /** Nesting depth of disabled bottom halves; it stays with the task. */
  readonly bhOff: number;
  /** Per-task state of the backend. */
  readonly arch: Json;
  /** Calls in progress, outermost first; all but the running one are suspended. */
  readonly calls: readonly Frame[];
  readonly openCalls: OpenCalls;
}

/** An interrupt on top of a task. */
export interface Interrupt {
  readonly kind: 'irq' | 'softirq';
  readonly openCalls: OpenCalls;
  /** The interrupted task when the interrupt began: its fields, and the state of the mode between helpers. */
  readonly found: { readonly fields: Fields; readonly active: boolean | null; readonly entered: boolean };
}

export interface Cpu {
  /** The running task; null if its task exited or moved to another CPU. */
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
  /** `_ONCE` checks that have printed, as `helper.statement`, sorted. */
  readonly once: readonly string[];
  /** Why the run ended early; null while it continues. */
  readonly over: null | 'bug' | 'stop' | 'panic';
}

// --- what happened ---------------------------------------------------------------------------------------------

export type CheckMacro = 'VM_BUG_ON' | 'VM_WARN_ON' | 'VM_WARN_ON_ONCE';

/** An arch callback that ran, with the state of the task at that moment. */
export interface CallbackSeen {
  readonly callback: string;
  readonly task: TaskId;
  /** The helper's statement; null if a context switch called it. */
  readonly statement: number | null;
  readonly fields: Fields;
}

/** A check whose condition was true. */
export interface CheckSeen {
  readonly macro: CheckMacro;
  readonly condition: string;
  /** The demand on callers that is broken, as a sentence: `enable() must not be called while paused.` */
  readonly reason: string;
  readonly statement: number;
  /** False if checks are disabled by the configuration. */
  readonly fired: boolean;
  /** True for a once-check whose condition was true again: it printed before and does not print now. */
  readonly silent: boolean;
}

/** Something that the architecture did to `entries` updates. */
export interface Effect {
  readonly kind: 'store' | 'queue' | 'flush' | 'barrier' | 'tlb' | 'bug' | 'fault';
  /** Names it: `dsb+isb`, `hypercall`, `range`, … */
  readonly how: string;
  readonly entries: number;
  readonly cpu: number;
  /** The reason for an implicit flush: the batch was full, or the next update has another mm or page size. */
  readonly because?: 'full' | 'key';
  /** What is deferred or flushed, if not the store itself. */
  readonly of?: 'invalidation' | 'barriers';
}

export type Severity = 'bug' | 'warning' | 'hazard' | 'note';

/** A broken rule, a check that fired, or a hazard. */
export interface Finding {
  readonly rule: string;
  readonly sub: string | null;
  readonly severity: Severity;
  /** What came true, in the words of the code or of the rule. */
  readonly clause: string;
  readonly values: Readonly<Record<string, number | boolean | string | null>>;
  /** The helper's statement at which it was seen, if at one. */
  readonly statement: number | null;
}

/** The outcome of a row. */
export type Outcome =
  /** It ran; a call had an effect. */
  | 'done'
  /** A call that returned before any check, write or callback. */
  | 'ignored'
  /** A call that a block of events interrupts, or that a context switch suspended. */
  | 'under-way'
  /** A disabled event, a note or a declaration. */
  | 'silent'
  /** It could not happen, for the reason in `why`. */
  | 'skipped'
  /** A BUG, a panic or a stop ended the run here. */
  | 'ended';

/**
 * Everything that the timeline, the table and the command line show of a row. It does not depend on the position of the row, so that
 * equal rows share one summary.
 */
export interface Summary {
  readonly task: TaskId | null;
  readonly cpu: number;
  readonly context: 'task' | 'irq' | 'softirq';
  readonly outcome: Outcome;
  /** Why it was skipped, refused or changed. */
  readonly why: string | null;
  /** The event's task after the row, then every other task. */
  readonly fields: Fields;
  readonly others: Readonly<Record<TaskId, Fields>>;
  /** Whether the mode is active here, according to the revision; null if the revision has no such query. */
  readonly active: boolean | null;
  readonly entered: boolean;
  readonly inInterrupt: boolean;
  readonly callbacks: readonly CallbackSeen[];
  readonly checks: readonly CheckSeen[];
  readonly effects: readonly Effect[];
  /** The result of a page operation: `stored`, `1`, `old`, `may fault` …; null for other events. */
  readonly result: string | null;
  /** Pending after the row: 0 or 1 on arm64, a number of entries elsewhere. */
  readonly pending: number;
  readonly findings: readonly Finding[];
  /** One sentence about what is inferred from code here; null if nothing is. */
  readonly inferred: string | null;
}

/** One statement of a helper, or one atomic act of another event, with the machine after it. */
export interface Moment {
  /** Statement number in the helper's listing; null for acts outside a helper. */
  readonly statement: number | null;
  readonly what: 'check' | 'write' | 'condition' | 'callback' | 'act';
  /** In words of the code: `enable_count: 1 -> 2`, `taken`, `fired` … */
  readonly says: string;
  readonly task: TaskId | null;
  readonly machine: Machine;
}
