import { formats } from '../../formats/index.ts';
import type { CliCommand } from '../command.ts';
import { compareTable, hasFinding, listRemarks } from '../judge.ts';
import { PROGRAM_OPTIONS, writePrograms } from '../write-programs.ts';

export default {
  id: 'run',
  order: 10,
  title: 'Run programs and print what happens, event by event',
  usage: '[OPTION]... [FILE]...',
  options: {
    ...PROGRAM_OPTIONS,
    format: { value: 'F', choices: formats.ids, help: `output format: ${formats.ids.join(', ')} (default table)` },
  },
  operands: 'files',
  notes: [
    'A program is notation ("enable; set k1; disable"), letters ("EDD"), a link, or the call table of an email, quoted or not.',
    'Without FILE, or if FILE is "-", standard input is read. The values in a call table are compared with the run.',
  ],
  run(args, io) {
    const format = args.value('format') ?? 'table';
    return writePrograms(
      {
        command: 'run',
        format,
        judge(input, traces) {
          const differences = traces.flatMap((trace) => compareTable(input, trace));
          const remarks = new Set(traces.flatMap((trace) => listRemarks(input, trace)));
          for (const line of [...remarks, ...differences]) io.stderr(`${line}\n`);
          return differences.length === 0 && !traces.some(hasFinding);
        },
      },
      args,
      io,
    );
  },
} satisfies CliCommand;
