import { selectStep } from '../../app/navigation/selectors.ts';
import { selectStatus } from '../../app/navigation/status.ts';
import { breakable } from '../../components/breakable.tsx';
import { useApp } from '../../components/hooks/context.ts';
import { BEFORE_FIRST_STEP } from '../../layout/inspector/step.ts';
import { keyOfFinding, WhatBroke } from '../findings/WhatBroke.tsx';

/** Describes the step, with its problems and their reasons. */
export function EmbeddedStep() {
  const step = useApp(selectStep) ?? BEFORE_FIRST_STEP;
  const status = useApp(selectStatus);
  return (
    <section className="embedded-step" aria-label="Step">
      <h2>{breakable(step.title)}</h2>
      <p className="embedded-status">{status}</p>
      <p>{step.sentence}</p>
      {step.findings.map((finding) => (
        <p key={keyOfFinding(finding)}>
          <WhatBroke finding={finding} /> {finding.why}
        </p>
      ))}
    </section>
  );
}
