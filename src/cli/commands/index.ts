import { registryOf } from '../../lib/registry.ts';
import type { CliCommand } from '../command.ts';

export const cliCommands = registryOf<CliCommand>(
  'command',
  import.meta.glob<CliCommand>(['./*.ts', '!./index.ts', '!./*.test.ts'], { eager: true, import: 'default' }),
);
