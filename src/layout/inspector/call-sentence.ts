import type { Fields, OpenCalls } from '../../engine/model.ts';
import { countOpenCalls } from '../../engine/open-calls.ts';
import type { FieldDef } from '../../engine/revisions/revision.ts';
import { helperOf } from '../../engine/run/call.ts';
import type { Detail } from '../../engine/run/run.ts';
import type { World } from '../../engine/setup/world.ts';
import { listOf } from '../../lib/phrases.ts';
import { isActive } from '../active.ts';
import { describeEffect } from '../effects.ts';

/** What is told of: the row as it went, and the machine that it found. */
type CallOutcome = Pick<Detail, 'before' | 'summary'>;

/** What a call of a helper did: where it was called, what the helper did about it, and what came of it. */
export function describeCall(world: World, detail: Detail): string {
  const { row, summary } = detail;
  const code = row.event.kind === 'call' ? world.codes[helperOf(world, row.event)] : undefined;
  const opening = row.part === 0 ? `Called ${whereOf(detail)}.` : 'The call goes on.';
  if (code?.statements === 0) return `${opening} The helper is empty: nothing happens.`;
  const activity = activityOf(world, detail);
  if (summary.outcome === 'ignored') {
    const rest = activity === '' ? 'nothing changes' : `nothing changes, ${activity}`;
    return `${opening} ${subjectOf(world)} ignores it: ${rest}.`;
  }
  const values = changedFields(world, detail)
    .filter(({ type }) => type !== 'bool')
    .map(({ name }) => `${name} ${summary.fields[name]}`);
  const result = [...values, activity].filter((part) => part !== '').join(', ');
  const sentences = [opening, `${subjectOf(world)} ${verbsOf(world, detail)}${result === '' ? '' : `: ${result}`}.`];
  if (summary.effects.length > 0)
    sentences.push(`${capital(summary.effects.map((effect) => describeEffect(effect, row.event)).join('; '))}.`);
  if (summary.outcome === 'under-way') sentences.push('Something else comes before the call goes on.');
  return sentences.join(' ');
}

/** Where the caller stood, by its own open calls. */
function whereOf({ before, summary }: Detail): string {
  if (summary.context !== 'task') return summary.context === 'irq' ? 'in an interrupt' : 'in a softirq';
  const task = before.tasks[summary.task ?? ''];
  const place = task ? placeIn(task.openCalls) : 'outside any section';
  return task && task.bhOff > 0 ? `${place}, with bottom halves off` : place;
}

function placeIn({ enables, pauses }: OpenCalls): string {
  const paused = countOpenCalls(pauses);
  if (paused > 0) return paused === 1 ? 'inside a pause' : `inside ${paused} pauses`;
  const sections = countOpenCalls(enables);
  if (sections > 0) return sections === 1 ? 'inside a section' : `inside ${sections} sections`;
  return 'outside any section';
}

/** An id that is a version can be the subject of a sentence; any other reads better as what it is. */
const subjectOf = ({ revision }: World): string => (/^v\d/.test(revision.id) ? revision.id : 'The kernel');

/** The same in a few words, to stand beside what others did: `warns and counts`; `ignores the call`. */
export function summarizeCall(world: World, did: CallOutcome): string {
  const { outcome, callbacks } = did.summary;
  if (outcome === 'ignored') return 'ignores the call';
  const objection = objectionOf(did);
  if (outcome === 'ended') return `${objection || 'is stopped'}, and the run ends there`;
  const { counted, rest } = deedsOf(world, did);
  const calling = callbacks.length > 0 ? [callingOf(did)] : [];
  const deeds = [objection, counted?.replace(' it', '') ?? '', ...rest, ...calling].filter((deed) => deed !== '');
  return deeds.length > 0 ? listOf(deeds) : outcome === 'under-way' ? 'does nothing yet' : 'calls no callback';
}

function verbsOf(world: World, did: CallOutcome): string {
  const objection = objectionOf(did);
  if (did.summary.outcome === 'ended') return `${objection || 'is stopped'}, and the run ends there`;
  const then = objection === '' ? '' : 'then ';
  const anyway = objection === '' ? '' : ' all the same';
  const { counted, rest } = deedsOf(world, did);
  const verbs = [...(counted === null ? [] : [`${then}${counted}${anyway}`]), ...rest, callingOf(did)];
  return objection === '' ? listOf(verbs) : `${objection}, ${listOf(verbs)}`;
}

/** What became of the fields. */
function deedsOf(
  world: World,
  did: CallOutcome,
): { readonly counted: string | null; readonly rest: readonly string[] } {
  const { fields } = did.summary;
  const written = changedFields(world, did);
  const counter = written.find(({ type }) => type !== 'bool');
  return {
    counted: counter ? `counts ${isUp(counter, fieldsBefore(did), fields) ? 'it' : 'down'}` : null,
    rest: written
      .filter(({ type }) => type === 'bool')
      .map(({ name }) => `${fields[name] === 1 ? 'sets' : 'clears'} ${name}`),
  };
}

function callingOf({ summary: { callbacks } }: CallOutcome): string {
  const called = callbacks.map(({ callback }) => `arch_${callback}()`);
  return called.length > 0 ? `calls ${called.join(' and ')}` : 'calls no callback';
}

/** What the helper's checks had to say; empty where none held. */
function objectionOf({ summary: { checks } }: CallOutcome): string {
  const loud = checks.filter(({ fired, silent }) => fired && !silent);
  if (loud.some(({ macro }) => macro === 'VM_BUG_ON')) return 'meets a BUG';
  if (loud.length > 0) return 'warns';
  if (checks.some(({ silent }) => silent)) return 'has warned once before and prints nothing now';
  if (checks.some(({ macro }) => macro === 'VM_BUG_ON')) return 'would meet a BUG, but its checks are off';
  return checks.length > 0 ? 'would warn, but its checks are off' : '';
}

const fieldsBefore = ({ before, summary }: CallOutcome): Fields => before.tasks[summary.task ?? '']?.fields ?? {};

function changedFields({ revision }: World, did: CallOutcome): FieldDef[] {
  const old = fieldsBefore(did);
  return revision.fields.filter(({ name }) => (old[name] ?? 0) !== (did.summary.fields[name] ?? 0));
}

/** u8 wraps: from 255 to 0 is one up. */
const isUp = ({ name }: FieldDef, old: Fields, now: Fields): boolean =>
  (((now[name] ?? 0) - (old[name] ?? 0)) & 0xff) < 128;

/** `now active`, `still not active`; empty where the revision has no such question. */
function activityOf(world: World, { before, summary }: Detail): string {
  const { active, task } = summary;
  if (active === null) return '';
  if (task !== null && isActive(world, before, task) === active) return `still ${active ? '' : 'not '}active`;
  return active ? 'now active' : 'no longer active';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
