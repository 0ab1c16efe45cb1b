import { selectStep } from '../../app/navigation/selectors.ts';
import { selectStatus } from '../../app/navigation/status.ts';
import { useApp } from '../../components/hooks/context.ts';
import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import { BEFORE_FIRST_STEP } from '../../layout/inspector/step.ts';
import { FindingSummary, keyOfFinding } from '../findings/FindingSummary.tsx';

/** Describes the step, with its problems and their reasons. */
export function EmbeddedStep() {
  const step = useApp(selectStep) ?? BEFORE_FIRST_STEP;
  const status = useApp(selectStatus);
  return (
    <section className="embedded-step" aria-label="Step">
      <h2>{insertWordBreaks(step.title)}</h2>
      <p className="embedded-status">{status}</p>
      <p>{step.sentence}</p>
      {step.findings.map((finding) => (
        <p key={keyOfFinding(finding)}>
          <FindingSummary finding={finding} /> {finding.why}
        </p>
      ))}
    </section>
  );
}
