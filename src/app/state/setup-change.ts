import type { Setup } from '../../engine/model.ts';
import { memoLast } from '../../lib/memo.ts';
import type { AppState, SetupChange } from './state.ts';

type Part = 'revision' | 'backend' | 'era' | 'checks' | 'capacity';

/** The parts of a setup and their names, in the order of the pickers. */
const PARTS: readonly (readonly [part: Part, name: string])[] = [
  ['revision', 'revision'],
  ['backend', 'architecture'],
  ['era', 'kernel'],
  ['checks', 'checks'],
  ['capacity', 'batch size'],
];

/** What changes when a document with another setup is opened; null if both are the same. */
export const setupChangeBetween = (before: Setup, after: Setup): SetupChange | null =>
  PARTS.some(([part]) => before[part] !== after[part]) ? { before, after } : null;

/** The former values of those parts of the setup that opening the document changed and nobody has changed since. */
export const selectFormerSetup = ({
  setupChange,
  document,
}: Pick<AppState, 'setupChange' | 'document'>): Partial<Setup> => formerParts(setupChange, document.setup);

const formerParts = memoLast((change: SetupChange | null, setup: Setup): Partial<Setup> => {
  if (!change) return {};
  const { before, after } = change;
  const parts = PARTS.filter(([part]) => before[part] !== after[part] && setup[part] === after[part]);
  return Object.fromEntries(parts.map(([part]) => [part, before[part]]));
});

/** `. Setup changed: revision v4, architecture xen-pv`; empty if nothing changed. */
export function describeSetupChange(change: SetupChange | null): string {
  if (!change) return '';
  const { before, after } = change;
  const parts = PARTS.filter(([part]) => before[part] !== after[part]);
  return `. Setup changed: ${parts.map(([part, name]) => `${name} ${after[part] ?? 'as in the kernel'}`).join(', ')}`;
}
