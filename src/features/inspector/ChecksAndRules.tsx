import type { StepView } from '../../layout/inspector/step.ts';
import { countOf } from '../../lib/phrases.ts';
import { PartHead } from './PartHead.tsx';

/** What judged the step: the kernel's own checks with what each said, then the rules, those that it breaks first. */
export function ChecksAndRules({ checks, rules }: Pick<StepView, 'checks' | 'rules'>) {
  if (rules.length === 0) return null;
  const telling = rules.filter(({ says }) => says !== null);
  const kept = rules.filter(({ says }) => says === null);
  return (
    <>
      <PartHead title="Checks and rules" note={countOf(checks.length, 'check')} />
      <ul className="judged">
        {checks.map(({ statement, text, says, tone }) => (
          <li key={statement} data-tone={tone}>
            <code>{text}</code> <span className="judged-says">{says}</span>
          </li>
        ))}
        {telling.map(({ id, title, says }) => (
          <li key={id} data-tone={says === 'broken here' ? 'loud' : 'quiet'}>
            {title} <span className="judged-says">{says}</span>
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
