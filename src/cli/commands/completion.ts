import { readKeyword } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { writeBashCompletion } from '../completion/bash.ts';
import { describeCommands } from '../completion/completion.ts';
import { writeFishCompletion } from '../completion/fish.ts';
import { writeZshCompletion } from '../completion/zsh.ts';
import { EXIT } from '../io.ts';

const SHELLS = { bash: writeBashCompletion, zsh: writeZshCompletion, fish: writeFishCompletion } as const;
const NAMES = Object.keys(SHELLS) as readonly (keyof typeof SHELLS)[];

export default {
  id: 'completion',
  order: 50,
  title: 'Print a completion script for a shell',
  usage: NAMES.join('|'),
  options: {},
  operands: NAMES,
  notes: [
    'In ~/.bashrc: source <(lazymmu completion bash). In ~/.zshrc, after compinit: source <(lazymmu completion zsh).',
    'In ~/.config/fish/config.fish: lazymmu completion fish | source.',
  ],
  async run({ operands }, io, commands) {
    const [name, ...more] = operands;
    if (name === undefined || more.length > 0) {
      io.stderr(`lazymmu completion: expected one shell: ${NAMES.join(', ')}\n`);
      return EXIT.usage;
    }
    const shell = readKeyword('the shell', name, NAMES);
    if (!shell.ok) {
      io.stderr(`lazymmu completion: ${shell.error}\n`);
      return EXIT.usage;
    }
    await io.stdout(SHELLS[shell.value](describeCommands(commands.all)));
    return EXIT.clean;
  },
} satisfies CliCommand;
