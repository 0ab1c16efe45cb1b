import type { Setup } from '../../engine/model.ts';
import { memoLast } from '../state/memo.ts';
import type { AppState, Brought } from '../state/state.ts';

type Part = 'revision' | 'backend' | 'era' | 'checks' | 'capacity';

/** In the order of the pickers, with their names. */
const PARTS: readonly (readonly [part: Part, name: string])[] = [
  ['revision', 'revision'],
  ['backend', 'architecture'],
  ['era', 'era'],
  ['checks', 'checks'],
  ['capacity', 'capacity'],
];

/** What a document brings that is opened under another setup; null where it has the same. */
export const broughtBy = (before: Setup, after: Setup): Brought | null =>
  PARTS.some(([part]) => before[part] !== after[part]) ? { before, after } : null;

/** What of the setup is as the opened document brought it, and not as it was before: what it was. */
export const broughtIn = ({ brought, document }: Pick<AppState, 'brought' | 'document'>): Partial<Setup> =>
  stillAsBrought(brought, document.setup);

const stillAsBrought = memoLast((brought: Brought | null, setup: Setup): Partial<Setup> => {
  if (!brought) return {};
  const { before, after } = brought;
  const parts = PARTS.filter(([part]) => before[part] !== after[part] && setup[part] === after[part]);
  return Object.fromEntries(parts.map(([part]) => [part, before[part]]));
});

/** `; now revision v4, architecture xen-pv`; empty where nothing is another. */
export function broughtInWords(brought: Brought | null): string {
  if (!brought) return '';
  const { before, after } = brought;
  const parts = PARTS.filter(([part]) => before[part] !== after[part]);
  return `; now ${parts.map(([part, name]) => `${name} ${after[part] ?? 'as it really is'}`).join(', ')}`;
}
