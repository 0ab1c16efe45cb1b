import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median } from './statistics.ts';

/** How memory is measured, for the page that quotes the figures. */
export const MEMORY_METHOD =
  'heapUsed + arrayBuffers after forced collections (v8 --expose-gc, set from within), with the trace and without it';

setFlagsFromString('--expose-gc');
// Many forced collections make V8 throw compiled code away as unused, and the next run would pay for compiling it again.
setFlagsFromString('--no-flush-bytecode');
const gc = runInNewContext('gc') as () => void;

/** Frees what nobody holds, so that no one pays for another's garbage. */
export function collectGarbage(): void {
  // Buffers are given back a collection later than the objects that hold them.
  for (let i = 0; i < 3; i++) gc();
}

function bytesInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Bytes that stay in use for as long as what `make` returns is kept: the median of so many times. */
export function measureRetainedBytes(make: () => object, times: number): number {
  const found = Array.from({ length: times }, () => {
    const before = bytesInUse();
    const kept = [make()];
    const after = bytesInUse();
    kept.pop();
    return after - before;
  });
  return median(found);
}
