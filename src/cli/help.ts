import type { Options } from './arguments.ts';
import type { Command } from './command.ts';
import { commands } from './commands/index.ts';

/** The options that every command has. */
export const COMMON: Options = {
  help: { says: 'print this and exit' },
  version: { says: 'print the version and exit' },
};

/** The help of the whole command. */
export function overview(): string {
  return [
    'usage: lazymmu COMMAND [OPTION]... [OPERAND]...',
    '',
    "What Linux's lazy MMU mode does with a program of calls.",
    '',
    ...aligned(commands.all.map(({ id, title }) => [id, title])),
    '',
    '"lazymmu COMMAND --help" lists the options of a command.',
    'Exit: 0 nothing above a note; 1 a finding, a broken rule, a difference or a wrong table row; 2 bad input or usage;',
    '3 a search stopped at a bound without a verdict; 70 a bug of lazymmu.',
    '',
  ].join('\n');
}

/** The help of one command. */
export function helpOf({ id, usage, title, options, notes }: Command): string {
  const lines = Object.entries({ ...options, ...COMMON }).map(([name, { value, repeatable, says }]) => {
    return [`--${name}${value ? ` ${value}` : ''}`, says + (repeatable ? '; may be repeated' : '')] as const;
  });
  return [`usage: lazymmu ${id} ${usage}`, '', `${title}.`, '', ...aligned(lines), '', ...notes, ''].join('\n');
}

/** Two columns, the second one straight. */
function aligned(lines: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
