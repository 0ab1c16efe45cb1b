import type { Instruction, Value } from '../../engine/ir/compile.ts';
import type { World } from '../../engine/setup/world.ts';

/**
 * Classes of byte values that behave alike. A revision compares its counters only with constants near 0 and 255, so an
 * action has the same effect on all values in between and is executed once per class.
 */
export type ValueClasses = Uint8Array;

/** Marks a value that is in no class, because it may behave unlike any other. */
export const SINGLETON = 15;

/** Values near 0 and 255 are classes of their own; everything in between is one class. */
const edgeClasses = (near: number): ValueClasses =>
  Uint8Array.from({ length: 256 }, (_, byte) => {
    if (byte < near) return byte;
    return byte >= 256 - near ? byte - 256 + 2 * near + 1 : near;
  });

const ALL_SINGLETONS: ValueClasses = new Uint8Array(256).fill(SINGLETON);

/** Takes values above a rarely exceeded maximum out of the classes, to keep the number of classes small. */
const upTo = (most: number, classes: ValueClasses): ValueClasses =>
  classes.map((one, byte) => (byte > most ? SINGLETON : one));

/** Classes of a task's count of open calls: none, the maximum, or some. */
export const countClasses = (most: number): ValueClasses =>
  upTo(
    most,
    Uint8Array.from({ length: 256 }, (_, byte) => (byte === 0 ? 0 : byte === most ? 1 : 2)),
  );

/**
 * Classes of an interrupt's count of open calls: one per value, because the count is dropped when the interrupt ends.
 */
export const SMALL_COUNT_CLASSES: ValueClasses = Uint8Array.from({ length: 256 }, (_, byte) =>
  Math.min(byte, SINGLETON),
);

/** Classes of each field's values, for actions that make at most this many helper calls on one task. */
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
  return 2 * near < SINGLETON ? edgeClasses(near) : ALL_SINGLETONS;
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
 * Whether fields are compared only with 0, 1, 254 and 255, never with each other, and counters are never assigned, so
 * that a write shifts all values of a class alike.
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
