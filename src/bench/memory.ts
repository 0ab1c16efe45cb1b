import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median } from './statistics.ts';

/** How memory is measured, for whoever quotes the figures. */
export const MEMORY_METHOD =
  'heapUsed + arrayBuffers after forced collections (v8 --expose-gc, set from within), with the trace and without it';

setFlagsFromString('--expose-gc');
// Frequent forced collections make V8 discard compiled code, which the next run would have to compile again.
setFlagsFromString('--no-flush-bytecode');
const gc = runInNewContext('gc') as () => void;

/** Collects garbage, so that no measurement pays for another one's. */
export function collectGarbage(): void {
  // Buffers are freed one collection after the objects that hold them.
  for (let i = 0; i < 3; i++) gc();
}

function bytesInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Bytes that the result of `make` retains: the median of several measurements. */
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
