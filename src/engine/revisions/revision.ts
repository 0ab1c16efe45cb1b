import type { Entry } from '../../lib/registry.ts';
import type { Helpers } from '../ir/compile.ts';
import { type Expr, type FieldType, IN_INTERRUPT, returnIf } from '../ir/statements.ts';
import type { Era } from '../model.ts';

/** A field of the per-task state struct. */
export interface FieldDef {
  readonly name: string;
  readonly type: FieldType;
  /** The column's label in the posting's own table, and in a narrow one. */
  readonly label: string;
  readonly short: string;
}

/** One version of the generic helpers. */
export interface Revision extends Entry {
  /** What people call it: `v3 07/13`, `mainline 7.0`. */
  readonly title: string;
  /** ISO day of the posting or release; null for what never was posted. */
  readonly date: string | null;
  /** Where it can be read: subject, Message-ID or commit. */
  readonly source: { readonly subject: string; readonly ref: string };
  /** What is new in it, against the one before, in one or two sentences. */
  readonly changed: string;
  /** Other names under which it can be asked for. */
  readonly aliases: readonly string[];
  /** The eras of architectures that it can run on. The first is the default. */
  readonly meets: readonly Era[];
  /** True where no kernel had exactly this pair: the eras named are the nearest ones. */
  readonly nearest: boolean;
  /** Whether its documentation says that no helper may be called between a pause and its resume. */
  readonly forbidsHelpersWhilePaused: boolean;
  readonly fields: readonly FieldDef[];
  readonly helpers: Helpers;
  /**
   * The answer to "is the mode active": of a task, and of the code that runs now (which may be an interrupt). Null
   * where the revision has no such question.
   */
  readonly active: { readonly name: string; readonly task: Expr; readonly here: Expr } | null;
}

/** The helpers with the interrupt test in front of each: what "disable in interrupt contexts" did to a series. */
export function withInterruptTest(helpers: Helpers): Helpers {
  return Object.fromEntries(
    Object.entries(helpers).map(([name, statements]) => [name, [returnIf(IN_INTERRUPT), ...statements]]),
  );
}
