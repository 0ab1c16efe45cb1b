import type { Entry, Registry } from '../lib/registry.ts';
import type { Arguments, OptionTable } from './arguments.ts';
import type { Io } from './io.ts';

/** A subcommand of `lazymmu`. */
export interface CliCommand extends Entry {
  /** An imperative sentence without its full stop. */
  readonly title: string;
  /** What follows the name in the usage line. */
  readonly usage: string;
  readonly options: OptionTable;
  /** What shell completion offers for operands; absent: the command takes none. */
  readonly operands?: 'files' | 'commands' | readonly string[];
  /** Lines below the options of its help. */
  readonly notes: readonly string[];
  /** Executes it and resolves to one of EXIT. It throws only for a bug in this program. */
  run(args: Arguments, io: Io, commands: Registry<CliCommand>): Promise<number>;
}
