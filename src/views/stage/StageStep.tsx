import { selectStep } from '../../app/selectors.ts';
import { selectStatus } from '../../app/status.ts';
import { KIND_WORDS, kindOfFinding, signOfFinding } from '../../layout/finding-kind.ts';
import { AT_REST, type StepView } from '../../layout/step.ts';
import { useApp } from '../context.ts';
import { InlineSign } from '../svg/Sign.tsx';

/** The step in words that are read from the last row of a hall. Room for all of it is kept, so that nothing moves. */
export function StageStep() {
  const step = useApp(selectStep) ?? AT_REST;
  const status = useApp(selectStatus);
  return (
    <section className="stage-step" aria-label="Step">
      <h2>
        <span>{step.title}</span>
        <span className="stage-place">{status.split(' · ')[0]}</span>
      </h2>
      <p className="stage-sentence">{step.sentence}</p>
      <Changes step={step} />
      {step.findings.slice(0, MOST).map((finding) => (
        <p
          key={`${finding.rule} ${finding.sub} ${finding.clause}`}
          className={`stage-finding finding-${finding.severity}`}
        >
          <InlineSign kind={signOfFinding(finding)} />
          <strong>{KIND_WORDS[kindOfFinding(finding)]}</strong> {finding.title}
        </p>
      ))}
    </section>
  );
}

/** Of a step with more findings the first ones; the page tells all. */
const MOST = 2;

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
