// Test support, imported by tests alone: programs in short forms, and traces as lines that can be compared.
import * as fc from 'fast-check';
import { assert } from '../lib/assert.ts';
import type {
  Anchor,
  CallEvent,
  CheckSeen,
  Event,
  Helper,
  PageEvent,
  PageOp,
  PageSize,
  Program,
  Setup,
  Summary,
} from './model.ts';
import { findingId } from './run/finding-text.ts';
import { inspect, run, type Trace } from './run/run.ts';
import { prepare, setupOf, type World } from './setup/world.ts';

const CALLS = { E: 'enable', D: 'disable', P: 'pause', R: 'resume' } as const;

/** `EEDP`: one letter a call. */
export const calls = (letters: string): CallEvent[] =>
  [...letters].map((letter) => ({ kind: 'call', helper: CALLS[letter as keyof typeof CALLS] }));

/** `page('set', 'k1')`, `page('clear', 2)`. */
export function page(op: PageOp, name: string | number, to?: number): PageEvent {
  const text = String(name);
  const kernel = text.startsWith('k');
  const ref = { space: kernel ? 'kernel' : 'user', index: Number(text.replace(/^[ku]/, '')) } as const;
  return { kind: 'page', op, page: ref, ...(to === undefined ? {} : { to }) };
}

/** `events('E k1 ED')`: runs of call letters, and pages that are set. */
export const events = (text: string): Event[] =>
  text.split(' ').flatMap((word): Event[] => (/^[EDPR]*$/.test(word) ? calls(word) : [page('set', word)]));

/** Operations on several pages: `pages('clear', 0, 1)`. */
export const pages = (op: PageOp, ...names: (string | number)[]): PageEvent[] => names.map((name) => page(op, name));

/** Pages that are set and in use. */
export const usedPages = (...names: (string | number)[]): PageEvent[] =>
  names.flatMap((name) => [page('set', name), page('touch', name)]);

export const flushTlb: Event = { kind: 'tlb', op: 'flush-tlb' };
export const gatherFlush: Event = { kind: 'tlb', op: 'gather-flush' };
export const mmOf = (task: string, mm: string): Event => ({ kind: 'task', task, mm });

export const irq = (...body: Event[]): Event => ({ kind: 'irq', body });
export const softirq = (...body: Event[]): Event => ({ kind: 'softirq', body });
export const bh = (state: 'off' | 'on'): Event => ({ kind: 'bh', state });
export const switchTo = (task: string, cpu?: number): Event =>
  cpu === undefined ? { kind: 'switch', task } : { kind: 'switch', task, cpu };
export const sleep: Event = { kind: 'sleep' };
export const exit: Event = { kind: 'exit' };

/** `within('enable', 3, …)`: events after a call's third statement, or at another anchor. */
export const within = (helper: Helper, at: number | Anchor, ...body: Event[]): CallEvent => ({
  kind: 'call',
  helper,
  inside: [{ anchor: typeof at === 'number' ? { at: 'statement', number: at } : at, events: body }],
});

export function worldOf(choice: Partial<Setup> = {}): World {
  const world = prepare(setupOf(choice));
  assert(world.ok, world.ok ? '' : world.error);
  return world.value;
}

export const runOf = (choice: Partial<Setup>, program: Program): Trace => run(worldOf(choice), program);

/** Rows in the order in which they happened. */
export const summariesOf = (trace: Trace): Summary[] =>
  Array.from({ length: trace.length }, (_, slot) => trace.summaryAt(slot));

/** Describes each row that happened by its checks, callbacks and fields: `WARN_ONCE+flush 255,0`. */
export const describeRows = (trace: Trace): string[] =>
  summariesOf(trace).map(({ checks, callbacks, fields }) => {
    const acts = [
      ...checks.map((check) => ({ at: check.statement, word: checkWord(check) })),
      ...callbacks.map(({ callback, statement }) => ({ at: statement ?? 0, word: callback })),
    ].sort((a, b) => a.at - b.at);
    return `${acts.map(({ word }) => word).join('+') || '-'} ${Object.values(fields).join()}`;
  });

function checkWord({ macro, fired, silent }: CheckSeen): string {
  if (!fired) return '(off)';
  return silent ? '(once)' : macro.replace('VM_', '').replace('_ON', '');
}

/** `3 callbacks-alternate.flush`: each finding with the number of its row. */
export const findingsOf = (trace: Trace): string[] =>
  summariesOf(trace).flatMap(({ findings }, slot) =>
    findings.map((finding) => `${trace.rowAt(slot).number} ${findingId(finding)}`),
  );

/** `dsb+isb` for every effect of a kind, in order. */
const effectsOf = (trace: Trace, kind: 'flush' | 'barrier'): string[] =>
  summariesOf(trace).flatMap(({ effects }) => effects.filter((effect) => effect.kind === kind).map(({ how }) => how));

