import { formats } from '../../formats/index.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { PROGRAM_OPTIONS, writePrograms } from '../write-programs.ts';

export default {
  id: 'export',
  order: 30,
  title: 'Writes programs in another form',
  usage: '--format F [OPTION]... [FILE]...',
  options: {
    ...PROGRAM_OPTIONS,
    format: { value: 'F', says: `the form: ${formats.ids.join(', ')}` },
  },
  notes: ['Reads what "lazymmu run" reads. What a run finds does not change the exit code.'],
  async run(args, io) {
    const format = args.value('format');
    if (format === undefined) {
      io.stderr(`lazymmu export: --format is missing (expected ${formats.ids.join(', ')})\n`);
      return EXIT.usage;
    }
    return writePrograms({ command: 'export', format, judge: () => true }, args, io);
  },
} satisfies Command;
