import { countOf } from '../../layout/events.ts';
import type { StepView } from '../../layout/step.ts';
import { PartHead } from './PartHead.tsx';

/** What judged the step: the kernel's own checks with what each said, then the rules, those that it breaks first. */
export function Judged({ checks, rules }: Pick<StepView, 'checks' | 'rules'>) {
  if (rules.length === 0) return null;
  const broken = rules.filter((rule) => rule.broken);
  const kept = rules.filter((rule) => !rule.broken);
  return (
    <>
      <PartHead title="Checks and rules" note={countOf(checks.length, 'check')} />
      <ul className="judged">
        {checks.map(({ statement, text, says, tone }) => (
          <li key={statement} data-tone={tone}>
            <code>{text}</code> <span className="judged-says">{says}</span>
          </li>
        ))}
        {broken.map(({ id, title }) => (
          <li key={id} data-tone="loud">
            {title} <span className="judged-says">broken here</span>
          </li>
        ))}
      </ul>
      <details className="judged-more">
        <summary>{countOf(kept.length, 'rule')} not broken here</summary>
        <ul className="judged">
          {kept.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
