import { assert } from '../../lib/assert.ts';

/**
 * Lays out the bytes of each world in the words of a state, four per word. `sizes` holds the number of bytes per world.
 */
export function createStateLayout(sizes: readonly number[]) {
  const starts: number[] = [];
  let width = 0;
  for (const size of sizes) {
    starts.push(width);
    width += Math.ceil(size / 4);
  }
  const startOf = (world: number) => {
    const start = starts[world];
    assert(start !== undefined, `no world ${world}`);
    return start;
  };
  return {
    /** Words of all worlds together. */
    width,
    read(words: ArrayLike<number>, world: number, target: Uint8Array) {
      const start = startOf(world);
      for (let i = 0; i < target.length; i++) target[i] = (words[start + (i >> 2)] as number) >>> (8 * (i & 3));
    },
    write(target: Uint32Array, world: number, bytes: ArrayLike<number>) {
      const start = startOf(world);
      target.fill(0, start, start + Math.ceil(bytes.length / 4));
      for (let i = 0; i < bytes.length; i++) {
        const at = start + (i >> 2);
        target[at] = (target[at] as number) | (((bytes[i] as number) & 0xff) << (8 * (i & 3)));
      }
    },
  };
}
