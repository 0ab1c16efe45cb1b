import { judgingsOf, matrixHeads, matrixOf } from '../../app/compare/matrix.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useApp } from '../../components/hooks/context.ts';
import { matrixText } from '../../layout/compare/matrix-text.ts';
import { VERDICT_WORDS, VERDICTS } from '../../layout/compare/verdict.ts';
import { MatrixTable } from './MatrixTable.tsx';
import { useMatrix } from './use-matrix.ts';
import { VerdictSign } from './VerdictSign.tsx';

/** Every scenario under every revision, your own program first. */
export function MatrixPane() {
  const judgings = useApp(({ document }) => judgingsOf(document));
  const place = useApp(({ trace }) => trace.world.backend.title);
  const { cells, done } = useMatrix(judgings);
  return (
    <>
      <p className="compare-note">
        The result of each program under each revision, on {place} unless the row says otherwise. Click a cell to open
        its run; use the arrow keys to move between cells.
      </p>
      <div className="compare-tools">
        <CopyButton
          label="Copy text"
          subject="the matrix"
          description="the matrix as plain text for email"
          className="compare-copy"
          unavailable={done ? null : 'The programs are still running'}
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
          <dd>a position inside a call is not reached under this revision, or has no equivalent there</dd>
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
