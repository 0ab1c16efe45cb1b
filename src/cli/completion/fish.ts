import { type CompletedCommand, quote } from './completion.ts';

/** Writes the completion script for fish. */
export const writeFishCompletion = (commands: readonly CompletedCommand[]): string =>
  [
    '# Completion of lazymmu for fish: lazymmu completion fish | source',
    'complete -c lazymmu -f',
    'complete -c lazymmu -n __fish_use_subcommand -l help -s h',
    'complete -c lazymmu -n __fish_use_subcommand -l version -s V',
    ...commands.flatMap(({ id, title, options, operands }) => [
      `complete -c lazymmu -n __fish_use_subcommand -a ${id} -d ${quote(title)}`,
      ...options.map((option) => `${inCommand(id)} ${optionSpec(option)}`),
      ...(operands === 'files'
        ? [`${inCommand(id)} -F`]
        : operands.length > 0
          ? [`${inCommand(id)} -a ${quote(operands.join(' '))}`]
          : []),
    ]),
    '',
  ].join('\n');

const inCommand = (id: string): string => `complete -c lazymmu -n '__fish_seen_subcommand_from ${id}'`;

function optionSpec({ flags, help, values }: CompletedCommand['options'][number]): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const value = values === null ? [] : values.length > 0 ? [`-x -a ${quote(values.join(' '))}`] : ['-x'];
  return [...names, ...value, `-d ${quote(help)}`].join(' ');
}
