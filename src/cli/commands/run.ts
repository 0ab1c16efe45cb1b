import { formats } from '../../formats/index.ts';
import type { Command } from '../command.ts';
import { hasFinding, remarksOn, wrongRows } from '../judge.ts';
import { PROGRAM_OPTIONS, writePrograms } from '../write-programs.ts';

export default {
  id: 'run',
  order: 10,
  title: "Runs programs and writes each one's trace",
  usage: '[OPTION]... [FILE]...',
  options: {
    ...PROGRAM_OPTIONS,
    format: { value: 'F', says: `how the trace is written: ${formats.ids.join(', ')} (default table)` },
  },
  notes: [
    'A program is notation ("enable; set k1; disable"), letters ("EDD"), a link, or a call table from a mail, quoted or not.',
    'Without FILE, or where it is "-", standard input is read. What a table says of its rows is compared with the run.',
  ],
  run(args, io) {
    const format = args.value('format') ?? 'table';
    return writePrograms(
      {
        command: 'run',
        format,
        judge(input, traces) {
          const wrong = traces.flatMap((trace) => wrongRows(input, trace));
          const remarks = new Set(traces.flatMap((trace) => remarksOn(input, trace)));
          for (const line of [...remarks, ...wrong]) io.stderr(`${line}\n`);
          return wrong.length === 0 && !traces.some(hasFinding);
        },
      },
      args,
      io,
    );
  },
} satisfies Command;