/** `range 3`: how each flush went out, and how many updates it carried. */
export const flushesIn = (trace: Trace): string[] =>
  summariesOf(trace).flatMap(({ effects }) =>
    effects.filter(({ kind }) => kind === 'flush').map(({ how, entries }) => `${how} ${entries}`),
  );

/** The number of pending updates after each row. */
export const pendingIn = (trace: Trace): number[] => summariesOf(trace).map(({ pending }) => pending);

/** A register of task A after each row. */
export const registerIn = (trace: Trace, name: string): (string | undefined)[] =>
  Array.from({ length: trace.length }, (_, slot) => {
    const { simulation, setup } = trace.world;
    const registers = simulation.registers(inspect(trace, slot).after, 'A', setup.capacity);
    return registers.find((register) => register.name === name)?.value;
  });

/** A run of a program behind a preparation, and its own rows. */
export function runBehind(setup: Partial<Setup>, ready: Program, program: Program) {
  const trace = runOf(setup, [...ready, ...program]);
  return { trace, rows: summariesOf(trace).slice(ready.length), pending: pendingIn(trace).slice(ready.length) };
}

/** How many pairs of barriers an arm64 trace emitted: B in the test vectors. */
export const barriersIn = (trace: Trace): number =>
  [...effectsOf(trace, 'flush'), ...effectsOf(trace, 'barrier')].filter((how) => how === 'dsb+isb').length;

// --- arbitrary programs ----------------------------------------------------------------------------------------

/** Freezes a value deeply, so that writing to it throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** Any program of up to three tasks and CPUs, nested three deep, in which calls prevail. */
export const anyEvents = ({ maxLength = 14, depth = 2 } = {}): fc.Arbitrary<Event[]> =>
  fc.array(anyEvent(depth), { maxLength });

export const anyCalls = ({ maxLength = 40 } = {}): fc.Arbitrary<CallEvent[]> => fc.array(anyCall, { maxLength });

const ANNOUNCED: readonly Event[] = [0, 1].map((from) => ({ kind: 'call', helper: 'enable', range: { from, to: 3 } }));
const anyCall = fc.constantFrom(...calls('EDPR'));
export const anyPageEvent = fc
  .tuple(
    fc.constantFrom<PageOp>(
      ...(['set', 'set', 'clear', 'get-and-clear', 'wrprotect', 'read', 'touch', 'touch-write'] as const),
    ),
    fc.constantFrom('k0', 'k1', '0', '1'),
    fc.constantFrom<PageSize | undefined>(undefined, undefined, undefined, '64k', 'huge'),
  )
  .map(([op, name, size]): PageEvent => (size ? { ...page(op, name), size } : page(op, name)));
const anySwitch = fc
  .tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom(undefined, undefined, 0, 1, 2))
  .map(([task, cpu]) => switchTo(task, cpu));
const anyAnchor: fc.Arbitrary<Anchor> = fc.oneof(
  fc.integer({ min: 1, max: 7 }).map((number): Anchor => ({ at: 'statement', number })),
  fc.integer({ min: 1, max: 2 }).map((number): Anchor => ({ at: 'write', number })),
  fc.constantFrom<Anchor>({ at: 'before-callback' }, { at: 'after-callback' }),
);

function anyEvent(depth: number): fc.Arbitrary<Event> {
  const flat: fc.WeightedArbitrary<Event>[] = [
    { weight: 12, arbitrary: anyCall },
    { weight: 6, arbitrary: anyPageEvent },
    { weight: 2, arbitrary: anySwitch },
    { weight: 1, arbitrary: fc.constantFrom<Event>(bh('off'), bh('on'), bh('on'), sleep, { kind: 'note', text: 'x' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Event>({ kind: 'tlb', op: 'flush-tlb' }, { kind: 'tlb', op: 'gather-flush' }),
    },
    { weight: 1, arbitrary: anyCall.map((event) => ({ ...event, off: true as const })) },
    { weight: 2, arbitrary: fc.constantFrom<Event>(...ANNOUNCED, mmOf('A', 'm2'), mmOf('B', 'm2'), mmOf('A', 'm1')) },
  ];
  if (depth === 0) return fc.oneof(...flat);
  const body = anyEvents({ maxLength: 4, depth: depth - 1 });
  return fc.oneof(
    ...flat,
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(irq, softirq), body).map(([kind, inner]) => kind(...inner)) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(anyCall, fc.array(fc.record({ anchor: anyAnchor, events: body }), { minLength: 1, maxLength: 2 }))
        .map(([event, inside]) => ({ ...event, inside })),
    },
    { weight: 1, arbitrary: fc.constant(exit) },
  );
}
