import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../lib/result.ts';
import { nearest } from '../notation/text/suggest.ts';

/** An option of a command, by its name without the dashes. */
export interface Option {
  /** What its value is called in the help; absent: it takes none. */
  readonly value?: string;
  readonly repeatable?: true;
  /** A phrase for the help. */
  readonly says: string;
}

export type Options = Readonly<Record<string, Option>>;

/** Arguments that were read: every option is known, has a value where it takes one, and stands once unless it may repeat. */
export interface Arguments {
  has(name: string): boolean;
  /** The value of an option that stands at most once. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  /** All that is no option; `-` is standard input. */
  readonly operands: readonly string[];
}

/** Reads what stands behind a command. The error is a list of sentences, one for each mistake. */
export function readArguments(options: Options, argv: readonly string[]): Result<Arguments, readonly string[]> {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }] as const),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  const wrong: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = rawName.startsWith('--') && Object.hasOwn(options, name) ? options[name] : undefined;
    const before = values.get(name) ?? [];
    if (!option) wrong.push(unknown(rawName, options));
    else if (option.value && value === undefined)
      wrong.push(`--${name} needs a value, as in --${name} ${option.value}`);
    else if (!option.value && value !== undefined) wrong.push(`--${name} takes no value, but has "${value}"`);
    else if (before.length > 0 && option.value && !option.repeatable) {
      wrong.push(`--${name} stands twice, with "${before[0]}" and "${value}"`);
    } else values.set(name, [...before, value ?? '']);
  }
  if (wrong.length > 0) return err(wrong);
  return ok({
    has: (name) => values.has(name),
    value: (name) => values.get(name)?.[0],
    values: (name) => values.get(name) ?? [],
    operands,
  });
}

function unknown(rawName: string, options: Options): string {
  const meant = nearest(rawName.replace(/^-+/, ''), Object.keys(options));
  return `unknown option "${rawName}"${meant === undefined ? '' : `; did you mean --${meant}?`}`;
}

/** One of the words that an option may have, or a sentence that says what it may be. */
export function oneOf<T extends string>(name: string, value: string, words: readonly T[]): Result<T, string> {
  const word = words.find((known) => known === value);
  if (word !== undefined) return ok(word);
  const meant = nearest(value, words);
  const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
  return err(`${name} cannot be "${value}"${hint} (expected ${words.join(', ')})`);
}
