import { insertWordBreaks } from '../../components/insert-word-breaks.tsx';
import type { ValueChange } from '../../layout/inspector/step.ts';
import { PartHead } from './PartHead.tsx';

interface Props {
  readonly title: string;
  readonly values: readonly ValueChange[];
  /** Wider columns, for the longer values of an architecture. */
  readonly wide?: boolean;
  /** Identifies the step, so that changes are animated at each step. */
  readonly place: string;
}

/** Values before and after, changed ones in bold. */
export function Values({ title, values, place, wide = false }: Props) {
  if (values.length === 0) return null;
  return (
    <>
      <PartHead title={title} />
      <table className={wide ? 'values values-wide' : 'values'}>
        {wide && (
          <colgroup>
            <col className="column-of-name" />
            <col className="column-of-value" />
            <col />
            <col className="column-of-value" />
          </colgroup>
        )}
        <thead className="visually-hidden">
          <tr>
            <th scope="col">name</th>
            <th scope="col">before</th>
            <th scope="col">becomes</th>
            <th scope="col">after</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ name, before, after, changed }) => (
            <tr key={`${name}@${changed ? place : ''}`} data-changed={changed || undefined}>
              <th scope="row">{insertWordBreaks(name)}</th>
              <td className="value-before">{before}</td>
              <td className="value-arrow">→</td>
              <td className="value-after">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
