import type { Event, Program } from '../engine/model.ts';
import { spliceEvents } from '../engine/run/rows.ts';
import { rerun, run, startRerun, type Trace } from '../engine/run/run.ts';
import type { World } from '../engine/setup/world.ts';
import type { Scene } from '../layout/scene.ts';
import { layoutTimeline } from '../layout/timeline/timeline.ts';
import { measureTime, median } from './statistics.ts';

/** A long program and what is changed in its middle. */
export interface EditSubject {
  readonly title: string;
  readonly program: Program;
  /** Is inserted; what stands there is deleted. */
  readonly inserted: Event;
}

/** Times in milliseconds from an edit until the drawing of the columns around it is right. */
export interface EditLine {
  readonly title: string;
  /** False: the changed run is not what a run from scratch gives. */
  readonly agrees: boolean;
  readonly p50: number;
  readonly worst: number;
  /** The same by a run of the changed program from its beginning. */
  readonly scratch: number;
}

/** Columns that a screen shows. */
const VISIBLE = 30;

/** Edits in the middle of a document, `rounds` times each: one event more, and one less. */
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
    // As the page does it: what is drawn runs as far as it is seen, and the rest later.
    const times = Array.from({ length: rounds }, () => measureTime(() => draw(startRerun(trace, one.edit()), at)).ms);
    // A run from scratch is slow and steady: fewer of them say enough.
    const scratch = Array.from({ length: Math.ceil(rounds / 4) }, () => measureTime(() => draw(fresh(), at)).ms);
    return { title: one.title, agrees, p50: median(times), worst: Math.max(...times), scratch: median(scratch) };
  });
}

function draw(trace: Trace, at: number): Scene {
  const first = at - VISIBLE / 2;
  const measure = (text: string, _font: 'sans' | 'mono', size: number) => text.length * size * 0.6;
  return layoutTimeline(trace, { first, last: first + VISIBLE - 1, columnWidth: 48, measure });
}

/** Whether two runs say the same of every row, and draw alike. */
function same(a: Trace, b: Trace, at: number): boolean {
  if (a.length !== b.length) return false;
  for (let slot = 0; slot < a.length; slot++) {
    if (JSON.stringify(a.summaryAt(slot)) !== JSON.stringify(b.summaryAt(slot))) return false;
  }
  return JSON.stringify(draw(a, at)) === JSON.stringify(draw(b, at));
}
