import { registryOf } from '../../lib/registry.ts';
import type { Command } from '../command/command.ts';

export const commands = registryOf<Command>(
  'command',
  import.meta.glob<Command | readonly Command[]>(['./*/*.ts', '!./**/*.test.ts'], { eager: true, import: 'default' }),
);
