import type { Fields, OpenCalls } from '../../engine/model.ts';
import { countOpenCalls } from '../../engine/open-calls.ts';
import type { FieldDef } from '../../engine/revisions/revision.ts';
import { helperOf } from '../../engine/run/call.ts';
import type { Detail } from '../../engine/run/run.ts';
import type { World } from '../../engine/setup/world.ts';
import { listOf } from '../../lib/phrases.ts';
import { isActive } from '../active.ts';
import { describeEffect } from '../effects.ts';

/** What a sentence about a call is made of. */
type CallOutcome = Pick<Detail, 'before' | 'summary'>;

/** Describes a call of a helper: where it was called, what the helper did, and the result. */
export function describeCall(world: World, detail: Detail): string {
  const { row, summary } = detail;
  const code = row.event.kind === 'call' ? world.codes[helperOf(world, row.event)] : undefined;
  const opening = row.part === 0 ? `Called ${whereOf(detail)}.` : 'The call resumes.';
  if (code?.statements === 0) return `${opening} The helper is empty: nothing happens.`;
  const activity = activityOf(world, detail);
  if (summary.outcome === 'ignored') {
    const rest = activity === '' ? 'nothing changes' : `nothing changes, ${activity}`;
    return `${opening} ${subjectOf(world)} ignores the call: ${rest}.`;
  }
  if (summary.outcome === 'ended') return `${opening} ${stopOf(world, detail)}: the run stops here.`;
  const values = changedFields(world, detail)
    .filter(({ type }) => type !== 'bool')
    .map(({ name }) => `${name} ${summary.fields[name]}`);
  const result = [...values, activity].filter((part) => part !== '').join(', ');
  const sentences = [opening, `${subjectOf(world)} ${verbsOf(world, detail)}${result === '' ? '' : `: ${result}`}.`];
  if (summary.effects.length > 0)
    sentences.push(`${capital(summary.effects.map((effect) => describeEffect(effect, row.event)).join('; '))}.`);
  if (summary.outcome === 'under-way') sentences.push('The call is interrupted here.');
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

/** A version can be the subject of a sentence; other revisions are called "the kernel". */
const subjectOf = ({ revision }: World): string => (/^v\d/.test(revision.id) ? revision.id : 'The kernel');

/** Summarizes a call to stand beside what other revisions did: `warns and increments the count`; `ignores the call`. */
export function summarizeCall(world: World, call: CallOutcome): string {
  const { outcome, callbacks } = call.summary;
  if (outcome === 'ignored') return 'ignores the call';
  const objection = objectionOf(call);
  if (outcome === 'ended')
    return objection === '' ? `hits ${bugOf(call) ?? 'a stop'} and stops` : `${objection} and stops`;
  const { counting, flags } = writesOf(world, call);
  // Revisions name their counters differently, and still do the same.
  const verbs = [
    objection,
    counting && `${counting.verb} the count`,
    ...flags,
    callbacks.length > 0 && callingOf(call),
  ];
  const phrases = verbs.filter((verb) => typeof verb === 'string' && verb !== '') as string[];
  return phrases.length > 0 ? listOf(phrases) : outcome === 'under-way' ? 'does nothing yet' : 'calls no callback';
}

/** What stopped the run: a check, or the architecture. */
function stopOf(world: World, call: CallOutcome): string {
  const objection = objectionOf(call);
  return objection === '' ? (bugOf(call) ?? `${subjectOf(world)} is stopped`) : `${subjectOf(world)} ${objection}`;
}

const bugOf = ({ summary: { effects } }: CallOutcome): string | null => {
  const bug = effects.find(({ kind }) => kind === 'bug');
  return bug ? `BUG() in arch_${bug.how}()` : null;
};

function verbsOf(world: World, call: CallOutcome): string {
  const objection = objectionOf(call);
  const { counting, flags } = writesOf(world, call);
  const writes = [...(counting ? [`${counting.verb} ${counting.name}`] : []), ...flags];
  const calling = callingOf(call);
  const isCalling = call.summary.callbacks.length > 0;
  const verbs = writes.length === 0 || isCalling ? listOf([...writes, calling]) : `${listOf(writes)}; no callback`;
  return objection === '' ? verbs : `${objection}, then ${verbs}`;
}

/** What the call did to the fields. */
function writesOf(
  world: World,
  call: CallOutcome,
): { readonly counting: { readonly verb: string; readonly name: string } | null; readonly flags: readonly string[] } {
  const { fields } = call.summary;
  const written = changedFields(world, call);
  const counter = written.find(({ type }) => type !== 'bool');
  const isIncrement = counter && isUp(counter, fieldsBefore(call), fields);
  return {
    counting: counter ? { verb: isIncrement ? 'increments' : 'decrements', name: counter.name } : null,
    flags: written
      .filter(({ type }) => type === 'bool')
      .map(({ name }) => `${fields[name] === 1 ? 'sets' : 'clears'} ${name}`),
  };
}

function callingOf({ summary: { callbacks } }: CallOutcome): string {
  const called = callbacks.map(({ callback }) => `arch_${callback}()`);
  return called.length > 0 ? `calls ${called.join(' and ')}` : 'calls no callback';
}

/** What the helper's checks had to say; empty where no condition was true. */
function objectionOf({ summary: { checks } }: CallOutcome): string {
  const loud = checks.filter(({ fired, silent }) => fired && !silent);
  if (loud.some(({ macro }) => macro === 'VM_BUG_ON')) return 'hits a BUG';
  if (loud.length > 0) return 'warns';
  if (checks.some(({ silent }) => silent)) return 'has already warned';
  if (checks.some(({ macro }) => macro === 'VM_BUG_ON')) return 'would hit a BUG (checks are off)';
  return checks.length > 0 ? 'would warn (checks are off)' : '';
}

const fieldsBefore = ({ before, summary }: CallOutcome): Fields => before.tasks[summary.task ?? '']?.fields ?? {};

function changedFields({ revision }: World, did: CallOutcome): FieldDef[] {
  const old = fieldsBefore(did);
  return revision.fields.filter(({ name }) => (old[name] ?? 0) !== (did.summary.fields[name] ?? 0));
}

/** A u8 wraps, so 255 to 0 is an increment. */
const isUp = ({ name }: FieldDef, old: Fields, now: Fields): boolean =>
  (((now[name] ?? 0) - (old[name] ?? 0)) & 0xff) < 128;

/** `now active`, `still not active`; empty where the revision cannot tell. */
function activityOf(world: World, { before, summary }: Detail): string {
  const { active, task } = summary;
  if (active === null) return '';
  if (task !== null && isActive(world, before, task) === active) return `still ${active ? '' : 'not '}active`;
  return active ? 'now active' : 'no longer active';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
