import { selectStep } from '../../app/navigation/selectors.ts';
import { selectStatus } from '../../app/navigation/status.ts';
import { useApp } from '../../components/hooks/context.ts';
import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import { countProblems, problemsInWords } from '../../layout/finding-kind.ts';
import { BEFORE_FIRST_STEP, type StepView } from '../../layout/inspector/step.ts';
import { FindingSummary, keyOfFinding, laterInWords } from '../findings/FindingSummary.tsx';

/** Describes the step in text that is readable from the back of a hall. Its room is reserved, so that nothing moves. */
export function StageStep() {
  const step = useApp(selectStep) ?? BEFORE_FIRST_STEP;
  const status = useApp(selectStatus);
  return (
    <section className="stage-step" aria-label="Step">
      <h2>
        <span>{insertWordBreaks(step.title)}</span>
        <span className="stage-place">{status.split(' · ')[0]}</span>
      </h2>
      <p className="stage-sentence">{step.sentence}</p>
      <Changes step={step} />
      {step.findings.length > 0 && <h3>{problemsInWords(countProblems(step.findings))} at this step</h3>}
      {step.findings.length > 0 && (
        <ul className="stage-findings" data-many={step.findings.length > FEW || undefined}>
          {step.findings.map((finding) => (
            <li key={keyOfFinding(finding)}>
              <FindingSummary finding={finding} />
            </li>
          ))}
        </ul>
      )}
      {step.later > 0 && <p className="stage-later">{laterInWords(step)}</p>}
    </section>
  );
}

/** With more findings the text is smaller, so that all are visible. */
const FEW = 3;

const Changes = ({ step: { state, registers } }: { step: StepView }) => (
  <p className="stage-changes">
    {[...state, ...registers]
      .filter(({ changed }) => changed)
      .map(({ name, before, after }) => (
        <span key={name} className="stage-change">
          {name} <del>{before}</del> → <ins>{after}</ins>
        </span>
      ))}
  </p>
);
