import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { formats } from '../../formats/index.ts';
import type { OptionSpec } from '../arguments.ts';
import { lazymmu } from '../testing.ts';
import { cliCommands } from './index.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** The words that bash offers after these, the last of which is being typed. */
async function offeredByBash(...words: readonly string[]): Promise<readonly string[]> {
  const { out } = await lazymmu(['completion', 'bash']);
  const ask = 'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt() { COMPREPLY=("<$2>"); }; _lazymmu';
  const script = `${out}\n${ask}\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script, 'bash', 'lazymmu', ...words], { encoding: 'utf8' })
    .trim()
    .split('\n');
}

test.each(SHELLS)('the script for %s contains every command, option and alias', async (shell) => {
  const { exit, out, err } = await lazymmu(['completion', shell]);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  for (const { id, options } of cliCommands.all) {
    expect(out).toMatch(new RegExp(`\\b${id}\\b`));
    for (const [name, { aliases = [] }] of Object.entries<OptionSpec>(options)) {
      for (const one of [name, ...aliases])
        expect(out).toMatch(new RegExp(shell === 'fish' ? `-l ${one}\\b` : `--${one}\\b`));
    }
  }
});

test('bash completes commands, options, values, files and shells', async () => {
  expect(await offeredByBash('')).toEqual([...cliCommands.ids, '--help', '-h', '--version', '-V']);
  expect(await offeredByBash('pro')).toEqual(['promela']);
  expect(await offeredByBash('run', '--ker')).toEqual(['--kernel']);
  expect(await offeredByBash('run', '--era', '7')).toEqual(['7.0', '7.1', '7.2']);
  expect(await offeredByBash('run', '--format', '')).toEqual(formats.ids);
  expect(await offeredByBash('run', '--format', '=', 'js')).toEqual(['json']);
  expect(await offeredByBash('run', '--capacity', '')).toEqual(['']);
  expect(await offeredByBash('run', '--each-line', '')).toEqual(['<default>']);
  expect(await offeredByBash('list', 'rev')).toEqual(['revisions']);
  expect(await offeredByBash('help', 'ch')).toEqual(['check']);
  expect(await offeredByBash('completion', '')).toEqual([...SHELLS]);
  expect(await offeredByBash('check', '')).toEqual(['']);
});

test('text in a script is quoted for its shell', async () => {
  for (const shell of SHELLS) {
    const { out } = await lazymmu(['completion', shell]);
    // An apostrophe ends the quoted text, is escaped, and begins it again.
    expect(out.replaceAll("'\\''", '').split("'").length % 2).toBe(1);
  }
});

test.each([
  [[], 'lazymmu completion: expected one shell: bash, zsh, fish\n'],
  [['bash', 'zsh'], 'lazymmu completion: expected one shell: bash, zsh, fish\n'],
  [['bsh'], 'lazymmu completion: the shell cannot be "bsh"; did you mean "bash"? (expected bash, zsh, fish)\n'],
])('completion of %j is an error', async (operands, message) => {
  expect(await lazymmu(['completion', ...operands])).toEqual({ exit: 2, out: '', err: message });
});
