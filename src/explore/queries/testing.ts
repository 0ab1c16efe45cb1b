// Test support: short forms of properties and scopes.

import { backends } from '../../engine/backends/index.ts';
import type { Setup } from '../../engine/model.ts';
import { prepare, setupOf } from '../../engine/setup/world.ts';
import { calls } from '../../engine/testing.ts';
import { DEFAULT_SCOPE, type SearchScope } from '../kernel-space/scope.ts';
import type { Property } from './property.ts';

/** Parses `arch-bug.leave`, or `any`. */
export function parseProperty(text: string): Property {
  const [rule = '', ...sub] = text.split('.');
  return text === 'any' ? 'any' : { rule, sub: sub.length === 0 ? null : sub.join('.') };
}

/** Builds a scope from letters of calls and the differences from the default. */
export const scopeOf = (letters: string, change: Partial<SearchScope> = {}): SearchScope => ({
  ...DEFAULT_SCOPE,
  ...change,
  alphabet: [...calls(letters), ...(change.alphabet ?? [])],
});

/** Setups of a revision on every architecture that has the option. */
export const setupsOnAllBackends = (revision: string): Setup[] =>
  backends.all
    .filter(({ configured }) => configured)
    .map(({ id }) => setupOf({ revision, backend: id }))
    .filter((setup) => prepare(setup).ok);
