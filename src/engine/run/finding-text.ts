import type { CheckSeen, Finding } from '../model.ts';

/** Id of the rule that reports the checks of the helpers. */
export const KERNEL_CHECK = 'kernel-check';

/** The id under which a finding can be asked for: `callbacks-alternate.flush`. */
export const findingId = ({ rule, sub }: Pick<Finding, 'rule' | 'sub'>): string =>
  `${rule}${sub === null ? '' : `.${sub}`}`;

/** Returns the check that a finding reports; undefined for any other rule. `checks` are those of its row. */
export const checkOf = ({ rule, statement }: Finding, checks: readonly CheckSeen[]): CheckSeen | undefined =>
  rule === KERNEL_CHECK ? checks.find((one) => one.statement === statement) : undefined;

/** Describes how a rule broke: `VM_WARN_ON_ONCE(count == 0) fires`, `arch_flush() called while not entered`. */
export function describeBreach(finding: Finding, checks: readonly CheckSeen[]): string {
  const check = checkOf(finding, checks);
  if (check) return describeCheck(check);
  const { rule, sub, severity, clause } = finding;
  return severity === 'bug' && rule !== KERNEL_CHECK && sub !== null ? `arch_${sub}(): BUG_ON(${clause})` : clause;
}

const describeCheck = ({ macro, condition, silent }: CheckSeen): string =>
  `${macro}(${condition})${silent ? ': condition true again; WARN_ON_ONCE has already printed' : ' fires'}`;

/** Describes the values of a finding: `enable_count 255, not entered`; empty if there are none. */
export const describeValues = (values: Finding['values']): string =>
  Object.entries(values)
    .map(([name, value]) => (typeof value === 'boolean' ? `${value ? '' : 'not '}${name}` : `${name} ${value}`))
    .join(', ');
