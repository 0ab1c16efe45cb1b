import { flagOf, type OptionTable } from './arguments.ts';
import type { CliCommand } from './command.ts';

/** The options of every command. */
export const COMMON_OPTIONS: OptionTable = {
  help: { aliases: ['h'], help: 'print this help and exit' },
  version: { aliases: ['V'], help: 'print the version and exit' },
};

/** Writes the help of `lazymmu` itself. */
export function formatOverview(commands: readonly CliCommand[]): string {
  return [
    'usage: lazymmu COMMAND [OPTION]... [OPERAND]...',
    '',
    "Simulates Linux's lazy MMU mode: runs programs of calls, and searches all programs for problems.",
    '',
    ...alignColumns(commands.map(({ id, title }) => [id, title])),
    '',
    'Run "lazymmu help COMMAND" for the options of a command, "lazymmu --version" for the version.',
    'Exit codes: 0 nothing worse than a note; 1 a problem, a difference or a wrong table row; 2 bad input or usage;',
    '3 a search stopped at a bound without a verdict; 70 a bug in lazymmu; 141 standard output was closed early.',
    '',
  ].join('\n');
}

/** Writes the help of one command. */
export function formatHelp({ id, usage, title, options, notes }: CliCommand): string {
  const lines = Object.entries({ ...options, ...COMMON_OPTIONS }).map(([name, option]) => {
    const { value, repeatable, aliases = [], help } = option;
    const short = aliases.filter((alias) => alias.length === 1).map((alias) => `, ${flagOf(alias)}`);
    const long = aliases.filter((alias) => alias.length > 1).map((alias) => `; alias ${flagOf(alias)}`);
    return [
      `--${name}${value ? ` ${value}` : ''}${short.join('')}`,
      `${help}${repeatable ? '; may be repeated' : ''}${long.join('')}`,
    ] as const;
  });
  return [
    `usage: lazymmu ${id} ${usage}`,
    '',
    `${title}.`,
    '',
    ...alignColumns(lines),
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
  ].join('\n');
}

/** Pads the left column, so that the right one is straight. */
function alignColumns(lines: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
