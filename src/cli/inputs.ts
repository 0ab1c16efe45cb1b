import { err, ok, type Result } from '../lib/result.ts';
import { formatDiagnostic } from '../lib/source.ts';
import { type Read, readAny } from '../notation/read-any.ts';
import type { Io } from './io.ts';

/** A program that was read. */
export interface Input {
  /** What messages call the file. */
  readonly name: string;
  /** Lines of the file in front of the program's text. */
  readonly linesBefore: number;
  /** Its line where every line is a program, else the place of its file among the files. */
  readonly number: number;
  readonly read: Read;
}

/** Where programs come from. */
export interface Sources {
  /** Paths; `-` is standard input, and so is no path at all. */
  readonly paths: readonly string[];
  /** Every line that is not empty or a comment is a program of its own. */
  readonly eachLine: boolean;
}

/** The programs in their order. An error is a list of lines for the terminal; what comes after it is read all the same. */
export async function* inputsOf(
  { paths, eachLine }: Sources,
  io: Io,
): AsyncGenerator<Result<Input, readonly string[]>> {
  for (const [index, path] of (paths.length > 0 ? paths : ['-']).entries()) {
    const name = path === '-' ? '<stdin>' : path;
    const text = path === '-' ? await io.readStdin() : await io.readFile(path);
    if (!text.ok) {
      yield err([`${name}: ${text.error}`]);
      continue;
    }
    if (!eachLine) {
      yield readOne(text.value, { name, linesBefore: 0, number: index + 1 });
      continue;
    }
    for (const [before, line] of text.value.split(/\r\n|\n|\r/).entries()) {
      if (/^\s*(?:#(?!\d+\/)|$)/.test(line)) continue;
      yield readOne(line, { name, linesBefore: before, number: before + 1 });
    }
  }
}

function readOne(text: string, place: Omit<Input, 'read'>): Result<Input, readonly string[]> {
  const read = readAny(text);
  if (read.ok) return ok({ ...place, read: read.value });
  return err(
    read.error.diagnostics.map((diagnostic) => {
      const { span } = diagnostic;
      return formatDiagnostic({ ...diagnostic, span: { ...span, line: span.line + place.linesBefore } }, place.name);
    }),
  );
}
