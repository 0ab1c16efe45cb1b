// Test support, imported by tests alone: questions and scopes in short forms.

import { backends } from '../../engine/backends/index.ts';
import type { Setup } from '../../engine/model.ts';
import { prepare, setupOf } from '../../engine/setup/world.ts';
import { calls } from '../../engine/testing.ts';
import { DEFAULT_SCOPE, type Scope } from '../kernel-space/scope.ts';
import type { Question } from './question.ts';

/** `arch-bug.leave`, or `any`. */
export function asking(text: string): Question {
  const [rule = '', ...sub] = text.split('.');
  return text === 'any' ? 'any' : { rule, sub: sub.length === 0 ? null : sub.join('.') };
}

/** A scope from letters of calls and what differs from the default. */
export const scopeOf = (letters: string, change: Partial<Scope> = {}): Scope => ({
  ...DEFAULT_SCOPE,
  ...change,
  alphabet: [...calls(letters), ...(change.alphabet ?? [])],
});

/** Setups of a revision on every architecture that has the option. */
export const anywhere = (revision: string): Setup[] =>
  backends.all
    .filter(({ configured }) => configured)
    .map(({ id }) => setupOf({ revision, backend: id }))
    .filter((setup) => prepare(setup).ok);
