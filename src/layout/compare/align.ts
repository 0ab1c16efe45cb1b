import type { Anchor, CallEvent, Event, Moment, Program, Summary } from '../../engine/model.ts';
import { anchorText, helperOf } from '../../engine/run/call.ts';
import { bodiesOf } from '../../engine/run/rows.ts';
import { inspect, run, type Trace } from '../../engine/run/run.ts';
import type { World } from '../../engine/setup/world.ts';

/** A program whose positions inside calls mean the same under several setups, as far as possible. */
export interface AlignedProgram {
  readonly program: Program;
  /** Sentences about how positions inside calls were read, and which are not comparable. */
  readonly notes: readonly string[];
  /** Index paths of calls whose inner positions differ between setups. */
  readonly unsure: readonly (readonly number[])[];
}

/**
 * Renames positions inside calls so that they mean the same under every setup. `after 3` uses the statement numbers of one
 * revision; where another numbers the helper differently, the position is named by the write or callback next to it in the first
 * setup's run. A position without such a name is reported and left unchanged.
 */
export function alignProgram(worlds: readonly World[], program: Program): AlignedProgram {
  const [first, ...others] = worlds;
  const as = { program, notes: [], unsure: [] };
  if (!first || !hasNumbers(program) || others.every((world) => sameNumbers(first, world))) return as;
  const trace = run(first, program);
  const notes: string[] = [];
  const unsure: (readonly number[])[] = [];
  const visit = (events: readonly Event[], at: readonly number[]): readonly Event[] =>
    events.map((event, index) => {
      const path = [...at, index];
      if (event.off) return event;
      if (event.kind === 'irq' || event.kind === 'softirq') return { ...event, body: visit(event.body, path) };
      if (event.kind !== 'call' || !event.inside) return event;
      const numbered = others.some((world) => numbersOf(world, event) !== numbersOf(first, event));
      const inside = event.inside.map((block, i) => {
        const { anchor } = block;
        const inner = { anchor, events: visit(block.events, [...path, i]) };
        if (!numbered || anchor.at !== 'statement') return inner;
        const row = trace.rows.numberOf(path, i);
        const found = placeOf(trace, path, i);
        const counts = `Row ${row}: "${anchorText(anchor)}" uses the statement numbers of ${first.revision.id}`;
        if (found) {
          notes.push(`${counts}. It is read as "${anchorText(found)}", which means the same in every column.`);
          return { ...inner, anchor: found };
        }
        unsure.push(path);
        notes.push(`${counts}, which differ in other columns: what happens inside this call is not comparable.`);
        return inner;
      });
      return { ...event, inside };
    });
  const aligned = visit(program, []);
  if (equal(trace, run(first, aligned))) return { program: aligned, notes, unsure };
  const counts = `Positions inside calls use the statement numbers of ${first.revision.id}`;
  return {
    program,
    notes: [`${counts}, which differ in other columns: what happens inside calls is not comparable.`],
    unsure: numberedIn(program),
  };
}

const hasNumbers = (program: Program): boolean => numberedIn(program).length > 0;

/** Paths of the calls that hold events after a numbered statement. */
function numberedIn(events: readonly Event[], at: readonly number[] = []): (readonly number[])[] {
  return events.flatMap((event, index) => {
    const path = [...at, index];
    const own = event.kind === 'call' && event.inside?.some(({ anchor }) => anchor.at === 'statement') ? [path] : [];
    const inner = bodiesOf(event).map((body, i) => numberedIn(body, event.kind === 'call' ? [...path, i] : path));
    return event.off ? [] : [...own, ...inner.flat()];
  });
}

/** The kinds of a helper's statements in order, which is what its statement numbers stand for. */
const numbersOf = (world: World, event: CallEvent): string => kindsOf(world, helperOf(world, event));

const kindsOf = ({ codes }: World, helper: string): string =>
  (codes[helper]?.instructions ?? []).map((one) => ('number' in one ? `${one.number} ${one.op}` : one.op)).join();

const sameNumbers = (a: World, b: World): boolean =>
  [...new Set([...Object.keys(a.codes), ...Object.keys(b.codes)])].every(
    (helper) => kindsOf(a, helper) === kindsOf(b, helper),
  );

/** Finds the write or callback that names a block's position in this run; null where there is none. */
function placeOf(trace: Trace, path: readonly number[], block: number): Anchor | null {
  const before: Moment[] = [];
  for (let part = 0; part <= block; part++) {
    const detail = detailOf(trace, path, part);
    if (detail?.summary.outcome !== 'under-way') return null;
    before.push(...detail.moments);
  }
  const next = detailOf(trace, path, block + 1)?.moments[0];
  const called = before.filter(({ what }) => what === 'callback').length;
  if (next?.what === 'callback' && called === 0) return { at: 'before-callback' };
  const last = before.at(-1)?.what;
  if (last === 'callback' && called === 1) return { at: 'after-callback' };
  if (last !== 'write') return null;
  return { at: 'write', number: before.filter(({ what }) => what === 'write').length };
}

function detailOf(trace: Trace, path: readonly number[], part: number) {
  const slot = trace.slotOf(trace.rows.numberOf(path, part));
  return slot < 0 ? null : inspect(trace, slot);
}

/** Whether two runs are equal, apart from the position names in their reasons. */
function equal(a: Trace, b: Trace): boolean {
  if (a.length !== b.length) return false;
  const told = ({ why: _, ...rest }: Summary) => JSON.stringify(rest);
  return Array.from({ length: a.length }, (_, slot) => slot).every(
    (slot) => a.rowAt(slot).number === b.rowAt(slot).number && told(a.summaryAt(slot)) === told(b.summaryAt(slot)),
  );
}
