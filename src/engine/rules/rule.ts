import type { Entry } from '../../lib/registry.ts';
import type { CallbackName } from '../ir/statements.ts';
import type { CheckMacro, Fields, Finding, Helper, Machine, OpenCall, Severity, TaskId } from '../model.ts';
import type { World } from '../setup/world.ts';

type Values = Finding['values'];

/** The points of a run at which a rule can break. */
export type Occasion =
  | {
      readonly at: 'check';
      readonly helper: string;
      readonly statement: number;
      readonly macro: CheckMacro;
      readonly clause: string;
      readonly values: Values;
    }
  /** Before the callback's own work; `ignored` where the architecture returned at once. */
  | {
      readonly at: 'callback';
      readonly name: CallbackName;
      readonly task: TaskId;
      readonly statement: number | null;
      readonly entered: boolean;
      readonly ignored: boolean;
    }
  /** A BUG of the architecture, in a callback or a hook. */
  | {
      readonly at: 'arch-bug';
      readonly where: string;
      readonly clause: string;
      readonly values: Values;
      readonly statement: number | null;
    }
  | { readonly at: 'flush'; readonly owners: readonly string[]; readonly by: string; readonly statement: number | null }
  /**
   * A helper returned. `pair` is the caller's own open call that this one closes, if any; `pause` is the innermost pause that the
   * caller had open when it called.
   */
  | {
      readonly at: 'return';
      readonly helper: Helper;
      readonly effective: boolean;
      readonly pair: OpenCall | null;
      readonly pause: OpenCall | null;
      /** Whether the mode was active here when the call began. */
      readonly wasActive: boolean;
      /** The last statement that ran. */
      readonly statement: number | null;
    }
  /** An event is over and its task has no call under way. `before` is the machine when the event began. */
  | { readonly at: 'rest'; readonly task: TaskId; readonly before: Machine }
  | { readonly at: 'interrupt-begin' }
  | { readonly at: 'interrupt-end'; readonly task: TaskId; readonly before: Fields }
  | { readonly at: 'sleep' }
  | { readonly at: 'exit'; readonly task: TaskId }
  | { readonly at: 'switch-refused'; readonly clause: string; readonly values: Values }
  | { readonly at: 'store'; readonly deferrable: boolean; readonly deferred: boolean; readonly page: string }
  | { readonly at: 'hazard'; readonly rule: string; readonly clause: string; readonly values: Values };

export interface Breach {
  readonly sub?: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly clause: string;
  readonly values: Values;
  readonly statement?: number | null;
}

/** Kept for rules: what callers have open, whether a task has entered, what a call or an interrupt found when it began. */
export type RuleState = 'open-calls' | 'entered' | 'found';

/** One rule of design 3.6. */
export interface Rule extends Entry {
  /** What holds when it does not break, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  /** The clause of a breach says what should have been; without it, what came true. */
  readonly demands?: true;
  /** One sentence that a student understands: why it matters. */
  readonly why: string;
  /** Commit, patch or review mail that the rule comes from. */
  readonly source: string;
  /** What it looks at that is kept for rules alone: an explorer must tell such states apart. */
  readonly reads?: readonly RuleState[];
  /** The occasions that it looks at. */
  readonly on: readonly Occasion['at'][];
  /** Judges an occasion on the machine after it; null: nothing broke. */
  judge(occasion: Occasion, machine: Machine, world: World): Breach | null;
}
