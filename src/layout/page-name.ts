import { isKernelPage } from '../engine/machine.ts';
import type { PageId } from '../engine/model.ts';

/** `k1`; `3 of m1`. */
export function pageName(id: PageId): string {
  if (isKernelPage(id)) return id;
  const [mm, index] = id.split(':');
  return `${index} of ${mm}`;
}
