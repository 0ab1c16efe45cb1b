import { type Format, type Traces, WRITE_DEFAULTS } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import { err, type Result } from '../lib/result.ts';
import { type Arguments, type Options, oneOf } from './arguments.ts';
import { type Input, inputsOf } from './inputs.ts';
import { EXIT, type Io } from './io.ts';
import { type Runner, type Runs, runnerOf } from './runner.ts';
import { readChoice, SETUP_OPTIONS } from './setup-options.ts';

/** The options of every command that reads programs and writes what became of them. */
export const PROGRAM_OPTIONS: Options = {
  ...SETUP_OPTIONS,
  'each-line': { says: 'every line of the input is a program of its own, on a fresh machine' },
};

interface Task {
  readonly command: string;
  readonly format: string;
  /** Looks at a program and its runs, and says whether they are clean. */
  readonly judge: (input: Input, traces: Traces) => boolean;
}

/**
 * Reads, runs and writes one program after the other, so that a long input needs no more memory than its longest program.
 * A program that cannot be read or run is told on stderr, and the others are run all the same.
 */
export async function writePrograms(task: Task, args: Arguments, io: Io): Promise<number> {
  const choice = readChoice(args);
  const found = oneOf('--format', task.format, formats.ids);
  const wrong = [...(choice.ok ? [] : choice.error), ...(found.ok ? [] : [found.error])];
  if (!choice.ok || !found.ok) {
    for (const message of wrong) io.stderr(`lazymmu ${task.command}: ${message}\n`);
    return EXIT.usage;
  }
  const format = formats.get(found.value);
  const runner = runnerOf(choice.value);
  let exit: number = EXIT.clean;
  let between = '';
  for await (const input of inputsOf({ paths: args.operands, eachLine: args.has('each-line') }, io)) {
    const runs = input.ok ? runOne(input.value, runner, format) : input;
    if (!input.ok || !runs.ok) {
      exit = EXIT.usage;
      for (const line of runs.ok ? [] : runs.error) io.stderr(`${line}\n`);
      continue;
    }
    const { traces, remark } = runs.value;
    if (remark !== null) io.stderr(`${input.value.name}: remark: ${remark}\n`);
    if (between !== '') await io.stdout(between);
    ({ between } = format);
    const options = { ...WRITE_DEFAULTS, program: input.value.number };
    for (const piece of format.pieces?.(traces, options) ?? [format.write(traces, options)]) await io.stdout(piece);
    if (!task.judge(input.value, traces) && exit === EXIT.clean) exit = EXIT.found;
  }
  return exit;
}

function runOne(input: Input, runner: Runner, format: Format): Result<Runs, readonly string[]> {
  const runs = runner(input.read);
  const place = input.linesBefore > 0 ? `${input.name}:${input.linesBefore + 1}:1` : input.name;
  if (!runs.ok) return err([`${place}: ${runs.error}`]);
  const refused = format.refuse?.(runs.value.traces) ?? null;
  return refused === null ? runs : err([`${place}: it has no form as "${format.id}": ${refused}`]);
}
