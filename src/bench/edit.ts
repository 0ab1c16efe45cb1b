import type { Event, Program } from '../engine/model.ts';
import { spliceEvents } from '../engine/run/rows.ts';
import { rerun, run, startRerun, type Trace } from '../engine/run/run.ts';
import type { World } from '../engine/setup/world.ts';
import type { Scene } from '../layout/scene.ts';
import { layoutTimeline } from '../layout/timeline/timeline.ts';
import { measureTime, median } from './statistics.ts';

/** A long program and the event to edit in its middle. */
export interface EditSubject {
  readonly title: string;
  readonly program: Program;
  /** Inserted in the middle; the event there is deleted. */
  readonly inserted: Event;
}

/** Milliseconds from an edit until the visible columns are correct. */
export interface EditLine {
  readonly title: string;
  /** Whether the edited run equals one from scratch. */
  readonly agrees: boolean;
  readonly p50: number;
  readonly worst: number;
  /** The same for a run from scratch. */
  readonly scratch: number;
}

/** Number of columns on a screen. */
const VISIBLE = 30;

/** Edits the middle of a program, `rounds` times each: one insertion, one deletion. */
export function measureEdits(world: World, { title, program, inserted }: EditSubject, rounds: number): EditLine[] {
  const at = program.length >> 1;
  const trace = run(world, program);
  const edits = [
    { title: `${title}: insert`, edit: () => spliceEvents(program, [at], 0, [inserted]) },
    { title: `${title}: delete`, edit: () => spliceEvents(program, [at], 1, []) },
  ];
  return edits.map((one) => {
    const changed = () => rerun(trace, one.edit());
    const fresh = () => run(world, one.edit());
    const agrees = same(changed(), fresh(), at);
    // As on the page: runs up to what is visible, and the rest later.
    const times = Array.from({ length: rounds }, () => measureTime(() => draw(startRerun(trace, one.edit()), at)).ms);
    // Runs from scratch are slow and steady, so that fewer rounds suffice.
    const scratch = Array.from({ length: Math.ceil(rounds / 4) }, () => measureTime(() => draw(fresh(), at)).ms);
    return { title: one.title, agrees, p50: median(times), worst: Math.max(...times), scratch: median(scratch) };
  });
}

function draw(trace: Trace, at: number): Scene {
  const first = at - VISIBLE / 2;
  const measure = (text: string, _font: 'sans' | 'mono', size: number) => text.length * size * 0.6;
  return layoutTimeline(trace, { first, last: first + VISIBLE - 1, columnWidth: 48, measure });
}

/** Whether two runs have equal summaries and scenes. */
function same(a: Trace, b: Trace, at: number): boolean {
  if (a.length !== b.length) return false;
  for (let slot = 0; slot < a.length; slot++) {
    if (JSON.stringify(a.summaryAt(slot)) !== JSON.stringify(b.summaryAt(slot))) return false;
  }
  return JSON.stringify(draw(a, at)) === JSON.stringify(draw(b, at));
}
