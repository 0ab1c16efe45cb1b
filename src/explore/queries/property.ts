import type { Finding } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import type { RuleState } from '../../engine/rules/rule.ts';

/** What breaks, for a search: any finding above a note, or one rule, perhaps one sub-id of it. */
export type Property = 'any' | { readonly rule: string; readonly sub: string | null };

/** Whether a finding is what is asked for. `disable` as sub-id means `disable.1` and all others of that helper, too. */
export function isViolationOf(property: Property, { rule, sub, severity }: Finding): boolean {
  if (property === 'any') return severity !== 'note';
  if (rule !== property.rule) return false;
  return property.sub === null || sub === property.sub || (sub?.startsWith(`${property.sub}.`) ?? false);
}

/** What the answer can depend on that is kept for rules alone. */
export const propertyReads = (property: Property): ReadonlySet<RuleState> =>
  new Set(property === 'any' ? rules.all.flatMap(({ reads = [] }) => reads) : rules.get(property.rule).reads);
