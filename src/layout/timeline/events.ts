import type { Summary } from '../../engine/model.ts';
import type { ReplayedRow } from '../../engine/run/replay-rows.ts';
import type { Row } from '../../engine/run/rows.ts';
import type { Trace } from '../../engine/run/run.ts';
import { printRow } from '../../notation/text/print.ts';
import { countProblems, problemsInWords } from '../finding-kind.ts';
import { truncateLabel } from '../label-placement.ts';
import { FONT, LANE } from '../metrics.ts';
import type { TimelineColumn } from '../scene.ts';
import { emptyLane, type LaneContent, type TimelineWindow } from './timeline-window.ts';

/** The lane of events; its content is the columns. */
export const drawEvents = (y: number): LaneContent =>
  emptyLane({ id: 'events', title: 'Events', subtitle: 'number', y, height: LANE.events });

export function columnsOf({ trace, columns, rows, measure }: TimelineWindow): TimelineColumn[] {
  return rows.map(({ slot, row, summary }) => ({
    slot,
    number: row.number,
    x: columns(slot) ?? 0,
    width: columns.bandwidth(),
    label: truncateLabel(nameOf(row), FONT.event, columns.bandwidth() - PAD, measure),
    title: rowInWords(trace, { row, summary }),
    silent: summary.outcome === 'silent' || summary.outcome === 'skipped',
  }));
}

/** The name of an event: without nested events, and naming what a closing brace ends. */
function nameOf({ event, part }: Row): string {
  if (event.kind === 'irq' || event.kind === 'softirq') {
    return part === 0 ? printRow(event, 0).replace(' {', '') : `${event.kind} ends`;
  }
  if (event.kind !== 'call') return printRow(event, part);
  const { inside: _, ...call } = event;
  return part === 0 ? printRow(call, 0) : `… ${event.helper}`;
}

/** Padding of a name, both sides together. */
const PAD = 8;

/** `event 4: enable; no callback; count 2, enabled 0; not active; 2 problems`. */
function rowInWords({ world }: Trace, { row, summary }: Pick<ReplayedRow, 'row' | 'summary'>): string {
  const { outcome, why, callbacks, active, pending, findings } = summary;
  const what = `event ${row.number}: ${printRow(row.event, row.part)}`;
  if (outcome === 'silent') return `${what}; ${row.event.off ? 'disabled' : 'nothing happens'}`;
  if (outcome === 'skipped') return `${what}; skipped: ${why}`;
  const called = callbacks.map(({ callback }) => `arch_${callback}()`).join(', ');
  const facts = [
    what,
    outcome === 'ignored' && 'ignored',
    called || (row.event.kind === 'call' && outcome === 'done' && 'no callback'),
    fieldsInWords(summary),
    active !== null && `${active ? '' : 'not '}active`,
    world.backend.configured && `${pending} pending`,
    findings.length > 0 && problemsInWords(countProblems(findings)),
  ];
  return facts.filter((fact) => typeof fact === 'string' && fact !== '').join('; ');
}

const fieldsInWords = ({ fields }: Summary): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
