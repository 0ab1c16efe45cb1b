import { range, sum } from 'd3';
import { describePlace } from '../../engine/backends/shared/capacity.ts';
import { pagesIn } from '../../engine/machine.ts';
import type { Era, Machine, TaskId } from '../../engine/model.ts';
import type { ReplayedRow } from '../../engine/run/replay-rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import { effectMarks } from '../effects.ts';
import { createLabelSpace, type LabelSpace } from '../label-placement.ts';
import { BOX, FONT, LANE } from '../metrics.ts';
import type { Box, Label, Lane } from '../scene.ts';
import type { UnplacedMark } from '../signs.ts';
import { type AlignedRun, alignRun } from './aligned-run.ts';
import { placeMarks } from './place-marks.ts';
import { columnCell, columnMiddle, emptyLane, type LaneContent, type TimelineWindow } from './timeline-window.ts';
import { openSides } from './torn-outline.ts';

/** The CPU or task that a lane belongs to; null where it belongs to the whole architecture. */
type Holder = { readonly cpu: number } | { readonly task: TaskId } | null;

/**
 * Lays out what an architecture did with page-table updates, one lane for each CPU or task that defers some: deferred, flushed
 * and why, immediate, or no work. A band beneath shows how many are pending.
 */
export function backendLanes(window: TimelineWindow, trace: Trace): ((y: number) => LaneContent)[] {
  const run = alignRun(window, trace);
  return holdersIn(window, trace).map((holder) => (y) => drawLane(window, run, holder, y));
}

/** All holders of the run, whether this window shows them or not, so that lanes keep their place. */
function holdersIn({ tasks, cpus }: TimelineWindow, { world, parties }: Trace): Holder[] {
  const { holder } = world.backend;
  const count = Math.max(cpus, parties.cpus);
  if (holder === 'cpu' && count > 1) return range(count).map((cpu) => ({ cpu }));
  if (holder === 'task' && tasks.length > 1) return tasks.map((task) => ({ task }));
  return [null];
}

function drawLane(window: TimelineWindow, run: AlignedRun, holder: Holder, y: number): LaneContent {
  const { width, measure } = window;
  const lane = laneOf(run, holder, y);
  if (width === 0) return emptyLane(lane);
  const space = createLabelSpace(width, measure);
  const labels: Label[] = [];
  const own = run.rows.filter((replayed) => belongsTo(replayed, holder));
  const marks = own.flatMap((replayed) => {
    const { slot } = replayed;
    const signs = withPages(signsHere(replayed, holder), run, replayed);
    if (signs.length === 0) labels.push(...wordOf(window, run, replayed, { lane, space }));
    return placeMarks({ lane: lane.id, slot, signs, y, cell: columnCell(window, slot) }, space, measure);
  });
  labels.push(...endOf(window, run, { lane, space }));
  return { ...emptyLane(lane), boxes: bandOf(window, run, holder, lane), marks, labels };
}

const VALUE = 24;
const BAND = { top: 49, height: 17 };

function laneOf({ trace, main }: AlignedRun, holder: Holder, y: number): Lane {
  const { backend, setup } = trace.world;
  const whose = holder === null ? [] : ['cpu' in holder ? `CPU ${holder.cpu}` : `task ${holder.task}`];
  const capacity = describePlace(backend, setup.capacity);
  // The lane names its CPU or task already.
  const where = holder === null ? capacity : capacity.replace(/^per \w+: /, '');
  const text = `Defers ${backend.defers.charAt(0).toLowerCase()}${backend.defers.slice(1)}`;
  return {
    id: `backend:${backend.id}-${setup.era}${holder === null ? '' : `:${Object.values(holder)[0]}`}`,
    title: backend.title,
    subtitle: [eraInWords(setup.era), ...whose, where].join(' · '),
    y,
    height: LANE.backend,
    caption: { text, brief: text.replace(/[,:;].*/, '.') },
    architecture: { backend: backend.id, era: setup.era, main },
  };
}

/** The label of an era; one that no kernel was released with says so. */
export const eraInWords = (era: Era): string => (era === 's390' ? 'pending series' : era);

/** Whether a row belongs to a lane: it ran on that task or CPU, or had an effect there. */
function belongsTo({ summary }: ReplayedRow, holder: Holder): boolean {
  if (holder === null) return true;
  if ('task' in holder) return summary.task === holder.task;
  return summary.cpu === holder.cpu || summary.effects.some(({ cpu }) => cpu === holder.cpu);
}

function signsHere({ summary, row }: ReplayedRow, holder: Holder): UnplacedMark[] {
  const here = summary.effects.filter(({ cpu }) => holder === null || 'task' in holder || cpu === holder.cpu);
  const signs = effectMarks({ ...summary, effects: here }, row.event);
  const hazard = summary.findings.find(({ severity }) => severity === 'hazard');
  if (!hazard || (holder !== null && 'cpu' in holder && summary.cpu !== holder.cpu)) return signs;
  const { rule, clause } = hazard;
  const label = summary.result ?? rule;
  // The hazard stands for the fault that it explains.
  return [
    { key: rule, kind: 'hazard', label, short: firstWord(label), detail: rule, title: `${label}: ${clause} (${rule})` },
    ...signs.filter(({ kind }) => kind !== 'fault'),
  ];
}

const firstWord = (text: string): string => /^\w*/.exec(text)?.[0] ?? '';

