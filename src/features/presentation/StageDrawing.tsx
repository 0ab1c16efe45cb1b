import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { measureText } from '../../components/hooks/measure-text.ts';
import { useSize } from '../../components/hooks/use-size.ts';
import { SceneView } from '../../components/svg/SceneView.tsx';
import type { TimelineColumn } from '../../layout/scene.ts';
import { layoutTimeline } from '../../layout/timeline/timeline.ts';
import { CallTable } from '../timeline/CallTable.tsx';
import { ColumnHead } from '../timeline/ColumnHead.tsx';
import { LaneNames } from '../timeline/LaneNames.tsx';
import { frameOf, type StageFrame } from './stage-frame.ts';

/** The drawing as large as the room allows, with as many columns as fit; a longer run is paged. */
export function StageDrawing() {
  const box = useRef<HTMLDivElement>(null);
  const trace = useApp((state) => state.trace);
  const slot = useApp((state) => state.cursor.slot);
  const within = useApp((state) => state.cursor.moment !== null);
  const { goTo } = useActions();
  const size = useSize(box);
  const [last, setLast] = useState<StageFrame | null>(null);
  const height = useMemo(
    () => layoutTimeline(trace, { first: 0, last: 0, columnWidth: 92, measure: measureText }).height,
    [trace],
  );
  const frame = frameOf({ ...size, sceneHeight: height, count: trace.length, slot, first: last?.first ?? 0 });
  if (frame.first !== last?.first) setLast(frame);
  const { first, rows, columnWidth, scale } = frame;
  const scene = useMemo(
    () => layoutTimeline(trace, { first, last: first + rows - 1, columnWidth, measure: measureText }),
    [trace, first, rows, columnWidth],
  );
  return (
    <div ref={box} className="stage-drawing" style={{ '--stage-scale': scale } as CSSProperties}>
      <div className="stage-paper" style={{ height: scene.height }}>
        <LaneNames lanes={scene.lanes} height={scene.height} />
        <div className="stage-ground" style={{ width: scene.width, height: scene.height }}>
          {scene.lanes.map(({ id, y }) => (
            <div key={id} className="lane-line" style={{ top: y }} />
          ))}
          {scene.columns.map((column) => (
            <Head
              key={column.slot}
              column={column}
              current={column.slot === slot}
              within={within && column.slot === slot}
              onGo={goTo}
            />
          ))}
          <SceneView scene={scene} current={slot} />
        </div>
      </div>
      <CallTable trace={trace} columns={scene.columns} current={slot} selected={null} />
    </div>
  );
}

interface HeadProps {
  readonly column: TimelineColumn;
  readonly current: boolean;
  /** The playhead is at one of its statements. */
  readonly within: boolean;
  onGo(slot: number): void;
}

const Head = ({ column, current, within, onGo }: HeadProps) => (
  <div
    className="column-of"
    data-silent={column.silent || undefined}
    data-within={within || undefined}
    style={{ left: column.x, width: column.width }}
  >
    <button
      type="button"
      className="column-button"
      tabIndex={-1}
      aria-label={column.title}
      aria-current={current ? 'step' : undefined}
      onClick={() => onGo(column.slot)}
    >
      <ColumnHead column={column} within={within} />
    </button>
  </div>
);
