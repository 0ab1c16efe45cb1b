import type { Finding } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import type { RuleState } from '../../engine/rules/rule.ts';

/** The property that a search tries to violate: no finding above a note, or no finding of one rule or sub-id. */
export type Property = 'any' | { readonly rule: string; readonly sub: string | null };

/** Whether a finding violates a property. The sub-id `disable` includes `disable.1` and all others of that helper. */
export function isViolationOf(property: Property, { rule, sub, severity }: Finding): boolean {
  if (property === 'any') return severity !== 'note';
  if (rule !== property.rule) return false;
  return property.sub === null || sub === property.sub || (sub?.startsWith(`${property.sub}.`) ?? false);
}

/** The bookkeeping, kept for rules alone, that a property depends on. */
export const propertyReads = (property: Property): ReadonlySet<RuleState> =>
  new Set(property === 'any' ? rules.all.flatMap(({ reads = [] }) => reads) : rules.get(property.rule).reads);
