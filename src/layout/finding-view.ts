import type { CheckSeen, Finding, Severity } from '../engine/model.ts';
import { rules } from '../engine/rules/index.ts';
import { CHECK } from './finding-kind.ts';

/** A finding as it is told: with what its rule demands, why, and where that comes from. */
export interface FindingView {
  readonly rule: string;
  readonly sub: string | null;
  readonly severity: Severity;
  /** What the rule demands. */
  readonly title: string;
  /** What came of it here: `VM_WARN_ON_ONCE(count == 0) fires`, `flush while not entered`, `not so: active == entered`. */
  readonly broke: string;
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
export function findingView(finding: Finding, checks: readonly CheckSeen[]): FindingView {
  const { rule, sub, severity, clause, values, statement } = finding;
  const { title, why, source } = rules.get(rule);
  const check = rule === CHECK ? checks.find((one) => one.statement === statement) : undefined;
  return {
    rule,
    sub,
    severity,
    title,
    broke: check ? checkInWords(check) : breachInWords(finding),
    clause,
    values: Object.entries(values).map(([name, value]) => ({ name, value: String(value) })),
    why,
    source,
    statement,
    silent: check?.silent ?? false,
  };
}

const checkInWords = ({ macro, condition, silent }: CheckSeen): string =>
  `${macro}(${condition}) ${silent ? 'fires again and prints nothing' : 'fires'}`;

function breachInWords({ rule, sub, severity, clause }: Finding): string {
  if (rules.get(rule).demands) return `not so: ${clause}`;
  return severity === 'bug' && rule !== CHECK && sub !== null ? `in ${sub}: ${clause}` : clause;
}

/** `enable_count 255, pause_count 0`; empty where there are none. */
export const valuesInWords = ({ values }: Pick<FindingView, 'values'>): string =>
  values.map(({ name, value }) => `${name} ${value}`).join(', ');
