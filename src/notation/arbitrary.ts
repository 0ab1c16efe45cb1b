// Test support, imported by tests alone: programs of every shape for property tests here and in other folders.
import * as fc from 'fast-check';
import type { Anchor, Block, Event, PageEvent, Program } from '../engine/model.ts';

/** Any program without a problem (`checkProgram`), in normal form: no empty `inside`, no size `base`. */
export function arbitraryProgram({ maxLength = 12, depth = 3 } = {}): fc.Arbitrary<Program> {
  const declared = fc.uniqueArray(fc.record({ task, mm }, PLAIN), { selector: (d) => d.task, maxLength: 3 });
  const rest = fc.array(arbitraryEvent({ depth, interrupt: false }), { maxLength });
  return fc
    .tuple(declared, rest)
    .map(([tasks, events]) => [...tasks.map((d): Event => ({ kind: 'task', ...d })), ...events]);
}

/** Programs of helper calls alone, without anything inside them or switched off: those of a commit message's table. */
export function arbitraryCalls({ maxLength = 12 } = {}): fc.Arbitrary<Program> {
  return fc.array(
    helper.map((name): Event => ({ kind: 'call', helper: name })),
    { minLength: 1, maxLength },
  );
}

/** Any event but a declaration; a switch only outside interrupts. */
export function arbitraryEvent({ depth, interrupt }: { depth: number; interrupt: boolean }): fc.Arbitrary<Event> {
  const flat: fc.Arbitrary<Event>[] = [call, page, tlb, bh, simple, note];
  if (!interrupt) flat.push(change);
  const events = depth > 0 ? [...flat, ...nested(depth - 1, interrupt)] : flat;
  return fc
    .tuple(fc.oneof(...events), fc.nat(7))
    .map(([event, off]) => (off === 0 ? { ...event, off: true as const } : event));
}

/** Fails the test with the smallest counterexample when the check throws for some value. */
export function forAll<T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void): void {
  void fc.assert(
    fc.property(arbitrary, (value) => {
      check(value);
    }),
  );
}

const PLAIN = { noNullPrototype: true } as const;
const task = fc.constantFrom('A', 'B', 'C', 'Z');
const mm = fc.oneof(
  fc.constantFrom('m1', 'm2', 'm99'),
  fc.integer({ min: 1, max: 99 }).map((n) => `m${n}`),
);
const helper = fc.constantFrom('enable' as const, 'disable' as const, 'pause' as const, 'resume' as const);
const index = fc.oneof(fc.nat(9), fc.nat(1023));
const call: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: helper.map((name): Event => ({ kind: 'call', helper: name })) },
  fc.tuple(index, index).map(([a, b]): Event => {
    return { kind: 'call', helper: 'enable', range: { from: Math.min(a, b), to: Math.max(a, b) } };
  }),
);
const ref = fc.record({ space: fc.constantFrom('user' as const, 'kernel' as const), index }, PLAIN);
const op = fc.constantFrom<PageEvent['op']>(
  ...(['set', 'clear', 'get-and-clear', 'wrprotect', 'read', 'read-raw', 'touch', 'touch-write'] as const),
);
const page = fc
  .tuple(op, ref, fc.constantFrom(undefined, undefined, '64k' as const, 'huge' as const), fc.option(fc.nat(20)))
  .map(([name, first, size, more]): Event => {
    const event: PageEvent = { kind: 'page', op: name, page: first, ...(size ? { size } : {}) };
    return name === 'set' && more !== null ? { ...event, to: Math.min(first.index + more, 1023) } : event;
  });
const tlb = fc.constantFrom<Event>({ kind: 'tlb', op: 'flush-tlb' }, { kind: 'tlb', op: 'gather-flush' });
const bh = fc.constantFrom<Event>({ kind: 'bh', state: 'off' }, { kind: 'bh', state: 'on' });
const simple = fc.constantFrom<Event>({ kind: 'sleep' }, { kind: 'exit' });
const note = fc
  .string({ unit: fc.oneof(fc.constantFrom('"', '\\', '\n', ' ', '#', '}', '\t'), noteCharacter()), maxLength: 60 })
  .map((text): Event => ({ kind: 'note', text }));
const change = fc.oneof(
  task.map((name): Event => ({ kind: 'switch', task: name })),
  fc.tuple(task, fc.nat(7)).map(([name, cpu]): Event => ({ kind: 'switch', task: name, cpu })),
);
const anchor: fc.Arbitrary<Anchor> = fc.oneof(
  fc.integer({ min: 1, max: 255 }).map((number): Anchor => ({ at: 'statement', number })),
  fc.integer({ min: 1, max: 255 }).map((number): Anchor => ({ at: 'write', number })),
  fc.constantFrom<Anchor>({ at: 'before-callback' }, { at: 'after-callback' }),
);

function noteCharacter() {
  return fc.oneof(
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
    fc.constantFrom('é', 'ø', '中', '\u{1f600}', '\u2028', '\u0000', '\u00a0'),
  );
}

function nested(depth: number, interrupt: boolean): fc.Arbitrary<Event>[] {
  const body = fc.array(arbitraryEvent({ depth, interrupt: true }), { maxLength: 4 });
  const events = fc.array(arbitraryEvent({ depth, interrupt }), { maxLength: 4 });
  const block: fc.Arbitrary<Block> = fc.record({ anchor, events }, PLAIN);
  return [
    fc.tuple(fc.constantFrom('irq' as const, 'softirq' as const), body).map(([kind, inner]) => ({ kind, body: inner })),
    fc
      .tuple(call, fc.array(block, { minLength: 1, maxLength: 3 }))
      .map(([event, inside]) => ({ ...(event as Extract<Event, { kind: 'call' }>), inside })),
  ];
}
