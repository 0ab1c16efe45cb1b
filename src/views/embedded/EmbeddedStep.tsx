import { selectStep } from '../../app/selectors.ts';
import { selectStatus } from '../../app/status.ts';
import { AT_REST } from '../../layout/step.ts';
import { useApp } from '../context.ts';
import { breakable } from '../parts/breakable.tsx';
import { keyOfFinding, WhatBroke } from '../parts/WhatBroke.tsx';

/** The step in words, with all that it breaks and why. */
export function EmbeddedStep() {
  const step = useApp(selectStep) ?? AT_REST;
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
