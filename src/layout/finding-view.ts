import type { CheckSeen, Finding, Severity } from '../engine/model.ts';
import { rules } from '../engine/rules/index.ts';
import { checkOf, describeBreach, describeValues } from '../engine/run/finding-text.ts';

/** A finding together with its rule: what the rule demands, why, and its source. */
export interface FindingView {
  readonly rule: string;
  readonly sub: string | null;
  readonly severity: Severity;
  /** What the rule demands. */
  readonly title: string;
  /** What happened here: `VM_WARN_ON_ONCE(count == 0) fires`, `arch_flush() called while not entered`. */
  readonly broke: string;
  /** The condition that was true or violated. */
  readonly clause: string;
  /** The values behind it: `enable_count 255, not entered`; empty for none. */
  readonly values: string;
  /** Why it matters; of a check the demand on callers that it makes. */
  readonly why: string;
  readonly source: string;
  readonly statement: number | null;
  /** The check did not print: it had printed before, or checks are off. */
  readonly silent: boolean;
}

/** Joins a finding with its rule. `checks` are those of its row. */
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
