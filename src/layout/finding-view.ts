import type { CheckSeen, Finding, Severity } from '../engine/model.ts';
import { rules } from '../engine/rules/index.ts';
import { checkOf, describeBreach, describeValues } from '../engine/run/finding-text.ts';

/** A finding as it is told: with what its rule demands, why, and where that comes from. */
export interface FindingView {
  readonly rule: string;
  readonly sub: string | null;
  readonly severity: Severity;
  /** What the rule demands. */
  readonly title: string;
  /** What came of it here: `VM_WARN_ON_ONCE(count == 0) fires`, `arch_flush() called while not entered`. */
  readonly broke: string;
  /** The condition that held or failed. */
  readonly clause: string;
  /** What it was judged by: `enable_count 255, not entered`; empty where there is nothing to tell. */
  readonly values: string;
  /** Why it matters; of a check the demand on callers that it makes. */
  readonly why: string;
  readonly source: string;
  readonly statement: number | null;
  /** The check had printed before and was silent now, or checks are off. */
  readonly silent: boolean;
}

/** A finding with what its rule says about it. `checks` are those of its row. */
export function findingView(finding: Finding, checks: readonly CheckSeen[]): FindingView {
  const { rule, sub, severity, clause, values, statement } = finding;
  const { title, why, source } = rules.get(rule);
  const check = checkOf(finding, checks);
  return {
    rule,
    sub,
    severity,
    title,
    broke: describeBreach(finding, checks),
    clause,
    values: describeValues(values),
    why: check?.reason ?? why,
    source,
    statement,
    silent: check?.silent ?? false,
  };
}