/** Adds to the marks of a flush the pages that it carried: those pending before the row, and not after it. */
function withPages(
  signs: readonly UnplacedMark[],
  { trace }: AlignedRun,
  { before, after }: ReplayedRow,
): readonly UnplacedMark[] {
  if (!signs.some(({ kind }) => kind === 'flushed')) return signs;
  const { describePending } = trace.world.simulation;
  const flushed = pagesIn(before)
    .map(([id]) => id)
    .filter((id) => describePending(before, id) !== null && describePending(after, id) === null);
  if (flushed.length === 0) return signs;
  const names = flushed.slice(0, MAX_NAMED_PAGES).join(', ');
  const more = flushed.length > MAX_NAMED_PAGES ? ` and ${flushed.length - MAX_NAMED_PAGES} more` : '';
  return signs.map((sign) => (sign.kind === 'flushed' ? { ...sign, title: `${sign.title}: ${names}${more}` } : sign));
}

const MAX_NAMED_PAGES = 8;

interface Where {
  readonly lane: Lane;
  readonly space: LabelSpace;
}

/** The label of a row without marks: a value read, a change of preemption, or that there was no work. */
function wordOf(window: TimelineWindow, run: AlignedRun, replayed: ReplayedRow, where: Where): Label[] {
  const { slot, row, summary } = replayed;
  const word = summary.result === null ? callWord(run, replayed) : { text: summary.result, title: summary.result };
  return word === null
    ? []
    : wordAt(window, slot, { id: 'word', ...word, title: `event ${row.number}: ${word.title}` }, where);
}

interface Word {
  readonly id: string;
  readonly text: string;
  /** Replaces the text where that does not fit. */
  readonly brief?: string;
  readonly title: string;
}

/** Places a word in the middle of a column if it fits. */
function wordAt(
  window: TimelineWindow,
  slot: number,
  { id, text, brief, title }: Word,
  { lane, space }: Where,
): Label[] {
  const { family, size } = FONT.value;
  const x = columnMiddle(window, slot);
  const y = lane.y + VALUE;
  const textWidth = window.measure(text, family, size);
  // A text that reached into the next column would seem to belong to it.
  if (textWidth > window.columns.bandwidth()) {
    return brief === undefined ? [] : wordAt(window, slot, { id, text: brief, title }, { lane, space });
  }
  if (!space.claim(text, FONT.value, x - textWidth / 2, y)) return [];
  return [{ id: `${lane.id}:${id}@${slot}`, slot, title, kind: 'value', x, y, text, anchor: 'middle' }];
}

/** Labels the first empty column of a run that ended before the main run. */
function endOf(window: TimelineWindow, { trace, main }: AlignedRun, where: Where): Label[] {
  const missing = window.rows.find(({ row }) => trace.slotOf(row.number) < 0);
  if (main || !missing || trace.end.over === null) return [];
  const title = 'the run on this architecture has ended';
  return wordAt(window, missing.slot, { id: 'end', text: 'ended', title }, where);
}

function callWord(run: AlignedRun, { row, summary, before, after }: ReplayedRow): Omit<Word, 'id'> | null {
  const { backend, simulation } = run.trace.world;
  const { task, outcome, callbacks } = summary;
  const empty = row.event.kind === 'call' && !backend.configured && outcome !== 'under-way';
  if (task === null || !(empty || callbacks.length > 0)) return null;
  const [was, is] = [before, after].map(
    (machine) => machine.tasks[task] && simulation.preemption(machine, task)?.depth,
  );
  if (was !== undefined && is !== undefined && was !== is) {
    return is > was
      ? { text: 'preempt off', title: 'the callback disables preemption' }
      : { text: 'preempt on', title: 'the callback enables preemption again' };
  }
  if (stateOf(before) !== stateOf(after)) return null;
  return backend.configured
    ? { text: 'no pending work', brief: 'no work', title: 'the callback has no pending work' }
    : { text: 'no code', title: 'the helper is empty on this architecture' };
}

/** All state that an architecture keeps. */
const stateOf = ({ tasks, cpus }: Machine): string =>
  JSON.stringify([Object.values(tasks).map(({ arch }) => arch), cpus.map(({ arch }) => arch)]);

/** Boxes for the number of pending updates, from the row that deferred the first to the one that flushed the last. */
function bandOf(window: TimelineWindow, run: AlignedRun, holder: Holder, lane: Lane): Box[] {
  const { width, measure, first } = window;
  const { simulation } = run.trace.world;
  const here = (machine: Machine): number => {
    if (holder === null) return sum(machine.cpus, (_, cpu) => simulation.pendingOn(machine, cpu));
    if ('cpu' in holder) return holder.cpu < machine.cpus.length ? simulation.pendingOn(machine, holder.cpu) : 0;
    return machine.tasks[holder.task] ? simulation.pending(machine, holder.task) : 0;
  };
  const boxes: Box[] = [];
  let since: { readonly slot: number | null; readonly count: number } = { slot: null, count: here(run.before) };
  const close = (to: number | null) => {
    if (since.count === 0) return;
    const x = since.slot === null ? 0 : columnMiddle(window, since.slot);
    const end = to === null ? width : columnMiddle(window, to);
    const words = [`${since.count} pending`, `${since.count}`];
    const label = words.find((text) => measure(text, FONT.box.family, FONT.box.size) <= end - x - 2 * BOX.left) ?? '';
    boxes.push({
      id: `${lane.id}:pending@${since.slot ?? '<'}`,
      slot: since.slot ?? first,
      title: `${since.count} pending`,
      kind: 'waiting',
      x,
      y: lane.y + BAND.top,
      width: end - x,
      height: BAND.height,
      label,
      open: openSides(since.slot, to),
    });
  };
  for (const { slot, after } of run.rows) {
    const count = here(after);
    if (count === since.count) continue;
    close(slot);
    since = { slot, count };
  }
  close(null);
  return boxes;
}
