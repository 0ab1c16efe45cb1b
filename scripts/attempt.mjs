import { spawnSync } from 'node:child_process';

/**
 * Runs a command that may fail (no network, no permission) and hides its output. Prints the command, and one line if it
 * fails. Returns whether it succeeded.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ seconds: number, env?: Readonly<Record<string, string>>, what?: string }} options `seconds` is the time limit;
 *   `what` is the prefix of each line
 */
export function attempt(command, args, { seconds, env = {}, what = 'browser' }) {
  console.log(`${what}: trying ${[command, ...args].join(' ')}`);
  const { status, stderr, error } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: seconds * 1000,
    env: { ...process.env, ...env },
  });
  if (status === 0) return true;
  const lines = (stderr ?? '').split('\n').filter((line) => line.trim() !== '');
  const complaint = error?.message ?? lines.find((line) => /\berror\b|^E:/i.test(line)) ?? lines[0] ?? `exit ${status}`;
  console.error(`${what}: failed: ${complaint}`);
  return false;
}
