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
  /** Its common name: `v3 07/13`, `mainline 7.0`. */
  readonly title: string;
  /** ISO date of the posting or release; null if it was never posted. */
  readonly date: string | null;
  /** Where to read it: subject, and Message-ID or commit. */
  readonly source: { readonly subject: string; readonly ref: string };
  /** What changed since the previous revision, in one or two sentences. */
  readonly changed: string;
  /** Other names that select it. */
  readonly aliases: readonly string[];
  /** The kernel releases whose architectures it can run on. The first is the default. */
  readonly meets: readonly Era[];
  /** True if no kernel release contained it: `meets` names the nearest releases. */
  readonly nearest: boolean;
  /** Whether its documentation says that no helper may be called between a pause and its resume. */
  readonly forbidsHelpersWhilePaused: boolean;
  readonly fields: readonly FieldDef[];
  readonly helpers: Helpers;
  /** The query "is the mode active": for a task, and for the code that runs now, which may be an interrupt. Null if there is none. */
  readonly active: { readonly name: string; readonly task: Expr; readonly here: Expr } | null;
}

/** Puts the interrupt test in front of every helper, as the patch "disable lazy_mmu in interrupt contexts" does. */
export function withInterruptTest(helpers: Helpers): Helpers {
  return Object.fromEntries(
    Object.entries(helpers).map(([name, statements]) => [name, [returnIf(IN_INTERRUPT), ...statements]]),
  );
}
