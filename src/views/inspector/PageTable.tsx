import { useMemo } from 'react';
import type { Machine } from '../../engine/model.ts';
import type { World } from '../../engine/world.ts';
import { pageTable } from '../../layout/pages.ts';
import { PartHead } from './PartHead.tsx';

interface Props {
  readonly world: World;
  readonly before: Machine;
  readonly after: Machine;
  /** Of the step: what changed is shown anew at each. */
  readonly place: string;
}

/** The page table in its three layers: what memory holds, what the hardware may use, what is held back. */
export function PageTable({ world, before, after, place }: Props) {
  const rows = useMemo(() => pageTable(world, before, after), [world, before, after]);
  return (
    <>
      <PartHead title="Pages" note={world.backend.title} />
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
