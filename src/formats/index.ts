import { registryOf } from '../lib/registry.ts';
import type { Format } from './format.ts';

export const formats = registryOf<Format>(
  'format',
  import.meta.glob<Format>(['./*.ts', '!./{index,format,steps}.ts', '!./*.test.ts'], {
    eager: true,
    import: 'default',
  }),
);
