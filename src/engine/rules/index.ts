import { registryOf } from '../../lib/registry.ts';
import type { Rule } from './rule.ts';

export const rules = registryOf<Rule>(
  'rule',
  import.meta.glob<Rule>(['./*/*.ts', '!./**/*.test.ts'], { eager: true, import: 'default' }),
);
