import { registryOf } from '../../lib/registry.ts';
import type { Command } from '../command.ts';

export const commands = registryOf<Command>(
  'command',
  import.meta.glob<Command>(['./*.ts', '!./index.ts', '!./*.test.ts'], { eager: true, import: 'default' }),
);
