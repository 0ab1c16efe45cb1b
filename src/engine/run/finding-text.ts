import type { CheckSeen, Finding } from '../model.ts';
import { rules } from '../rules/index.ts';

/** The rule that stands for the checks of the helpers themselves. */
export const KERNEL_CHECK = 'kernel-check';

/** `callbacks-alternate.flush`: the rule and its part, as they are asked for. */
export const findingId = ({ rule, sub }: Pick<Finding, 'rule' | 'sub'>): string =>
  `${rule}${sub === null ? '' : `.${sub}`}`;

/** The check that a finding is about; undefined where it is about another rule. `checks` are those of its row. */
export const checkOf = ({ rule, statement }: Finding, checks: readonly CheckSeen[]): CheckSeen | undefined =>
  rule === KERNEL_CHECK ? checks.find((one) => one.statement === statement) : undefined;

/** What came of a rule: `VM_WARN_ON_ONCE(count == 0) fires`, `flush while not entered`, `not so: active == entered`. */
export function describeBreach(finding: Finding, checks: readonly CheckSeen[]): string {
  const check = checkOf(finding, checks);
  if (check) return describeCheck(check);
  const { rule, sub, severity, clause } = finding;
  if (rules.find(rule)?.demands) return `not so: ${clause}`;
  return severity === 'bug' && rule !== KERNEL_CHECK && sub !== null ? `in ${sub}: ${clause}` : clause;
}

const describeCheck = ({ macro, condition, silent }: CheckSeen): string =>
  `${macro}(${condition}) ${silent ? 'fires again and prints nothing' : 'fires'}`;

/** `enable_count 255, not entered`: a number behind its name, and what is or is not so; empty where there are none. */
export const describeValues = (values: Finding['values']): string =>
  Object.entries(values)
    .map(([name, value]) => (typeof value === 'boolean' ? `${value ? '' : 'not '}${name}` : `${name} ${value}`))
    .join(', ');
