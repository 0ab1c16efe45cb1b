import { type CompletedCommand, quote, TOP_FLAGS } from './completion.ts';

/** Writes the completion script for zsh. */
export const writeZshCompletion = (commands: readonly CompletedCommand[]): string =>
  [
    '#compdef lazymmu',
    '# Completion of lazymmu for zsh: source <(lazymmu completion zsh)',
    '_lazymmu() {',
    '  local -a subcommands',
    '  subcommands=(',
    ...commands.map(({ id, title }) => `    ${quote(`${id}:${title.replaceAll(':', '\\:')}`)}`),
    '  )',
    '  if (( CURRENT == 2 )); then',
    '    _describe command subcommands',
    `    compadd -- ${TOP_FLAGS.join(' ')}`,
    '    return',
    '  fi',
    '  local command=$words[2]',
    '  shift words',
    '  (( CURRENT-- ))',
    '  case $command in',
    ...commands.flatMap(({ id, options, operands }) => [
      `    ${id})`,
      `      _arguments ${[
        ...options.flatMap((option) => option.flags.map((flag) => optionSpec(flag, option))),
        ...operandsSpec(operands),
      ]
        .map((spec) => `\\\n        ${quote(spec)}`)
        .join(' ')} ;;`,
    ]),
    '  esac',
    '}',
    'if [[ $funcstack[1] == _lazymmu ]]; then _lazymmu "$@"; else compdef _lazymmu lazymmu; fi',
    '',
  ].join('\n');

type CompletedOption = CompletedCommand['options'][number];

function optionSpec(flag: string, { flags, help, isRepeatable, values }: CompletedOption): string {
  // Other spellings of the option exclude each other.
  const before = isRepeatable ? '*' : flags.length > 1 ? `(${flags.join(' ')})` : '';
  const known = values && values.length > 0 ? `(${values.join(' ')})` : ' ';
  const value = values === null ? '' : `:value:${known}`;
  const sign = values !== null && flag.startsWith('--') ? '=' : '';
  return `${before}${flag}${sign}[${escapeBrackets(help)}]${value}`;
}

function operandsSpec(operands: CompletedCommand['operands']): readonly string[] {
  if (operands === 'files') return ['*:file:_files'];
  return operands.length > 0 ? [`*:operand:(${operands.join(' ')})`] : [];
}

const escapeBrackets = (text: string): string => text.replace(/[[\]\\:]/g, '\\$&');
