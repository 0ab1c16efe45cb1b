import { type CompletedCommand, quote, TOP_FLAGS } from './completion.ts';

/** Writes the completion script for bash 4 and newer. */
export function writeBashCompletion(commands: readonly CompletedCommand[]): string {
  const first = [...commands.map(({ id }) => id), ...TOP_FLAGS];
  const values = commands.flatMap(({ id, options }) =>
    options.flatMap(({ flags, values }) => (values === null ? [] : flags.map((flag) => valueCase(id, flag, values)))),
  );
  return [
    '# Completion of lazymmu for bash: source <(lazymmu completion bash)',
    '_lazymmu() {',
    `  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}`,
    '  COMPREPLY=()',
    '  # bash splits --option=value at the sign.',
    '  if [[ $word == = ]]; then word=',
    `  elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}`,
    '  fi',
    '  if (( COMP_CWORD == 1 )); then',
    `    ${reply(first)}`,
    '    return',
    '  fi',
    '  case "$command $before" in',
    ...values,
    '  esac',
    '  case "$command $word" in',
    ...commands.map(
      ({ id, options }) => `    ${quote(`${id} -`)}*) ${reply(options.flatMap(({ flags }) => flags))} ;;`,
    ),
    ...commands.map(({ id, operands }) => `    ${quote(`${id} `)}*) ${operandsReply(operands)} ;;`),
    '  esac',
    '}',
    'complete -F _lazymmu lazymmu',
    '',
  ].join('\n');
}

const reply = (words: readonly string[]): string => `COMPREPLY=($(compgen -W ${quote(words.join(' '))} -- "$word"))`;

const valueCase = (id: string, flag: string, values: readonly string[]): string =>
  `    ${quote(`${id} ${flag}`)}) ${values.length > 0 ? `${reply(values)}; ` : ''}return ;;`;

const operandsReply = (operands: CompletedCommand['operands']): string =>
  operands === 'files' ? 'compopt -o default' : operands.length > 0 ? reply(operands) : ':';
