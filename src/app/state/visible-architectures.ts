import { backends } from '../../engine/backends/index.ts';
import { ERAS, type Setup } from '../../engine/model.ts';
import { prepare } from '../../engine/setup/world.ts';
import type { Architecture, Document } from './state.ts';

/** The architectures that a document's program is run on, in the order of their lanes: one order for all documents. */
export const shownIn = ({ setup, beside }: Pick<Document, 'setup' | 'beside'>): readonly Architecture[] =>
  [{ backend: setup.backend, era: setup.era }, ...beside].sort((a, b) => placeOf(a) - placeOf(b));

const placeOf = ({ backend, era }: Architecture): number =>
  backends.ids.indexOf(backend) * ERAS.length + ERAS.indexOf(era);

/** Whether two name the same architecture at the same era. */
export const isSame = (a: Architecture, b: Architecture): boolean => a.backend === b.backend && a.era === b.era;

/** What can stand beside a setup: those that can are kept, those of an era that it does not meet take its own. */
export function besideOf(setup: Setup, wanted: readonly Architecture[]): readonly Architecture[] {
  const kept: Architecture[] = [];
  for (const one of wanted) {
    const fitting = [one, { ...one, era: setup.era }].find((each) => prepare({ ...setup, ...each }).ok);
    if (fitting && !isSame(fitting, setup) && !kept.some((other) => isSame(other, fitting))) kept.push(fitting);
  }
  return kept;
}
