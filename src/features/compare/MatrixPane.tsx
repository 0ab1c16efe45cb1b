import { judgingsOf, matrixHeads, matrixOf } from '../../app/compare/matrix.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useApp } from '../../components/hooks/context.ts';
import { matrixText } from '../../layout/compare/matrix-text.ts';
import { VERDICT_WORDS, VERDICTS } from '../../layout/compare/verdict.ts';
import { MatrixTable } from './MatrixTable.tsx';
import { useMatrix } from './use-matrix.ts';
import { VerdictSign } from './VerdictSign.tsx';

/** Every scenario under every revision, and the person's own program first. */
export function MatrixPane() {
  const judgings = useApp(({ document }) => judgingsOf(document));
  const place = useApp(({ trace }) => trace.world.backend.title);
  const { cells, done } = useMatrix(judgings);
  return (
    <>
      <p className="compare-note">
        Each program as it goes under each revision, on {place} unless a row says otherwise. A cell opens the run; the
        arrow keys go from cell to cell.
      </p>
      <div className="compare-tools">
        <CopyButton
          label="Copy text"
          what="the matrix"
          says="the matrix, as text for mail"
          className="compare-copy"
          not={done ? null : 'the programs are still running'}
          write={() => matrixText(matrixOf(judgings, cells, place))}
        />
        <span role="status">{done ? '' : 'Running the programs …'}</span>
      </div>
      <MatrixTable judgings={judgings} cells={cells} />
      <dl className="compare-legend">
        {VERDICTS.map((verdict) => (
          <div key={verdict}>
            <dt>
              <VerdictSign verdict={verdict} />
            </dt>
            <dd>{VERDICT_WORDS[verdict][1]}</dd>
          </div>
        ))}
        <div>
          <dt>?</dt>
          <dd>a place inside a call is not reached there, or has no name that means the same</dd>
        </div>
      </dl>
      <dl className="compare-legend compare-legend-wide">
        {matrixHeads.map(({ id, subject, date }) => (
          <div key={id}>
            <dt>{id}</dt>
            <dd>
              {subject}
              {date && ` (${date})`}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
