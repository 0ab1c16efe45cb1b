import type { Setup } from '../../engine/model.ts';
import { INTERLEAVINGS, type SearchScope } from '../../explore/kernel-space/scope.ts';
import { KNOWN_ISSUES, type KnownIssue } from '../../explore/queries/known-issues.ts';
import { abbreviate } from '../../lib/phrases.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { defaultForm, PAGE_CHOICES, type PageChoice, QUERY_EVENTS, type QueryForm } from './query-form.ts';

/**
 * Writes a query as one line: what differs from `defaultForm`, as names and values separated by semicolons. `rule
 * arch-bug; callers legal v3; tasks 2; preempt calls`. The setup is not part of it.
 */
export const writeQueryText = (form: QueryForm): string =>
  Object.entries(PARTS)
    .flatMap(([name, { write }]) => {
      const value = write(form);
      return value === null ? [] : [`${name} ${value}`.trim()];
    })
    .join('; ');

/** Writes a known issue as a query: `known F7 v4-07`. */
export const writeIssueText = (found: KnownIssue): string => `known ${issueName(found)}`;

/** A parsed line: a form under the given setup, or the index of a known issue. */
export type ParsedQueryText = { readonly form: QueryForm } | { readonly issue: number };

/**
 * Parses either form. Invalid numbers, rules and states are left to the form, which reports them itself. The error is
 * one clause in lower case that names what is accepted.
 */
export function parseQueryText(text: string, setup: Setup): Result<ParsedQueryText, string> {
  const name = /^known (.*)$/.exec(text)?.[1];
  if (name !== undefined) {
    const issue = KNOWN_ISSUES.findIndex((found) => issueName(found) === name);
    return issue < 0 ? err(`there is no known issue "${abbreviate(name)}"`) : ok({ issue });
  }
  let form = defaultForm(setup);
  for (const part of text.split(';').filter((one) => one.trim() !== '')) {
    const [, word = '', value = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec(part) ?? [];
    const read = Object.hasOwn(PARTS, word) ? PARTS[word as keyof typeof PARTS].read(value) : null;
    if (!read)
      return err(
        `a query has no "${abbreviate(part.trim())}" (expected ${Object.keys(PARTS).join(', ')}, and a value)`,
      );
    form = { ...form, ...read };
  }
  return ok({ form });
}

const issueName = ({ id, setup }: KnownIssue): string => [id, setup.revision, setup.era].filter(Boolean).join(' ');

interface Part {
  /** null for the default. */
  write(form: QueryForm): string | null;
  /** null if the value is invalid. */
  read(value: string): Partial<QueryForm> | null;
}

const ALL_WORDS: readonly string[] = Object.values(QUERY_EVENTS).flat();
const KINDS: SearchScope['kinds'] = ['irq', 'softirq'];

const pairPart = (name: 'tasks' | 'cpus'): Part => ({
  write: (form) => (form[name] === 2 ? '2' : null),
  read: (value) => (value === '2' ? { [name]: 2 } : null),
});
const interleavingPart = (name: 'interrupts' | 'preempt'): Part => ({
  write: (form) => (form[name] === 'none' ? null : form[name]),
  read: (value) => INTERLEAVINGS.flatMap((one) => (one === value ? [{ [name]: one }] : []))[0] ?? null,
});
const numberPart = (name: 'maxLength' | 'maxStates'): Part => ({
  write: (form) => (form[name] === defaultForm(form.setup)[name] ? null : form[name].trim()),
  read: (value) => ({ [name]: value }),
});

const PARTS = {
  any: {
    write: ({ target }) => (target === 'any' ? '' : null),
    read: (value) => (value === '' ? { target: 'any' } : null),
  },
  rule: {
    write: ({ target, rule }) => (target === 'rule' ? rule.trim() : null),
    read: (rule) => ({ target: 'rule', rule }),
  },
  reach: {
    write: ({ target, goal }) => (target === 'reach' ? goal.trim() : null),
    read: (goal) => ({ target: 'reach', goal }),
  },
  differ: {
    write: ({ target, other }) => (target === 'differ' ? `${other.revision} ${other.backend} ${other.era}` : null),
    read(value) {
      const [revision, backend, era, more] = value.split(' ');
      if (!revision || !backend || !era || more) return null;
      return { target: 'differ', other: { revision, backend, era } as QueryForm['other'] };
    },
  },
  events: {
    write: ({ words, setup }) => (words.join() === defaultForm(setup).words.join() ? null : words.join(', ')),
    read(value) {
      const words = value.split(',').map((word) => word.trim());
      return words.every((word) => ALL_WORDS.includes(word)) ? { words } : null;
    },
  },
  pages: {
    write: ({ pages, setup }) => (pages === defaultForm(setup).pages ? null : pages),
    read: (value) => (Object.hasOwn(PAGE_CHOICES, value) ? { pages: value as PageChoice } : null),
  },
  callers: {
    write: ({ callers, legal }) => (callers === 'paired' ? null : callers === 'legal' ? `legal ${legal}` : callers),
    read(value) {
      const legal = /^legal (\S+)$/.exec(value)?.[1];
      if (legal !== undefined) return { callers: 'legal', legal };
      return value === 'free' || value === 'paired' || value === 'balanced' ? { callers: value } : null;
    },
  },
  open: {
    write: ({ enables, pauses }) =>
      enables + pauses === '' ? null : `${enables.trim() || '-'} ${pauses.trim() || '-'}`,
    read(value) {
      const [, enables, pauses] = /^(\d{1,3}|-) (\d{1,3}|-)$/.exec(value) ?? [];
      if (enables === undefined || pauses === undefined) return null;
      return { enables: enables.replace('-', ''), pauses: pauses.replace('-', '') };
    },
  },
  tasks: pairPart('tasks'),
  cpus: pairPart('cpus'),
  interrupts: interleavingPart('interrupts'),
  kinds: {
    write: ({ kinds, interrupts }) => (interrupts === 'none' || kinds.join() === 'irq' ? null : kinds.join(' ')),
    read(value) {
      const kinds = KINDS.filter((kind) => value.split(' ').includes(kind));
      return kinds.length > 0 ? { kinds } : null;
    },
  },
  preempt: interleavingPart('preempt'),
  length: numberPart('maxLength'),
  states: numberPart('maxStates'),
} satisfies Readonly<Record<string, Part>>;
