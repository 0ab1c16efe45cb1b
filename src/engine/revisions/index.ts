import { registryOf } from '../../lib/registry.ts';
import type { Revision } from './revision.ts';

export const revisions = registryOf<Revision>(
  'revision',
  import.meta.glob<Revision>(['./*.ts', '!./{index,revision}.ts', '!./*.test.ts'], { eager: true, import: 'default' }),
);
