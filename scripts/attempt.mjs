import { spawnSync } from 'node:child_process';

/**
 * Runs a command that may well fail (no network, no permission), without its output. Says what is tried, and in one
 * line why it failed. Returns whether it succeeded.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ seconds: number, env?: Readonly<Record<string, string>>, what?: string }} options after `seconds` it is stopped;
 *   `what` it is for stands before each line
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
  console.error(`${what}: that failed: ${complaint}`);
  return false;
}
