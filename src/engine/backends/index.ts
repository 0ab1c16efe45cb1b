import { registryOf } from '../../lib/registry.ts';
import type { Backend } from './backend.ts';

export const backends = registryOf<Backend>(
  'backend',
  import.meta.glob<Backend>(['./*.ts', '!./{index,backend}.ts', '!./*.test.ts'], { eager: true, import: 'default' }),
);
