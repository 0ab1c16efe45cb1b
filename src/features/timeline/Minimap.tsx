import { scaleLinear } from 'd3';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { selectStatus } from '../../app/navigation/status.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import type { Trace } from '../../engine/run/run.ts';
import { minimapOf, type MinimapData as Picture } from '../../layout/timeline/minimap.ts';

interface Props {
  /** The box that scrolls, whose part in sight is framed. */
  readonly box: RefObject<HTMLElement | null>;
  /** Px of the whole drawing. */
  readonly extent: number;
  /** Px of the box that the names of lanes stand over. */
  covered(): number;
}

const PIECES = 600;

/** The whole run in a strip, to see where things happen and to go there: a slider over a picture. */
export function Minimap({ box, extent, covered }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const trace = useApp((state) => state.trace);
  const slot = useApp((state) => state.cursor.slot);
  const status = useApp(selectStatus);
  const { goTo } = useActions();
  const { pieces, active, pending, findings } = useKnown(trace);

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
    // It calls at once, too: when all is laid out, so that asking for widths costs nothing.
    const observer = new ResizeObserver(place);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', place);
      observer.disconnect();
    };
  }, [box, extent, covered]);

  return (
    <div className="minimap">
      <svg className="minimap-picture" viewBox={`0 0 ${pieces} 24`} preserveAspectRatio="none" aria-hidden="true">
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

/** While a run is under way, the picture of the last one that was whole stays. */
function useKnown(trace: Trace): Picture {
  const running = useApp((state) => state.running);
  const [known, setKnown] = useState<Picture>(EMPTY);
  useEffect(() => {
    if (!running) setKnown(minimapOf(trace, PIECES));
  }, [trace, running]);
  return known;
}

const EMPTY: Picture = { pieces: 0, active: [], pending: [], findings: [] };
