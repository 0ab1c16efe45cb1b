import type { Instruction, Value } from '../../engine/ir/compile.ts';
import type { World } from '../../engine/setup/world.ts';

/**
 * What stands for a value that a stopped call kept: by value, the lowest that no condition tells apart from it. Only
 * conditions read what is kept, and it is never shown.
 */
export function keptValueRepresentatives({ codes }: World): Uint8Array {
  const read = Object.values(codes).flatMap(({ instructions }) => instructions.flatMap(readsOf));
  if (read.includes(null)) return Uint8Array.from({ length: 256 }, (_, value) => value);
  // A value by itself is compared with 0.
  const constants = new Set([0, ...read]);
  const standing = new Uint8Array(256);
  for (let value = 1; value < 256; value++) {
    standing[value] = constants.has(value) || constants.has(value - 1) ? value : (standing[value - 1] as number);
  }
  return standing;
}

/** The constants with which an instruction compares what is kept; null where it does something else with it. */
function readsOf(one: Instruction): (number | null)[] {
  if (one.op === 'check' || one.op === 'branch') return comparedIn(one.test);
  return one.op === 'write' && one.value.kind !== 'bump' && holdsKept(one.value) ? [null] : [];
}

function comparedIn(value: Value): (number | null)[] {
  if (value.kind === 'not') return comparedIn(value.of);
  if (value.kind !== 'binary' || !holdsKept(value)) return [];
  const { op, left, right } = value;
  if (op === '&&' || op === '||') return [...comparedIn(left), ...comparedIn(right)];
  if (left.kind === 'temp' && right.kind === 'constant') return [right.value];
  return left.kind === 'constant' && right.kind === 'temp' ? [left.value] : [null];
}

function holdsKept(value: Value): boolean {
  if (value.kind === 'not') return holdsKept(value.of);
  if (value.kind === 'binary') return holdsKept(value.left) || holdsKept(value.right);
  return value.kind === 'temp';
}
