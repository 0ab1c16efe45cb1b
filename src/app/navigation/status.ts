import type { Fields, Machine } from '../../engine/model.ts';
import type { Trace } from '../../engine/run/run.ts';
import type { World } from '../../engine/setup/world.ts';
import { problemsInWords } from '../../layout/finding-kind.ts';
import { memoLast } from '../../lib/memo.ts';
import { detailAt } from '../state/cursor.ts';
import type { AppState, Cursor } from '../state/state.ts';
import { summarizeFindings } from './findings.ts';

type Place = Pick<AppState, 'trace' | 'cursor'>;

/** Describes the playhead: `Step 4 of 7 · count 2, not enabled · 1 pending · 2 problems`. */
export const selectStatus = (place: Place): string => `${selectPlace(place)} · ${selectFound(place)}`;

/** The end of the status, which is about the whole run. */
const selectFound = ({ trace }: Place): string =>
  trace.isComplete ? problemsInWords(summarizeFindings(trace)) : 'still running';

/** The beginning of the status: the step and the state after it. */
const selectPlace = ({ trace, cursor }: Place): string => placeOf(trace, cursor, trace.maxLength);

const placeOf = memoLast((trace: Trace, { slot, moment }: Cursor, most: number): string => {
  if (slot < 0) return most === 0 ? 'No steps' : `Before step 1 of ${most}`;
  const step = `Step ${slot + 1} of ${most}`;
  const { world } = trace;
  if (moment === null) {
    const { fields, active, pending } = trace.summaryAt(slot);
    return [step, ...stateParts(world, fields, active, pending)].join(' · ');
  }
  const { summary, moments } = detailAt(trace, slot);
  const at = moments[moment];
  const task = summary.task;
  const machine: Machine | undefined = at?.machine;
  const fields = (task !== null && machine?.tasks[task]?.fields) || summary.fields;
  const pending = task !== null && machine ? world.simulation.pending(machine, task) : summary.pending;
  const place = at?.statement == null ? step : `${step}, statement ${at.statement}`;
  return [place, ...stateParts(world, fields, null, pending)].join(' · ');
});

function stateParts({ revision }: World, fields: Fields, active: boolean | null, pending: number): string[] {
  const values = revision.fields.map(({ name, type }) => {
    const value = fields[name] ?? 0;
    return type === 'bool' ? `${value === 1 ? '' : 'not '}${name}` : `${name} ${value}`;
  });
  // A boolean field of the state says it already.
  const says = active !== null && !revision.fields.some(({ type }) => type === 'bool');
  if (says) values.push(`${active ? '' : 'not '}active`);
  return [values.join(', '), pending > 0 ? `${pending} pending` : ''].filter((part) => part !== '');
}
