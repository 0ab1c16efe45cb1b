import type { Instruction, Value } from '../../engine/ir/compile.ts';
import type { World } from '../../engine/setup/world.ts';

/**
 * Values of a byte that behave alike. A revision compares its counters only with constants near 0 and 255, so that what is
 * done to one value between is done to all: an act is executed once for a class.
 */
export type ValueClasses = Uint8Array;

/** Marks a value that is in no class: it may behave as no other does. */
export const SINGLETON = 15;

/** The values below and above which each is a class of its own, and one class between. */
const edged = (near: number): ValueClasses =>
  Uint8Array.from({ length: 256 }, (_, byte) => {
    if (byte < near) return byte;
    return byte >= 256 - near ? byte - 256 + 2 * near + 1 : near;
  });

const ALL_SINGLETONS: ValueClasses = new Uint8Array(256).fill(SINGLETON);

/** The same where hardly a value is above the greatest: such a one is in no class, so that there are as few as can be. */
const upTo = (most: number, classes: ValueClasses): ValueClasses =>
  classes.map((one, byte) => (byte > most ? SINGLETON : one));

/** How many a task has open: none, the most that it may, or some. */
export const countClasses = (most: number): ValueClasses =>
  upTo(
    most,
    Uint8Array.from({ length: 256 }, (_, byte) => (byte === 0 ? 0 : byte === most ? 1 : 2)),
  );

/** How many an interrupt has open: forgotten when it ends, so that each value is one of its own. */
export const SMALL_COUNT_CLASSES: ValueClasses = Uint8Array.from({ length: 256 }, (_, byte) =>
  Math.min(byte, SINGLETON),
);

/** The classes of each field's values, where an act is at most so many calls of helpers on one task. */
export function fieldClasses(world: World, calls: number): readonly ValueClasses[] {
  const all = valueClasses(world, calls);
  return world.revision.fields.map(({ type }) => (type === 'bool' ? upTo(1, all) : all));
}

function valueClasses(world: World, calls: number): ValueClasses {
  if (!hasPlainFields(world)) return ALL_SINGLETONS;
  const codes = Object.values(world.codes);
  const constants = [
    ...codes.flatMap(({ instructions }) => instructions.flatMap(valuesIn)),
    ...activeIn(world),
  ].flatMap(constantsIn);
  const inward = constants.some((one) => one === 1 || one === 254) ? 1 : 0;
  const bumps = Math.max(0, ...codes.map(({ instructions }) => instructions.filter(isBump).length));
  const near = 1 + inward + calls * bumps;
  return 2 * near < SINGLETON ? edged(near) : ALL_SINGLETONS;
}

const isBump = (one: Instruction): boolean => one.op === 'write' && one.value.kind === 'bump';

const activeIn = ({ active }: World): Value[] => (active ? [active.task, active.here] : []);

function valuesIn(one: Instruction): Value[] {
  if (one.op === 'check' || one.op === 'branch') return [one.test];
  return one.op === 'write' && one.value.kind !== 'bump' ? [one.value] : [];
}

function constantsIn(value: Value): number[] {
  if (value.kind === 'constant') return [value.value];
  if (value.kind === 'not') return constantsIn(value.of);
  return value.kind === 'binary' ? [...constantsIn(value.left), ...constantsIn(value.right)] : [];
}

/**
 * Whether the fields are compared only with 0, 1, 254 and 255, never with each other, and a counter is not set, so that a
 * write moves all values of a class by as much.
 */
function hasPlainFields(world: World): boolean {
  const { codes, revision } = world;
  const isPlain = (value: Value): boolean => {
    if (value.kind === 'constant') return value.value <= 1 || value.value >= 254;
    if (value.kind === 'not') return isPlain(value.of);
    if (value.kind !== 'binary') return true;
    const logic = value.op === '&&' || value.op === '||';
    return isPlain(value.left) && isPlain(value.right) && (logic || isFixed(value.left) || isFixed(value.right));
  };
  const isFixed = ({ kind }: Value) => kind === 'constant';
  const tests = Object.values(codes).flatMap(({ instructions }) => instructions.flatMap(valuesIn));
  const isFlag = (name: string) => revision.fields.find((field) => field.name === name)?.type === 'bool';
  const assigned = Object.values(codes).every(({ instructions }) =>
    instructions.every((one) => {
      if (one.op !== 'write' || one.value.kind === 'bump') return true;
      return one.value.kind === 'constant' && isFlag(one.field);
    }),
  );
  return assigned && [...tests, ...activeIn(world)].every(isPlain);
}
