import { selectStep } from '../../app/selectors.ts';
import { countOf } from '../../layout/events.ts';
import { AT_REST, type StepView } from '../../layout/step.ts';
import { useApp } from '../context.ts';
import { breakable } from '../parts/breakable.tsx';
import { keyOfFinding, laterInWords, WhatBroke } from '../parts/WhatBroke.tsx';
import { Judged } from './Judged.tsx';
import { Listing } from './Listing.tsx';
import { PageTable } from './PageTable.tsx';
import { PartHead } from './PartHead.tsx';
import { Sources } from './Sources.tsx';
import { Values } from './Values.tsx';

/** What the inspector says. Loaded by itself, so that the page stands sooner. */
export default function Inspector() {
  const step = useApp(selectStep);
  const backend = useApp(({ trace }) => trace.world.backend.title);
  const { slot, moment } = useApp((state) => state.cursor);
  if (!step) return <AtRest />;
  const place = `${slot}.${moment ?? ''}`;
  return (
    <>
      <div>
        <h2 className="inspector-title">{breakable(step.title)}</h2>
        <p className="inspector-sentence">{step.sentence}</p>
        <Broken findings={step.findings} later={step.later} />
        <Listing rows={step.listing} position={step.position} />
      </div>
      <div>
        <Values title={step.task === null ? 'State' : `State of task ${step.task}`} values={step.state} place={place} />
        <Values title={backend} values={step.registers} place={place} wide />
        {step.inferred !== null && <Inferred sentence={step.inferred} />}
        <PageTable place={place} />
        <Judged checks={step.checks} rules={step.rules} />
        <Sources findings={step.findings} />
      </div>
    </>
  );
}

/** What broke here, before all else; why the first of it matters. The cards of the findings say why of each. */
const Broken = ({ findings, later }: Pick<StepView, 'findings' | 'later'>) => (
  <>
    {findings.length > 0 && (
      <>
        <PartHead title="What breaks here" note={countOf(findings.length, 'finding')} />
        <ul className="broken-here">
          {findings.map((finding, i) => (
            <li key={keyOfFinding(finding)}>
              <WhatBroke finding={finding} />
              {i === 0 && <span className="finding-why">{finding.why}</span>}
            </li>
          ))}
        </ul>
      </>
    )}
    {later > 0 && <p className="finding-why">{laterInWords({ findings, later })}</p>}
  </>
);

/** What of this step nobody states: it is reasoned from code. */
const Inferred = ({ sentence }: { sentence: string }) => (
  <p className="inferred">
    <strong>Inferred.</strong> {sentence}
  </p>
);

function AtRest() {
  const { revision, backend, setup } = useApp((state) => state.trace.world);
  return (
    <div>
      <h2 className="inspector-title">{AT_REST.title}</h2>
      <p className="inspector-sentence">
        {AT_REST.sentence} {revision.title} on {backend.title}, {setup.era}.
      </p>
      <Sources findings={[]} />
    </div>
  );
}
