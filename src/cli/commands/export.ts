import { formats } from '../../formats/index.ts';
import type { CliCommand } from '../command.ts';
import { EXIT } from '../io.ts';
import { PROGRAM_OPTIONS, writePrograms } from '../write-programs.ts';

export default {
  id: 'export',
  order: 30,
  title: 'Convert programs to another format',
  usage: '--format F [OPTION]... [FILE]...',
  options: {
    ...PROGRAM_OPTIONS,
    format: { value: 'F', choices: formats.ids, help: `output format: ${formats.ids.join(', ')}` },
  },
  operands: 'files',
  notes: ['Reads the same input as "lazymmu run". Problems do not change the exit code.'],
  async run(args, io) {
    const format = args.value('format');
    if (format === undefined) {
      io.stderr(`lazymmu export: --format is missing (expected ${formats.ids.join(', ')})\n`);
      return EXIT.usage;
    }
    return writePrograms({ command: 'export', format, judge: () => true }, args, io);
  },
} satisfies CliCommand;
