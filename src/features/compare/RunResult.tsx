import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import { InlineSign } from '../../components/svg/SignGlyph.tsx';
import { describeProblem, problemsByVerdict, type RunAssessment, VERDICT_SIGNS } from '../../layout/compare/verdict.ts';
import { VerdictSign } from './VerdictSign.tsx';

/** The result of a whole run: how many problems of each kind, and the rows of each problem. */
export function RunResult({ judged }: { judged: RunAssessment }) {
  const kinds = problemsByVerdict(judged);
  if (kinds.length === 0) return <VerdictSign verdict="clean" />;
  return kinds.map(({ verdict, says, problems }) => (
    <div key={verdict} className={`verdict verdict-${verdict}`}>
      <InlineSign kind={VERDICT_SIGNS[verdict]} />
      <div>
        <b>{says}</b>
        <ul className="verdict-why">
          {problems.slice(0, MAX_PROBLEMS).map((problem) => (
            <li key={problem.what}>{insertWordBreaks(describeProblem(problem))}</li>
          ))}
          {problems.length > MAX_PROBLEMS && <li>and {problems.length - MAX_PROBLEMS} more</li>}
        </ul>
      </div>
    </div>
  ));
}

/** Problems listed per kind, so that a column stays short. */
const MAX_PROBLEMS = 4;
