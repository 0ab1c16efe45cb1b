import type { StepView } from '../../layout/inspector/step.ts';
import { countOf } from '../../lib/phrases.ts';
import { PartHead } from './PartHead.tsx';

/** The kernel's own checks of the step with their results, then the rules that it breaks, and those that hold. */
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
          <li key={id} data-tone={says === 'broken' ? 'loud' : 'quiet'}>
            {title} <span className="judged-says">{says}</span>
          </li>
        ))}
      </ul>
      <details className="judged-more">
        <summary>
          {countOf(kept.length, 'rule')} {kept.length === 1 ? 'holds' : 'hold'}
        </summary>
        <ul className="judged">
          {kept.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
