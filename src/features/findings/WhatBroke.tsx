import { InlineSign } from '../../components/svg/Sign.tsx';
import { KIND_WORDS, kindOfFinding, signOfFinding } from '../../layout/finding-kind.ts';
import type { FindingView } from '../../layout/finding-view.ts';
import type { StepView } from '../../layout/inspector/step.ts';

/** A finding in one line: its sign, its word, and what broke here with which values, not what its rule demands in general. */
export const WhatBroke = ({ finding }: { finding: FindingView }) => {
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

/** Tells findings of one step apart. */
export const keyOfFinding = ({ rule, sub, statement, clause }: FindingView): string =>
  `${rule} ${sub} ${statement} ${clause}`;

/** Beside what broke up to a statement: how much more does by the end of the row. */
export const laterInWords = ({ findings, later }: Pick<StepView, 'findings' | 'later'>): string =>
  `By the end of the row ${later}${findings.length > 0 ? ' more' : ''} ${later === 1 ? 'finding comes' : 'findings come'}.`;
