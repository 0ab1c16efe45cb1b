import { registryOf } from '../../lib/registry.ts';
import type { Scenario } from '../scenario.ts';

export const scenarios = registryOf<Scenario>(
  'scenario',
  import.meta.glob<Scenario>(['./*/*.ts', '!./**/*.test.ts'], { eager: true, import: 'default' }),
);
