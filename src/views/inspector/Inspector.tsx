import { selectStep } from '../../app/selectors.ts';
import { AT_REST } from '../../layout/step.ts';
import { useApp } from '../context.ts';
import { Judged } from './Judged.tsx';
import { Listing } from './Listing.tsx';
import { PageTable } from './PageTable.tsx';
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
        <h2 className="inspector-title">{step.title}</h2>
        <p className="inspector-sentence">{step.sentence}</p>
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
