import { registryOf } from '../../lib/registry.ts';
import type { Remarks } from '../remarks.ts';

export const remarks = registryOf<Remarks>(
  'remarks',
  import.meta.glob<Remarks>(['./*.ts', '!./index.ts', '!./*.test.ts'], { eager: true, import: 'default' }),
);
