import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import type { Comparison } from '../../layout/compare/compare.ts';
import { DIFFERENCE_MEANS, DIFFERENCE_WORDS, type RowDifference } from '../../layout/compare/difference.ts';
import { fieldLegend } from '../../layout/compare/names.ts';
import { listOf } from '../../lib/phrases.ts';
import { DifferenceMark } from './DifferenceMark.tsx';

const MARKED = (Object.keys(DIFFERENCE_WORDS) as RowDifference[]).filter((one) => DIFFERENCE_WORDS[one][1] !== '');

/** Explains the marks in use and the short field names. */
export function ComparisonLegend({ comparison: { columns, rows } }: { comparison: Comparison }) {
  const marks = MARKED.filter((one) => rows.some(({ cells }) => cells.some(({ difference }) => difference === one)));
  const named = fieldLegend(columns).filter(({ fields }) => fields.length > 0);
  return (
    <dl className="compare-legend compare-legend-cells" aria-label="Legend">
      {marks.map((one) => (
        <div key={one}>
          <dt>
            <DifferenceMark difference={one} />
          </dt>
          <dd>{DIFFERENCE_MEANS[one]}</dd>
        </div>
      ))}
      {named.map(({ heads, fields }) => (
        <div key={heads.join()}>
          <dt>{fields.map(({ short }) => `${short}=`).join(' ')}</dt>
          <dd>
            {named.length > 1 && `${listOf(heads)}: `}
            {insertWordBreaks(fields.map(({ short, name }) => `${short} is ${name}`).join(', '))}
            {', after the row'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
