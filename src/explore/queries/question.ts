import type { Finding } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import type { Kept } from '../../engine/rules/rule.ts';

/** What breaks, for a search: any finding above a note, or one rule, perhaps one sub-id of it. */
export type Question = 'any' | { readonly rule: string; readonly sub: string | null };

/** Whether a finding is what is asked for. `disable` as sub-id means `disable.1` and all others of that helper, too. */
export function answers(question: Question, { rule, sub, severity }: Finding): boolean {
  if (question === 'any') return severity !== 'note';
  if (rule !== question.rule) return false;
  return question.sub === null || sub === question.sub || (sub?.startsWith(`${question.sub}.`) ?? false);
}

/** What the answer can depend on that is kept for rules alone. */
export const readBy = (question: Question): ReadonlySet<Kept> =>
  new Set(question === 'any' ? rules.all.flatMap(({ reads = [] }) => reads) : rules.get(question.rule).reads);
