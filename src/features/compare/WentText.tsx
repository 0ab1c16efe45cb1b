import { breakable } from '../../components/breakable.tsx';
import { InlineSign } from '../../components/svg/Sign.tsx';
import { describeProblem, problemsByVerdict, type RunAssessment, VERDICT_SIGNS } from '../../layout/compare/verdict.ts';
import { VerdictSign } from './VerdictSign.tsx';

/** How a whole run went: each kind of what is the matter with how many there are, and each of those with its rows. */
export function WentText({ judged }: { judged: RunAssessment }) {
  const kinds = problemsByVerdict(judged);
  if (kinds.length === 0) return <VerdictSign verdict="clean" />;
  return kinds.map(({ verdict, says, matters }) => (
    <div key={verdict} className={`verdict verdict-${verdict}`}>
      <InlineSign kind={VERDICT_SIGNS[verdict]} />
      <div>
        <b>{says}</b>
        <ul className="verdict-why">
          {matters.slice(0, MOST).map((matter) => (
            <li key={matter.what}>{breakable(describeProblem(matter))}</li>
          ))}
          {matters.length > MOST && <li>and {matters.length - MOST} more</li>}
        </ul>
      </div>
    </div>
  ));
}

/** Of each kind so many are told, so that a column stays short. */
const MOST = 4;
