#!/usr/bin/env node
/**
 * `npm run spin`: installs SPIN and a C compiler with apt-get if possible, for the tests that compare the explorer with SPIN.
 * Those tests are skipped without them, so a failure here is not an error.
 */
import { spawnSync } from 'node:child_process';
import { attempt } from './attempt.mjs';

const missing = [
  ['spin', '-V'],
  ['gcc', '--version'],
].flatMap(([tool = '', option = '']) => (spawnSync(tool, [option]).status === 0 ? [] : [tool]));

if (missing.length > 0 && process.getuid?.() === 0) {
  const options = { seconds: 120, env: { DEBIAN_FRONTEND: 'noninteractive' }, what: 'spin' };
  const install = () => attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], options);
  if (!install() && attempt('apt-get', ['update', '-q'], options)) install();
} else if (missing.length > 0) {
  console.error(`spin: there is no ${missing.join(' and no ')}; "apt-get install spin gcc" as root gets them`);
}
