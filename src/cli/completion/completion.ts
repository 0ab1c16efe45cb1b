import { flagOf } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { COMMON_OPTIONS } from '../help.ts';

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly id: string;
  readonly title: string;
  readonly options: readonly CompletedOption[];
  /** `files`, or the words that it takes; empty for none. */
  readonly operands: 'files' | readonly string[];
}

interface CompletedOption {
  /** Every spelling: `--kernel` and `--era`, `--help` and `-h`. */
  readonly flags: readonly string[];
  readonly help: string;
  readonly isRepeatable: boolean;
  /** The words that it takes, which may be none that are known; null for a flag without a value. */
  readonly values: readonly string[] | null;
}

/** Collects what a shell completes from the tables that the commands are built from, so that nothing is listed twice. */
export const describeCommands = (commands: readonly CliCommand[]): readonly CompletedCommand[] =>
  commands.map(({ id, title, options, operands = [] }) => ({
    id,
    title,
    options: Object.entries({ ...options, ...COMMON_OPTIONS }).map(
      ([name, { aliases = [], help, repeatable = false, value, choices = [] }]) => ({
        flags: [name, ...aliases].map(flagOf),
        help,
        isRepeatable: repeatable,
        values: value === undefined ? null : choices,
      }),
    ),
    operands: operands === 'commands' ? commands.map((command) => command.id) : operands,
  }));

/** The options of `lazymmu` without a command. */
export const TOP_FLAGS: readonly string[] = Object.entries(COMMON_OPTIONS).flatMap(([name, { aliases = [] }]) =>
  [name, ...aliases].map(flagOf),
);

/** A text in single quotes, for any of the shells. */
export const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
