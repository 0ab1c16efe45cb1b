import type { CheckSeen, Finding, Severity } from '../engine/model.ts';
import { rules } from '../engine/rules/index.ts';

/** A finding as it is told: with what its rule demands, why, and where that comes from. */
export interface FindingView {
  readonly rule: string;
  readonly sub: string | null;
  readonly severity: Severity;
  /** What the rule demands. */
  readonly title: string;
  /** The condition that held or failed, and the values that it had. */
  readonly clause: string;
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly why: string;
  readonly source: string;
  readonly statement: number | null;
  /** The check had printed before and was silent now, or checks are off. */
  readonly silent: boolean;
}

/** A finding with what its rule says about it. `checks` are those of its row. */
export function findingView(
  { rule, sub, severity, clause, values, statement }: Finding,
  checks: readonly CheckSeen[],
): FindingView {
  const { title, why, source } = rules.get(rule);
  const check = rule === 'kernel-check' ? checks.find((one) => one.statement === statement) : undefined;
  return {
    rule,
    sub,
    severity,
    title,
    clause,
    values: Object.entries(values).map(([name, value]) => ({ name, value: String(value) })),
    why,
    source,
    statement,
    silent: check?.silent ?? false,
  };
}
