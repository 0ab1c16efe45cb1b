import { rollup } from 'd3';
import type { Event } from '../../engine/model.ts';
import { helperOf } from '../../engine/run/call.ts';
import type { ReplayedRow } from '../../engine/run/replay-rows.ts';
import type { World } from '../../engine/setup/world.ts';
import { listOf } from '../../lib/phrases.ts';
import { summarizeCall } from '../inspector/call-sentence.ts';
import { describeOutcome } from '../inspector/sentence.ts';
import type { ColumnHeading } from './names.ts';

/** Describes what each column did at a row, equal columns together: `v4 warns and counts; v6 ignores the call`. */
export function describeDifference(
  heads: readonly Pick<ColumnHeading, 'name'>[],
  worlds: readonly World[],
  went: readonly (ReplayedRow | null)[],
  event: Event,
): string {
  const answers = went.flatMap((one) => one?.summary.active ?? []);
  const tellMode = answers.includes(true) && answers.includes(false);
  const phrases = worlds.map((world, i) => phraseOf(world, went[i] ?? null, event, tellMode));
  const groups = rollup(
    heads.map(({ name }, i) => ({ name, phrase: phrases[i] ?? '' })),
    (alike) => alike.map(({ name }) => name),
    ({ phrase }) => phrase,
  );
  return [...groups].map(([did, names]) => `${subjectOf(names)}${did}`).join('; ');
}

const subjectOf = ([first = '', ...alike]: readonly string[]): string =>
  alike.length === 0 ? first : `${first} (${listOf(alike)} too)`;

/** The phrase after a column's name: what the call did, or the effects of another event. */
function phraseOf(world: World, went: ReplayedRow | null, event: Event, tellMode: boolean): string {
  if (!went) return ' does not reach this row';
  const { summary } = went;
  const { active, outcome } = summary;
  if (outcome === 'skipped') return ` skips it (${summary.why ?? 'its position is not reached'})`;
  const mode = tellMode && active !== null && outcome !== 'ended' ? `${active ? '' : 'not '}active` : '';
  const outcomes = describeOutcome(event, summary).map((part) => part.replaceAll('; ', ', '));
  if (event.kind === 'call') {
    const empty = world.codes[helperOf(world, event)]?.statements === 0;
    const action = empty ? 'has an empty helper' : summarizeCall(world, went);
    return ` ${filled([action, ...outcomes, mode && `${mode} after it`])}`;
  }
  const called = summary.callbacks.map(({ callback }) => `arch_${callback}()`).join(' and ');
  const clauses = filled([called, ...outcomes, mode]);
  if (clauses !== '') return `: ${clauses}`;
  return tellMode ? ' has no such mode' : ' does nothing';
}

const filled = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');
