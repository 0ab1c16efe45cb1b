import type { Code } from '../../engine/ir/compile.ts';
import type { Finding, Setup } from '../../engine/model.ts';
import { rules } from '../../engine/rules/index.ts';
import { KERNEL_CHECK } from '../../engine/run/finding-text.ts';
import { type CallProgress, outcomeOf, type StatementView } from './listing.ts';

/** A check of the kernel's own that the call came to, and what it said. */
export interface CheckView extends Pick<StatementView, 'says' | 'tone'> {
  readonly statement: number;
  /** As the listing has it. */
  readonly text: string;
}

/** What a rule of the interface says of a step. */
export interface RuleView {
  readonly id: string;
  readonly title: string;
  /** What the step is to it. A note says what is correct, and breaks nothing. */
  readonly says: 'broken' | 'noted' | null;
}

/** The checks of a call up to the cursor, in the order in which it came to them. */
export function checksOf(
  code: Code,
  { moments, checks: seen }: CallProgress,
  checks: Setup['checks'],
): readonly CheckView[] {
  return moments.flatMap((moment) => {
    const { what, statement } = moment;
    if (what !== 'check' || statement === null) return [];
    const line = code.listing.find(({ statements }) => statements.includes(statement));
    return [{ statement, text: line?.text.replace(/;$/, '') ?? '', ...outcomeOf(moment, seen, checks) }];
  });
}

/** Every rule but the kernel's own checks, which are told one by one. */
export const rulesOf = (findings: readonly Pick<Finding, 'rule'>[]): readonly RuleView[] =>
  rules.all
    .filter(({ id }) => id !== KERNEL_CHECK)
    .map(({ id, title, severity }) => ({
      id,
      title,
      says: findings.some(({ rule }) => rule === id) ? (severity === 'note' ? 'noted' : 'broken') : null,
    }));
