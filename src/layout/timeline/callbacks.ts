import type { CallbackName } from '../../engine/ir/statements.ts';
import type { CallbackSeen } from '../../engine/model.ts';
import type { ReplayedRow } from '../../engine/run/replay-rows.ts';
import type { World } from '../../engine/setup/world.ts';
import { createLabelSpace } from '../label-placement.ts';
import { LANE } from '../metrics.ts';
import type { UnplacedMark } from '../signs.ts';
import { placeMarks } from './place-marks.ts';
import { columnCell, emptyLane, type LaneContent, type TimelineWindow } from './timeline-window.ts';

/** Lays out the arch callbacks with the counts that each saw. A call that ended without a callback has a mark of its own. */
export function drawCallbacks(window: TimelineWindow, y: number): LaneContent {
  const { world } = window.trace;
  const subtitle = world.revision.fields.length === 0 ? '' : 'counts seen by the callback';
  const lane = { id: 'callbacks', title: 'Callbacks', subtitle, y, height: LANE.callbacks };
  const space = createLabelSpace(window.width, window.measure);
  const marks = window.rows.flatMap((replayed) =>
    placeMarks(
      {
        lane: 'callbacks',
        slot: replayed.slot,
        signs: signsOf(replayed, world),
        y,
        cell: columnCell(window, replayed.slot),
      },
      space,
      window.measure,
    ),
  );
  return { ...emptyLane(lane), marks };
}

function signsOf({ row, summary }: ReplayedRow, world: World): UnplacedMark[] {
  const { callbacks, outcome } = summary;
  if (callbacks.length > 0) {
    return callbacks.map((seen, i) => ({
      key: `${seen.callback}${i}`,
      kind: actsAs(seen, world),
      label: seen.callback,
      short: actsAs(seen, world),
      detail: Object.values(seen.fields).join('/'),
      title: titleOf(seen),
    }));
  }
  const ended =
    row.event.kind === 'call' && row.part === row.parts - 1 && (outcome === 'done' || outcome === 'ignored');
  if (!ended) return [];
  const title = outcome === 'ignored' ? 'ignored: no callback' : 'no callback';
  return [{ key: 'none', kind: 'no-callback', label: '', detail: '', title }];
}

function titleOf({ callback, task, fields: saw }: CallbackSeen): string {
  const state = Object.entries(saw).map(([name, value]) => `${name} ${value}`);
  return `arch_${callback}_lazy_mmu_mode() for task ${task}${state.length > 0 ? `; saw ${state.join(', ')}` : ''}`;
}

/** The standard callback that a revision's own callback stands for. */
function actsAs({ callback }: CallbackSeen, { codes }: World): CallbackName {
  for (const { instructions } of Object.values(codes)) {
    for (const instruction of instructions) {
      if (instruction.op === 'callback' && instruction.name === callback) return instruction.as;
    }
  }
  // A context switch calls the standard ones by name.
  return callback === 'enter' || callback === 'leave' ? callback : 'flush';
}
