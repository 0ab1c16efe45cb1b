import { assert } from '../lib/assert.ts';

/**
 * Where in a state's words the parts of each world stand: its template, and its bytes, four a word. `sizes` are the numbers
 * of bytes.
 */
export function layoutOf(sizes: readonly number[]) {
  const starts: number[] = [];
  let at = 0;
  for (const size of sizes) {
    starts.push(at);
    at += 1 + Math.ceil(size / 4);
  }
  const startOf = (world: number) => {
    const start = starts[world];
    assert(start !== undefined, `no world ${world}`);
    return start;
  };
  return {
    /** Words of all worlds. */
    width: at,
    template: (state: Uint32Array, world: number) => state[startOf(world)] as number,
    readBytes(state: Uint32Array, world: number, target: Uint8Array) {
      const start = startOf(world) + 1;
      for (let i = 0; i < target.length; i++) target[i] = (state[start + (i >> 2)] as number) >>> (8 * (i & 3));
    },
    /** Writes a world's template, and its bytes with something added to each, modulo 256. */
    write(target: Uint32Array, world: number, template: number, bytes: Uint8Array, added: Uint8Array) {
      const start = startOf(world);
      target[start] = template;
      target.fill(0, start + 1, start + 1 + Math.ceil(bytes.length / 4));
      for (let i = 0; i < bytes.length; i++) {
        const byte = ((bytes[i] as number) + (added[i] as number)) & 0xff;
        target[start + 1 + (i >> 2)] = (target[start + 1 + (i >> 2)] as number) | (byte << (8 * (i & 3)));
      }
    },
  };
}
