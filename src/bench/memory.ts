import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How memory is measured, for the page that quotes the figures. */
export const MEMORY_METHOD =
  'heapUsed + arrayBuffers after forced collections (v8 --expose-gc, set from within), with the trace and without it';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function bytesInUse(): number {
  // Buffers are given back a collection later than the objects that hold them.
  for (let i = 0; i < 3; i++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Bytes that stay in use for as long as what `make` returns is kept. */
export function bytesKept(make: () => object): number {
  const before = bytesInUse();
  const kept = [make()];
  const after = bytesInUse();
  kept.pop();
  return after - before;
}
