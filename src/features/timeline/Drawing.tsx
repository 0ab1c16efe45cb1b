import { useCallback, useEffect, useMemo, useRef } from 'react';
import { selectedRange } from '../../app/navigation/event-range.ts';
import { columnWidthAt, defaultColumnWidth } from '../../app/state/zoom.ts';
import { useActions, useApp } from '../../components/hooks/context.ts';
import { measureText } from '../../components/hooks/measure-text.ts';
import { useVisibleWidth } from '../../components/hooks/use-visible-width.ts';
import { useWindow } from '../../components/hooks/use-window.ts';
import { lazyComponent } from '../../components/lazy-component.tsx';
import { SceneView } from '../../components/svg/SceneView.tsx';
import type { TimelineColumn } from '../../layout/scene.ts';
import { layoutTimeline } from '../../layout/timeline/timeline.ts';
import { CallTable } from './CallTable.tsx';
import { Columns } from './Columns.tsx';
import { LaneNames } from './LaneNames.tsx';
import { RunEnd } from './RunEnd.tsx';
import { StickyLabels } from './StickyLabels.tsx';

/** Only long runs have one. */
const Minimap = lazyComponent(() => import('./Minimap.tsx'));

/** A run that is this many times wider than the view has a minimap. */
const LONG = 2;

/** Px after the last column, for the caret; the style sheet has the same. */
const BEHIND = 16;

/** The timeline: lane names, the visible part of the scene, and the click targets over it. */
export function Drawing() {
  const box = useRef<HTMLDivElement>(null);
  const trace = useApp((state) => state.trace);
  const visibleRuns = useApp((state) => state.visibleRuns);
  const running = useApp((state) => state.running);
  const slot = useApp((state) => state.cursor.slot);
  const within = useApp((state) => state.cursor.moment !== null);
  const caret = useApp((state) => state.caret);
  const selected = useApp(selectedRange);
  const { store, goTo, perform, placeCaret, extendSelection } = useActions();
  const zoom = useApp((state) => state.zoom);
  const covered = useCallback(() => box.current?.querySelector('.lane-names')?.clientWidth ?? 0, []);
  const visibleWidth = useVisibleWidth(box, covered);
  const generation = useApp((state) => state.documentGeneration);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an added event must not change the width of the others
  const usual = useMemo(() => defaultColumnWidth(visibleWidth - BEHIND, trace.maxLength), [generation, visibleWidth]);
  // Every row has the same width, so that columns keep their place.
  const size = columnWidthAt(zoom, visibleWidth, trace.maxLength, usual);
  const sight = useWindow(box, { axis: 'x', count: trace.maxLength, size, follow: Math.max(0, slot), covered });
  const { first, last, offset, extent } = sight;
  // biome-ignore lint/correctness/useExhaustiveDependencies: complete runs may have more lanes
  const scene = useMemo(
    () => layoutTimeline(trace, { first, last, columnWidth: size, measure: measureText }, visibleRuns),
    [trace, visibleRuns, first, last, size, running],
  );
  // A newly opened program is shown from its first lane.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs whenever a program is opened
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
  }, [generation]);
  // The drawing takes the focus from its targets, so that keys continue from the clicked column.
  const go = useCallback(
    ({ slot: to, number }: TimelineColumn, reaching: boolean) => {
      if (reaching || store.getState().selection?.open) extendSelection(number);
      else goTo(to);
      box.current?.focus({ preventScroll: true });
    },
    [store, goTo, extendSelection],
  );
  const gap = useCallback(
    (row: number, here: boolean) => {
      if (here) perform('add-event');
      else placeCaret(row);
      box.current?.focus({ preventScroll: true });
    },
    [perform, placeCaret],
  );

  return (
    <div className="drawing-frame sideways-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form */}
      <div
        ref={box}
        className="drawing sideways"
        role="group"
        aria-label="Drawing"
        aria-describedby="drawing-how"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
        tabIndex={0}
      >
        <p id="drawing-how" className="visually-hidden">
          Left and Right step through the program. With Shift they extend the selection; with Alt they move the selected
          events. The call table below gives the same information as text.
        </p>
        <div className="drawing-ground">
          <LaneNames lanes={scene.lanes} height={scene.height} />
          <div className="drawing-paper" style={{ minWidth: extent, height: scene.height }}>
            {scene.lanes.map(({ id, y }) => (
              <div key={id} className="lane-line" style={{ top: y }} />
            ))}
            <RunEnd trace={trace} visibleRuns={visibleRuns} at={extent} />
            <div className="drawing-stretch" style={{ left: offset, width: scene.width }}>
              <SceneView scene={scene} current={slot} />
              <Columns
                columns={scene.columns}
                current={slot}
                within={within}
                caret={caret}
                selected={selected}
                onGo={go}
                onGap={gap}
              />
            </div>
          </div>
        </div>
      </div>
      {extent > LONG * visibleWidth && (
        <Minimap box={box} extent={extent} covered={covered} fallback={<div className="minimap" />} />
      )}
      <StickyLabels box={box} scene={scene} offset={offset} />
      <CallTable trace={trace} columns={scene.columns} current={slot} selected={selected} />
    </div>
  );
}
