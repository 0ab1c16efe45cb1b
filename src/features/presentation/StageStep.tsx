import { selectStep } from '../../app/navigation/selectors.ts';
import { selectStatus } from '../../app/navigation/status.ts';
import { breakable } from '../../components/breakable.tsx';
import { useApp } from '../../components/hooks/context.ts';
import { BEFORE_FIRST_STEP, type StepView } from '../../layout/inspector/step.ts';
import { countOf } from '../../lib/phrases.ts';
import { keyOfFinding, laterInWords, WhatBroke } from '../findings/WhatBroke.tsx';

/** The step in words that are read from the last row of a hall. Room for all of it is kept, so that nothing moves. */
export function StageStep() {
  const step = useApp(selectStep) ?? BEFORE_FIRST_STEP;
  const status = useApp(selectStatus);
  return (
    <section className="stage-step" aria-label="Step">
      <h2>
        <span>{breakable(step.title)}</span>
        <span className="stage-place">{status.split(' · ')[0]}</span>
      </h2>
      <p className="stage-sentence">{step.sentence}</p>
      <Changes step={step} />
      {step.findings.length > 0 && <h3>{countOf(step.findings.length, 'finding')} here</h3>}
      {step.findings.length > 0 && (
        <ul className="stage-findings" data-many={step.findings.length > FEW || undefined}>
          {step.findings.map((finding) => (
            <li key={keyOfFinding(finding)}>
              <WhatBroke finding={finding} />
            </li>
          ))}
        </ul>
      )}
      {step.later > 0 && <p className="stage-later">{laterInWords(step)}</p>}
    </section>
  );
}

/** More findings than these are written smaller, so that all are in sight. */
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
