import { selectPages } from '../../app/selectors.ts';
import { useApp } from '../context.ts';
import { PartHead } from './PartHead.tsx';

/** The page table in its three layers. `place` is of the step: what changed is shown anew at each. */
export function PageTable({ place }: { place: string }) {
  const rows = useApp(selectPages);
  const backend = useApp(({ trace }) => trace.world.backend.title);
  return (
    <>
      <PartHead title="Pages" note={backend} />
      {rows.length === 0 && <p className="nothing">No page has been used yet.</p>}
      {rows.length > 0 && (
        <table className="values pages">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">page</span>
              </th>
              <th scope="col">memory</th>
              <th scope="col">hardware</th>
              <th scope="col">held back</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, memory, hardware, held, stale, changed }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <Cell layer="memory" text={memory} changed={changed.memory} place={place} />
                <Cell
                  layer="hardware"
                  text={hardware}
                  note={stale ? 'stale' : ''}
                  changed={changed.hardware}
                  place={place}
                />
                <Cell layer="held" text={held} changed={changed.held} place={place} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface CellProps {
  readonly layer: 'memory' | 'hardware' | 'held';
  readonly text: string;
  readonly note?: string;
  readonly changed: boolean;
  readonly place: string;
}

const Cell = ({ layer, text, note = '', changed, place }: CellProps) => (
  <td>
    <span
      key={changed ? place : ''}
      className={`page-cell page-cell-${layer}`}
      data-filled={(text !== '' && text !== 'none') || undefined}
      data-changed={changed || undefined}
    >
      {text}
      {note !== '' && <em className="page-note"> {note}</em>}
    </span>
  </td>
);
