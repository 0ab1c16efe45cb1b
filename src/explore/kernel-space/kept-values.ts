import type { Instruction, Value } from '../../engine/ir/compile.ts';
import type { World } from '../../engine/setup/world.ts';

/**
 * For each byte value that an interrupted call may keep, the lowest value that no condition distinguishes from it. Only
 * conditions read kept values, and they are never displayed.
 */
export function keptValueRepresentatives({ codes }: World): Uint8Array {
  const read = Object.values(codes).flatMap(({ instructions }) => instructions.flatMap(readsOf));
  if (read.includes(null)) return Uint8Array.from({ length: 256 }, (_, value) => value);
  // A value on its own is compared with 0.
  const constants = new Set([0, ...read]);
  const representatives = new Uint8Array(256);
  for (let value = 1; value < 256; value++) {
    representatives[value] =
      constants.has(value) || constants.has(value - 1) ? value : (representatives[value - 1] as number);
  }
  return representatives;
}

/** The constants that an instruction compares kept values with; null if it uses them in any other way. */
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
