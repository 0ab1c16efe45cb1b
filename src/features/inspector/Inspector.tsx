import { selectStep } from '../../app/navigation/selectors.ts';
import { useApp } from '../../components/hooks/context.ts';
import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import { kindOfFinding } from '../../layout/finding-kind.ts';
import { BEFORE_FIRST_STEP, type StepView } from '../../layout/inspector/step.ts';
import { countOf } from '../../lib/phrases.ts';
import { FindingSummary, keyOfFinding, laterInWords } from '../findings/FindingSummary.tsx';
import { ChecksAndRules } from './ChecksAndRules.tsx';
import { Listing } from './Listing.tsx';
import { PageTable } from './PageTable.tsx';
import { PartHead } from './PartHead.tsx';
import { StepSources } from './StepSources.tsx';
import { Values } from './Values.tsx';

/** The content of the inspector. Loaded lazily, for an earlier first paint. */
export default function Inspector() {
  const step = useApp(selectStep);
  const backend = useApp(({ trace }) => trace.world.backend.title);
  const { slot, moment } = useApp((state) => state.cursor);
  if (!step) return <BeforeFirstStep />;
  const place = `${slot}.${moment ?? ''}`;
  return (
    <>
      <div>
        <h2 className="inspector-title">{insertWordBreaks(step.title)}</h2>
        <p className="inspector-sentence">{step.sentence}</p>
        <StepFindings findings={step.findings} later={step.later} />
        <Listing rows={step.listing} position={step.position} />
      </div>
      <div>
        <Values title={step.task === null ? 'State' : `State of task ${step.task}`} values={step.state} place={place} />
        <Values title={backend} values={step.registers} place={place} wide />
        {step.inferred !== null && <Inferred sentence={step.inferred} />}
        <PageTable place={place} />
        <ChecksAndRules checks={step.checks} rules={step.rules} />
        <StepSources findings={step.findings} />
      </div>
    </>
  );
}

/** The problems of the step first, and its notes apart from them. */
function StepFindings({ findings, later }: Pick<StepView, 'findings' | 'later'>) {
  const notes = findings.filter((finding) => kindOfFinding(finding) === 'note');
  const breaks = findings.filter((finding) => !notes.includes(finding));
  return (
    <>
      <FindingGroup title="Problems here" word="problem" findings={breaks} />
      <FindingGroup title="Notes" word="note" findings={notes} />
      {later > 0 && <p className="finding-why">{laterInWords({ findings, later })}</p>}
    </>
  );
}

/** A list of findings; the first one explains why it matters. The problems panel explains each. */
const FindingGroup = ({ title, word, findings }: { title: string; word: string; findings: StepView['findings'] }) =>
  findings.length > 0 && (
    <>
      <PartHead title={title} note={countOf(findings.length, word)} />
      <ul className="broken-here">
        {findings.map((finding, i) => (
          <li key={keyOfFinding(finding)}>
            <FindingSummary finding={finding} />
            {i === 0 && <span className="finding-why">{finding.why}</span>}
          </li>
        ))}
      </ul>
    </>
  );

/** What is inferred from code about this step, without a source that states it. */
const Inferred = ({ sentence }: { sentence: string }) => (
  <p className="inferred">
    <strong>Inferred.</strong> {sentence}
  </p>
);

function BeforeFirstStep() {
  const { revision, backend, setup } = useApp((state) => state.trace.world);
  return (
    <div>
      <h2 className="inspector-title">{BEFORE_FIRST_STEP.title}</h2>
      <p className="inspector-sentence">
        {BEFORE_FIRST_STEP.sentence} {revision.title} on {backend.title}, {setup.era}.
      </p>
      <StepSources findings={[]} />
    </div>
  );
}
