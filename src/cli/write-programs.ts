import { MAX_COST } from '../engine/run/cost-estimate.ts';
import { type Format, type Traces, WRITE_DEFAULTS } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import { err, type Result } from '../lib/result.ts';
import { type Arguments, type OptionTable, readKeyword, readPositive } from './arguments.ts';
import { type Input, readInputs } from './inputs.ts';
import { EXIT, type Io } from './io.ts';
import { createRunner, type ProgramRunner, type ProgramRuns } from './runner.ts';
import { readSetupRequest, SETUP_OPTIONS } from './setup-options.ts';

/** The options of the commands that run programs and write the result. */
export const PROGRAM_OPTIONS: OptionTable = {
  ...SETUP_OPTIONS,
  'max-cost': { value: 'N', help: `plain calls as which a run may cost at most (default ${MAX_COST}, a few seconds)` },
  'each-line': { help: 'treat each input line as a program of its own that starts from the initial state' },
};

interface WriteTask {
  readonly command: string;
  readonly format: string;
  /** Reports on a program and its runs, and tells whether they are clean. */
  readonly judge: (input: Input, traces: Traces) => boolean;
}

/**
 * Reads, runs and writes one program after the other, so that a long input needs no more memory than its longest program.
 * A program that cannot be read or run is reported on stderr, and the others still run.
 */
export async function writePrograms(task: WriteTask, args: Arguments, io: Io): Promise<number> {
  const request = readSetupRequest(args);
  const found = readKeyword('--format', task.format, formats.ids);
  const maxCost = readPositive('--max-cost', args.value('max-cost') ?? String(MAX_COST));
  const mistakes = [
    ...(request.ok ? [] : request.error),
    ...[found, maxCost].flatMap((read) => (read.ok ? [] : [read.error])),
  ];
  if (!request.ok || !found.ok || !maxCost.ok) {
    for (const message of mistakes) io.stderr(`lazymmu ${task.command}: ${message}\n`);
    return EXIT.usage;
  }
  const format = formats.get(found.value);
  const runner = createRunner(request.value, maxCost.value);
  let exit: number = EXIT.clean;
  let separator = '';
  for await (const input of readInputs({ paths: args.operands, eachLine: args.has('each-line') }, io)) {
    const runs = input.ok ? runOne(input.value, runner, format) : input;
    if (!input.ok || !runs.ok) {
      exit = EXIT.usage;
      for (const line of runs.ok ? [] : runs.error) io.stderr(`${line}\n`);
      continue;
    }
    const { traces, remark } = runs.value;
    if (remark !== null) io.stderr(`${input.value.name}: remark: ${remark}\n`);
    if (separator !== '') await io.stdout(separator);
    separator = format.between;
    const options = { ...WRITE_DEFAULTS, program: input.value.number };
    for (const piece of format.pieces?.(traces, options) ?? [format.write(traces, options)]) await io.stdout(piece);
    if (!task.judge(input.value, traces) && exit === EXIT.clean) exit = EXIT.found;
  }
  return exit;
}

function runOne(input: Input, runner: ProgramRunner, format: Format): Result<ProgramRuns, readonly string[]> {
  const runs = runner(input.read);
  const place = input.linesBefore > 0 ? `${input.name}:${input.linesBefore + 1}:1` : input.name;
  if (!runs.ok) return err([`${place}: ${runs.error}`]);
  const refused = format.refuse?.(runs.value.traces) ?? null;
  return refused === null ? runs : err([`${place}: cannot be written as "${format.id}": ${refused}`]);
}
