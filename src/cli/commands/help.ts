import { readKeyword } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { formatHelp, formatOverview } from '../help.ts';
import { EXIT } from '../io.ts';

export default {
  id: 'help',
  order: 60,
  title: 'Print the help of lazymmu or of one command',
  usage: '[COMMAND]',
  options: {},
  operands: 'commands',
  notes: [],
  async run({ operands }, io, commands) {
    const [name, ...more] = operands;
    const found = name === undefined ? null : readKeyword('the command', name, commands.ids);
    const mistakes = [
      ...(found?.ok === false ? [found.error] : []),
      ...more.map((operand) => `unexpected operand "${operand}" (expected one command)`),
    ];
    for (const message of mistakes) io.stderr(`lazymmu help: ${message}\n`);
    if (mistakes.length > 0) return EXIT.usage;
    await io.stdout(found?.ok ? formatHelp(commands.get(found.value)) : formatOverview(commands.all));
    return EXIT.clean;
  },
} satisfies CliCommand;
