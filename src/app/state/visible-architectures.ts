import { backends } from '../../engine/backends/index.ts';
import { ERAS, type Setup } from '../../engine/model.ts';
import { prepare } from '../../engine/setup/world.ts';
import type { Architecture, Document } from './state.ts';

/** The architectures that a document's program runs on, in the order of their lanes, which all documents share. */
export const visibleArchitectures = ({
  setup,
  otherArchitectures,
}: Pick<Document, 'setup' | 'otherArchitectures'>): readonly Architecture[] =>
  [{ backend: setup.backend, era: setup.era }, ...otherArchitectures].sort((a, b) => laneOrder(a) - laneOrder(b));

const laneOrder = ({ backend, era }: Architecture): number =>
  backends.ids.indexOf(backend) * ERAS.length + ERAS.indexOf(era);

/** Whether both are the same architecture at the same kernel release. */
export const isSameArchitecture = (a: Architecture, b: Architecture): boolean =>
  a.backend === b.backend && a.era === b.era;

/** Drops architectures that a setup's revision cannot run on; those of a kernel release that it does not support take the setup's. */
export function compatibleArchitectures(setup: Setup, wanted: readonly Architecture[]): readonly Architecture[] {
  const compatible: Architecture[] = [];
  for (const one of wanted) {
    const found = [one, { ...one, era: setup.era }].find((each) => prepare({ ...setup, ...each }).ok);
    const isNew = found && ![setup, ...compatible].some((other) => isSameArchitecture(other, found));
    if (isNew) compatible.push(found);
  }
  return compatible;
}
