import type { Mark } from './scene.ts';

/** A mark before it has a place. */
export interface UnplacedMark {
  /** Unique among the marks of its row and lane. */
  readonly key: string;
  readonly kind: Mark['kind'];
  readonly label: string;
  readonly detail: string;
  readonly title: string;
  /** Replaces the label where that does not fit. */
  readonly short?: string;
}

/**
 * The shape of each mark, around its point and within `MARK.radius`. Kinds with different meanings have different shapes,
 * so that none depends on colour.
 */
export const SIGNS: Readonly<Record<Mark['kind'], { readonly d: string; readonly inner?: string }>> = {
  enter: { d: 'M0-5.5 6.4 5H-6.4z' },
  leave: { d: 'M0 5.5-6.4-5H6.4z' },
  flush: { d: 'M0-6.4 6.4 0 0 6.4-6.4 0z' },
  'no-callback': { d: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M-4.5 4.5 4.5-4.5' },
  deferred: { d: 'M-5-5H5V5H-5z' },
  flushed: { d: 'M-5.5-5.5h11v11h-11z' },
  immediate: { d: 'M-6.5 0H3M0-4.5 4.5 0 0 4.5' },
  tlb: { d: 'M-5-5 5 5M5-5-5 5' },
  fault: { d: 'M1.5-6.5-4.5 1H0l-1.5 5.5L4.5-1H0z' },
  bug: { d: 'M-2.9-7h5.8L7-2.9v5.8L2.9 7h-5.8L-7 2.9v-5.8z', inner: 'M-2.6-2.6 2.6 2.6M2.6-2.6-2.6 2.6' },
  warning: { d: 'M0-7 7.5 6H-7.5z', inner: 'M0-2.6V1.8M0 4v.1' },
  hazard: { d: 'M-6.2-6.5H6.2V.5L0 7-6.2.5z', inner: 'M0-3.8V.8M0 3.2v.1' },
  rule: { d: 'M-5.5-7H5.5V7H-5.5z', inner: 'M0-3.6V.8M0 3.4v.1' },
  note: { d: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0', inner: 'M0-.6V3M0-3v-.1' },
  'silent-check': { d: 'M0-6 6.5 5.5H-6.5z' },
  skipped: { d: 'M-5.5 0H5.5' },
};
