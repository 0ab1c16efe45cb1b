import type { Entry } from '../../lib/registry.ts';
import type { CallbackName } from '../ir/statements.ts';
import type { CheckMacro, Fields, Finding, Helper, Machine, OpenCall, Severity, TaskId } from '../model.ts';
import type { World } from '../setup/world.ts';

type Values = Finding['values'];

/** A point of a run at which a rule can break. */
export type Occasion =
  | {
      readonly at: 'check';
      readonly helper: string;
      readonly statement: number;
      readonly macro: CheckMacro;
      readonly clause: string;
      readonly values: Values;
    }
  /** Before the callback's own work; `ignored` if the architecture returned at once. */
  | {
      readonly at: 'callback';
      readonly name: CallbackName;
      readonly task: TaskId;
      readonly statement: number | null;
      readonly entered: boolean;
      readonly ignored: boolean;
    }
  /** A BUG_ON() of the architecture, in a callback or a context-switch hook. */
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
  /** The part of the rule that broke, as `enable` or `enable.3`. */
  readonly sub?: string;
  /** Overrides the severity of the rule. */
  readonly severity?: Severity;
  /** What came true, in one line. */
  readonly clause: string;
  readonly values: Values;
  readonly statement?: number | null;
}

/**
 * State that the model keeps for rules alone: how many calls a caller has open, what each of these did and found, whether
 * a task has entered, and the state at the start of a call or an interrupt.
 */
export type RuleState = 'open-counts' | 'open-calls' | 'entered' | 'found';

/** A property that every run should have, and how to tell that it broke. */
export interface Rule extends Entry {
  /** The property that holds as long as the rule is not broken, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  /** Why it matters, in one sentence for a reader who is new to the subject. */
  readonly why: string;
  /** Commit, patch or review mail that the rule comes from. */
  readonly source: string;
  /** Which of the state kept for rules it reads: the explorer must tell such states apart. */
  readonly reads?: readonly RuleState[];
  /** The occasions that it judges. */
  readonly on: readonly Occasion['at'][];
  /** Judges an occasion on the machine after it; null if nothing broke. */
  judge(occasion: Occasion, machine: Machine, world: World): Breach | null;
}
