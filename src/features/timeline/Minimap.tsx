import { scaleLinear } from 'd3';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { selectStatus } from '../../app/navigation/status.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import type { Trace } from '../../engine/run/run.ts';
import { minimapOf, type MinimapData as Picture } from '../../layout/timeline/minimap.ts';

interface Props {
  /** The scrolling box, whose visible part is framed. */
  readonly box: RefObject<HTMLElement | null>;
  /** Width of the whole drawing in px. */
  readonly extent: number;
  /** Width in px that the lane names cover. */
  covered(): number;
}

const MAX_BUCKETS = 600;

/** The whole run as a strip: a slider over an overview. */
export default function Minimap({ box, extent, covered }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const trace = useApp((state) => state.trace);
  const slot = useApp((state) => state.cursor.slot);
  const status = useApp(selectStatus);
  const { goTo } = useActions();
  const { buckets, active, pending, findings } = useKnown(trace);

  useEffect(() => {
    const element = box.current;
    if (!element || extent === 0) return;
    const percent = scaleLinear([0, extent], [0, 100]).clamp(true);
    const place = () => {
      const width = element.clientWidth - covered();
      frame.current?.style.setProperty('left', `${percent(element.scrollLeft)}%`);
      frame.current?.style.setProperty('width', `${percent(width)}%`);
    };
    element.addEventListener('scroll', place, { passive: true });
    // It also calls back once after layout, when reading widths is cheap.
    const observer = new ResizeObserver(place);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', place);
      observer.disconnect();
    };
  }, [box, extent, covered]);

  return (
    <div className="minimap">
      <svg className="minimap-picture" viewBox={`0 0 ${buckets} 24`} preserveAspectRatio="none" aria-hidden="true">
        {active.map(({ from, to }) => (
          <rect key={from} className="minimap-active" x={from} y={9} width={to - from} height={6} />
        ))}
        {pending.map(({ from, to }) => (
          <rect key={from} className="minimap-pending" x={from} y={17} width={to - from} height={3} />
        ))}
        {findings.map(({ at, severity }) => (
          <rect key={at} className={`minimap-${severity}`} x={at} y={1} width={1} height={7} />
        ))}
      </svg>
      <div ref={frame} className="minimap-frame" />
      <input
        type="range"
        className="minimap-slider"
        aria-label="Step"
        aria-valuetext={status}
        min={0}
        max={Math.max(0, trace.maxLength - 1)}
        value={Math.max(0, slot)}
        onChange={({ currentTarget: { value } }) => goTo(Number(value))}
      />
    </div>
  );
}

/** The overview of the last complete run, which stays while the next one is in progress. */
function useKnown(trace: Trace): Picture {
  const running = useApp((state) => state.running);
  const [known, setKnown] = useState<Picture>(EMPTY);
  useEffect(() => {
    if (!running) setKnown(minimapOf(trace, MAX_BUCKETS));
  }, [trace, running]);
  return known;
}

const EMPTY: Picture = { buckets: 0, active: [], pending: [], findings: [] };
