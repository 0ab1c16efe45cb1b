import { err, ok, type Result } from '../lib/result.ts';
import { formatDiagnostic } from '../lib/source.ts';
import { type ParsedInput, readAny } from '../notation/read-any.ts';
import type { Io } from './io.ts';

/** A program from a file or from standard input. */
export interface Input {
  /** The file's name in messages. */
  readonly name: string;
  /** Lines of the file before the program's text. */
  readonly linesBefore: number;
  /** Its line where every line is a program, else the number of its file. */
  readonly number: number;
  readonly read: ParsedInput;
}

interface InputOptions {
  /** `-` is standard input, and so is an empty list. */
  readonly paths: readonly string[];
  /** Every line that is neither blank nor a comment is a program of its own. */
  readonly eachLine: boolean;
}

/** Reads the programs one after the other. An error is a list of messages; the inputs after it are still read. */
export async function* readInputs(
  { paths, eachLine }: InputOptions,
  io: Io,
): AsyncGenerator<Result<Input, readonly string[]>> {
  for (const [index, path] of (paths.length > 0 ? paths : ['-']).entries()) {
    const name = path === '-' ? '<stdin>' : path;
    const text = path === '-' ? await readStdin(io) : await io.readFile(path);
    if (!text.ok) {
      yield err([`${name}: ${text.error}`]);
      continue;
    }
    const lines = text.value.split(/\r\n|\n|\r/);
    if (lines.every((line) => SKIPPED.test(line))) yield err([`${name}: the input is empty (${EXPECTED})`]);
    else if (!eachLine) yield parse(text.value, { name, linesBefore: 0, number: index + 1 });
    else {
      for (const [before, line] of lines.entries()) {
        if (!SKIPPED.test(line)) yield parse(line, { name, linesBefore: before, number: before + 1 });
      }
    }
  }
}

/** A blank line or a comment. A link begins with `#` too, and a digit. */
const SKIPPED = /^\s*(?:#(?!\d+\/)|$)/;
const EXPECTED = 'expected a program, a link or a call table';

function readStdin(io: Io): Promise<Result<string, string>> {
  if (io.isStdinTerminal) io.stderr('Reading a program from the terminal. End it with Ctrl+D on a line of its own.\n');
  return io.readStdin();
}

function parse(text: string, place: Omit<Input, 'read'>): Result<Input, readonly string[]> {
  const read = readAny(text);
  if (read.ok) return ok({ ...place, read: read.value });
  return err(
    read.error.diagnostics.map((diagnostic) => {
      const { span } = diagnostic;
      return formatDiagnostic({ ...diagnostic, span: { ...span, line: span.line + place.linesBefore } }, place.name);
    }),
  );
}
