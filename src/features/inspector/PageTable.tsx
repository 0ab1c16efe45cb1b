import { useState } from 'react';
import { selectPages } from '../../app/navigation/selectors.ts';
import { useApp } from '../../components/hooks/context.ts';
import type { PageId } from '../../engine/model.ts';
import { describeFlushes, type PageRow } from '../../layout/inspector/pages.ts';
import { Observers } from './Observers.tsx';
import { PageCell } from './PageCell.tsx';
import { PartHead } from './PartHead.tsx';

/**
 * The page table in its three layers, the effects of a flush, and what observers see of the selected page. `place` identifies
 * the step, so that changes are animated at each step.
 */
export function PageTable({ place }: { place: string }) {
  const rows = useApp(selectPages);
  const backend = useApp(({ trace }) => trace.world.backend.title);
  const [pointed, setPointed] = useState<PageId | null>(null);
  const selected = rows.find(({ id }) => id === pointed) ?? rows.find(hasChanged) ?? rows[0];
  if (!selected) {
    return (
      <>
        <PartHead title="Pages" note={backend} />
        <p className="nothing">No pages used yet.</p>
      </>
    );
  }
  return (
    <>
      <PartHead title="Pages" note={backend} />
      <div className="pages-box">
        <table className="values pages">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">page</span>
              </th>
              <th scope="col">memory</th>
              <th scope="col">hardware</th>
              <th scope="col">pending</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} place={place} selected={row.id === selected.id} onPoint={setPointed} />
            ))}
          </tbody>
        </table>
      </div>
      <ul className="page-moves" aria-label="Effects of the flush">
        {describeFlushes(rows).map((move) => (
          <li key={move}>{move}</li>
        ))}
      </ul>
      <Observers page={selected.id} />
    </>
  );
}

const hasChanged = ({ changed }: PageRow): boolean => Object.values(changed).some((one) => one);

interface RowProps {
  readonly row: PageRow;
  readonly place: string;
  readonly selected: boolean;
  onPoint(page: PageId): void;
}

function Row({ row, place, selected, onPoint }: RowProps) {
  const { id, memory, hardware, held, stale, flush, lost, changed } = row;
  const point = () => onPoint(id);
  return (
    <tr data-chosen={selected || undefined} onMouseEnter={point}>
      <th scope="row">
        <button
          type="button"
          className="page-name"
          aria-pressed={selected}
          aria-label={`${id}: what each observer sees`}
          onFocus={point}
          onClick={point}
        >
          {id}
        </button>
      </th>
      <PageCell layer="memory" text={memory} changed={changed.memory} place={place} from={flush === 'to-memory'} />
      <PageCell
        layer="hardware"
        text={hardware}
        note={stale ? 'stale' : ''}
        changed={changed.hardware}
        place={place}
        lost={lost}
      />
      <PageCell layer="held" text={held} changed={changed.held} place={place} />
    </tr>
  );
}
