import { InlineSign } from '../../components/svg/SignGlyph.tsx';
import { KIND_WORDS, kindOfFinding, signOfFinding } from '../../layout/finding-kind.ts';
import type { FindingView } from '../../layout/finding-view.ts';
import type { StepView } from '../../layout/inspector/step.ts';

/** A finding in one line: its sign, its severity, and what broke here with which values. */
export const FindingSummary = ({ finding }: { finding: FindingView }) => {
  const { values } = finding;
  return (
    <>
      <InlineSign kind={signOfFinding(finding)} />{' '}
      <strong className={`finding-word finding-word-${finding.severity}`}>{KIND_WORDS[kindOfFinding(finding)]}</strong>{' '}
      <code className="finding-clause">{finding.broke}</code>
      {values !== '' && <code className="finding-values"> ({values})</code>}
    </>
  );
};

/** A key that is unique among the findings of one step. */
export const keyOfFinding = ({ rule, sub, statement, clause }: FindingView): string =>
  `${rule} ${sub} ${statement} ${clause}`;

/** Says how many more problems the rest of the step has, beside those up to a statement. */
export const laterInWords = ({ findings, later }: Pick<StepView, 'findings' | 'later'>): string =>
  `By the end of this step: ${later}${findings.length > 0 ? ' more' : ''} ${later === 1 ? 'problem' : 'problems'}.`;
