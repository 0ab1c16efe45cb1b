import { parseArgs } from 'node:util';
import { abbreviate } from '../lib/phrases.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { nearest } from '../notation/text/suggest.ts';

/** An option of a command. */
export interface OptionSpec {
  /** The name of its value in the help; absent for a flag. */
  readonly value?: string;
  readonly repeatable?: true;
  /** Other names for it: `era`, or one letter as in `-V`. */
  readonly aliases?: readonly string[];
  /** The values that shell completion offers. */
  readonly choices?: readonly string[];
  /** One phrase for the help. */
  readonly help: string;
}

/** Options by their name, without the dashes. */
export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** Valid arguments: every option is known, has a value where it takes one, and is given once unless it is repeatable. */
export interface Arguments {
  has(name: string): boolean;
  /** The value of an option that is not repeatable. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  /** The arguments that are not options; `-` is standard input. */
  readonly operands: readonly string[];
}

/** `--revision`, `-V`. */
export const flagOf = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

/** `parseArgs` takes time with the square of the number of arguments, and of letters behind one dash. */
const MAX_ARGUMENTS = 20_000;
const MAX_LETTERS = 100;
/** Mistakes that are reported; a script that goes wrong makes thousands of the same. */
const MAX_MISTAKES = 20;

/** Reads the arguments of a command. The error is a list of sentences, one for each of the first mistakes. */
export function readArguments(options: OptionTable, argv: readonly string[]): Result<Arguments, readonly string[]> {
  if (argv.length > MAX_ARGUMENTS)
    return err([`there are ${argv.length} arguments (expected at most ${MAX_ARGUMENTS})`]);
  const end = argv.indexOf('--');
  const letters = argv
    .slice(0, end < 0 ? argv.length : end)
    .find((one) => one.length > MAX_LETTERS && /^-[^-]/.test(one));
  if (letters !== undefined) return err([`unknown option "${abbreviate(letters)}"`]);
  const names = new Map(
    Object.entries(options).flatMap(([name, { aliases = [] }]) => [name, ...aliases].map((one) => [flagOf(one), name])),
  );
  const { tokens } = parseArgs({ args: [...argv], options: parserOptions(options), ...LENIENT });
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  const mistakes: string[] = [];
  for (const token of tokens) {
    if (mistakes.length === MAX_MISTAKES) break;
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName, value } = token;
    const name = names.get(rawName);
    const option = name === undefined ? undefined : options[name];
    const before = values.get(name ?? '');
    if (name === undefined || !option) mistakes.push(unknownOption(rawName, [...names.keys()]));
    else if (option.value && value === undefined) {
      mistakes.push(`${rawName} needs a value, as in ${rawName} ${option.value}`);
    } else if (!option.value && value !== undefined) mistakes.push(`${rawName} takes no value, but has "${value}"`);
    else if (before && option.value && !option.repeatable) {
      mistakes.push(`--${name} is given twice, as "${before[0]}" and "${value}"`);
    } else if (before) before.push(value ?? '');
    else values.set(name, [value ?? '']);
  }
  if (mistakes.length > 0) return err(mistakes);
  return ok({
    has: (name) => values.has(name),
    value: (name) => values.get(name)?.[0],
    values: (name) => values.get(name) ?? [],
    operands,
  });
}

// The parser stops at the first mistake when it is strict; all of them are reported here.
const LENIENT = { strict: false, allowPositionals: true, tokens: true } as const;

/** The options as `node:util` wants them: an alias of one letter belongs to its option, a longer one is an option too. */
function parserOptions(options: OptionTable) {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, { value, aliases = [] }]) => {
      const type = value ? ('string' as const) : ('boolean' as const);
      const short = aliases.find((alias) => alias.length === 1);
      const long = aliases.filter((alias) => alias.length > 1);
      return [[name, { type, ...(short && { short }) }], ...long.map((alias) => [alias, { type }])];
    }),
  );
}

function unknownOption(rawName: string, flags: readonly string[]): string {
  const long = flags.filter((flag) => flag.startsWith('--')).map((flag) => flag.slice(2));
  const meant = nearest(rawName.replace(/^-+/, ''), long);
  return `unknown option "${rawName}"${meant === undefined ? '' : `; did you mean --${meant}?`}`;
}

/** Reads one of several keywords. The error lists them, and names the most similar one. */
export function readKeyword<T extends string>(name: string, value: string, keywords: readonly T[]): Result<T, string> {
  const keyword = keywords.find((known) => known === value);
  if (keyword !== undefined) return ok(keyword);
  const meant = nearest(value, keywords);
  const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
  return err(`${name} cannot be "${value}"${hint} (expected ${keywords.join(', ')})`);
}

/** Reads a number from 1 to 999,999,999. */
export function readPositive(name: string, value: string): Result<number, string> {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  return number >= 1 ? ok(number) : err(`${name} cannot be "${value}" (expected 1 to 999999999)`);
}
