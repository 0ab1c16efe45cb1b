import type { Setup } from '../../engine/model.ts';
import { BETWEEN, type Scope } from '../../explore/kernel-space/scope.ts';
import { KNOWN_FINDINGS, type KnownFinding } from '../../explore/queries/known-findings.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { formFor, type InquiryForm, PAGES, type Pages, WORDS } from './inquiry-form.ts';

/**
 * A question as a line to read: what in it is not the usual (`formFor`), each as a name and a value, with semicolons between.
 * `rule arch-bug; callers legal v3; tasks 2; preempt calls`. The setup is not part of it.
 */
export const writeQuestion = (form: InquiryForm): string =>
  Object.entries(PARTS)
    .flatMap(([name, { write }]) => {
      const value = write(form);
      return value === null ? [] : [`${name} ${value}`.trim()];
    })
    .join('; ');

/** What people found, as a question: `known F7 v4-07`. */
export const writeKnown = (found: KnownFinding): string => `known ${nameOf(found)}`;

/** What a line asks: a form about this setup, or the place of a known finding in its list. */
export type ReadQuestion = { readonly form: InquiryForm } | { readonly known: number };

/**
 * Reads either. Numbers, rules and states may be wrong: a form says so by itself. The error is one clause in lower case, with what
 * would have been accepted.
 */
export function readQuestion(text: string, setup: Setup): Result<ReadQuestion, string> {
  const name = /^known (.*)$/.exec(text)?.[1];
  if (name !== undefined) {
    const known = KNOWN_FINDINGS.findIndex((found) => nameOf(found) === name);
    return known < 0 ? err(`nothing known is called "${name}"`) : ok({ known });
  }
  let form = formFor(setup);
  for (const part of text.split(';').filter((one) => one.trim() !== '')) {
    const [, word = '', value = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec(part) ?? [];
    const read = Object.hasOwn(PARTS, word) ? PARTS[word as keyof typeof PARTS].read(value) : null;
    if (!read)
      return err(`a question has no "${part.trim()}" (expected ${Object.keys(PARTS).join(', ')}, and a value)`);
    form = { ...form, ...read };
  }
  return ok({ form });
}

const nameOf = ({ id, setup }: KnownFinding): string => [id, setup.revision, setup.era].filter(Boolean).join(' ');

interface Part {
  /** null: as usual. */
  write(form: InquiryForm): string | null;
  /** null: it is not understood. */
  read(value: string): Partial<InquiryForm> | null;
}

const ALL_WORDS: readonly string[] = Object.values(WORDS).flat();
const KINDS: Scope['kinds'] = ['irq', 'softirq'];

const twice = (name: 'tasks' | 'cpus'): Part => ({
  write: (form) => (form[name] === 2 ? '2' : null),
  read: (value) => (value === '2' ? { [name]: 2 } : null),
});
const where = (name: 'interrupts' | 'preempt'): Part => ({
  write: (form) => (form[name] === 'none' ? null : form[name]),
  read: (value) => BETWEEN.flatMap((one) => (one === value ? [{ [name]: one }] : []))[0] ?? null,
});
const typed = (name: 'maxLength' | 'maxStates'): Part => ({
  write: (form) => (form[name] === formFor(form.setup)[name] ? null : form[name].trim()),
  read: (value) => ({ [name]: value }),
});

const PARTS = {
  any: {
    write: ({ about }) => (about === 'any' ? '' : null),
    read: (value) => (value === '' ? { about: 'any' } : null),
  },
  rule: {
    write: ({ about, rule }) => (about === 'rule' ? rule.trim() : null),
    read: (rule) => ({ about: 'rule', rule }),
  },
  reach: {
    write: ({ about, goal }) => (about === 'reach' ? goal.trim() : null),
    read: (goal) => ({ about: 'reach', goal }),
  },
  differ: {
    write: ({ about, other }) => (about === 'differ' ? `${other.revision} ${other.backend} ${other.era}` : null),
    read(value) {
      const [revision, backend, era, more] = value.split(' ');
      if (!revision || !backend || !era || more) return null;
      return { about: 'differ', other: { revision, backend, era } as InquiryForm['other'] };
    },
  },
  events: {
    write: ({ words, setup }) => (words.join() === formFor(setup).words.join() ? null : words.join(', ')),
    read(value) {
      const words = value.split(',').map((word) => word.trim());
      return words.every((word) => ALL_WORDS.includes(word)) ? { words } : null;
    },
  },
  pages: {
    write: ({ pages, setup }) => (pages === formFor(setup).pages ? null : pages),
    read: (value) => (Object.hasOwn(PAGES, value) ? { pages: value as Pages } : null),
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
  tasks: twice('tasks'),
  cpus: twice('cpus'),
  interrupts: where('interrupts'),
  kinds: {
    write: ({ kinds, interrupts }) => (interrupts === 'none' || kinds.join() === 'irq' ? null : kinds.join(' ')),
    read(value) {
      const kinds = KINDS.filter((kind) => value.split(' ').includes(kind));
      return kinds.length > 0 ? { kinds } : null;
    },
  },
  preempt: where('preempt'),
  length: typed('maxLength'),
  states: typed('maxStates'),
} satisfies Readonly<Record<string, Part>>;
