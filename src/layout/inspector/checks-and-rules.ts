import type { Code } from '../../engine/ir/compile.ts';
import type { Finding, Setup } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import { KERNEL_CHECK } from '../../engine/run/finding-text.ts';
import { type ListingProgress, outcomeOf, type StatementView } from './listing.ts';

/** A check of the kernel that the call reached, with its result. */
export interface CheckView extends Pick<StatementView, 'says' | 'tone'> {
  readonly statement: number;
  /** Its line in the listing. */
  readonly text: string;
}

/** A rule of the interface, applied to a step. */
export interface RuleView {
  readonly id: string;
  readonly title: string;
  /** Whether the step breaks the rule. A note is correct behaviour, which breaks nothing. */
  readonly says: 'broken' | 'noted' | null;
}

/** The checks of a call up to the cursor, in execution order. */
export function checksOf(
  code: Code,
  { moments, checks: seen }: ListingProgress,
  checks: Setup['checks'],
): readonly CheckView[] {
  return moments.flatMap((moment) => {
    const { what, statement } = moment;
    if (what !== 'check' || statement === null) return [];
    const line = code.listing.find(({ statements }) => statements.includes(statement));
    return [{ statement, text: line?.text.replace(/;$/, '') ?? '', ...outcomeOf(moment, seen, checks) }];
  });
}

/** Every rule except the kernel's own checks, which are listed one by one. */
export const rulesOf = (findings: readonly Pick<Finding, 'rule'>[]): readonly RuleView[] =>
  rules.all
    .filter(({ id }) => id !== KERNEL_CHECK)
    .map(({ id, title, severity }) => ({
      id,
      title,
      says: findings.some(({ rule }) => rule === id) ? (severity === 'note' ? 'noted' : 'broken') : null,
    }));
