/**
 * `npm test`: every check, in the order of cost; one that fails does not keep the next from running, except where the
 * next needs its result. Names of stages run those alone: `npm test -- lint unit`. The last line is the sum: tests,
 * and each check that is not a test as one. A stage that crashed, stalled or ran nothing counts as failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const TSC = 'node_modules/typescript/bin/tsc';
const KNIP = 'node_modules/knip/bin/knip.js';
const VITEST = 'node_modules/vitest/vitest.mjs';
const VITE = 'node_modules/vite/bin/vite.js';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
/** A stage that is not done by then has stalled: far beyond what a loaded machine takes. */
const STALLED_MS = 75 * 60_000;

/** @type {readonly { name: string, needs?: readonly string[], run: () => Count }[]} */
const STAGES = [
  { name: 'lint', run: () => check(BIOME, 'check', '--error-on-warnings') },
  { name: 'types', run: () => check(TSC) },
  { name: 'types-pure', run: () => check(TSC, '-p', 'tsconfig.pure.json') },
  { name: 'types-node', run: () => check(TSC, '-p', 'tsconfig.node.json') },
  { name: 'types-worker', run: () => check(TSC, '-p', 'tsconfig.worker.json') },
  { name: 'dead-code', run: () => check(KNIP) },
  { name: 'unit', run: unit },
  { name: 'build', run: () => check(VITE, 'build') },
  { name: 'build-one-file', run: () => check(VITE, 'build', '--config', 'vite.one-file.config.ts') },
  { name: 'build-cli', run: () => check(VITE, 'build', '--config', 'vite.node.config.ts', '--mode', 'cli') },
  { name: 'browser', run: () => ({ ...check('scripts/find-browser.mjs'), passed: 0 }) },
  { name: 'e2e', needs: ['build', 'build-one-file', 'build-cli', 'browser'], run: e2e },
];

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !STAGES.some((stage) => stage.name === name));
if (unknown !== undefined) {
  console.error(`"${unknown}" is not a stage, expected any of: ${STAGES.map((stage) => stage.name).join(', ')}`);
  process.exit(2);
}

const reports = mkdtempSync(join(tmpdir(), 'lazymmu-test-'));
/** @type {Map<string, Count>} */
const counts = new Map();
for (const { name, needs = [], run } of STAGES) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n--- ${name}`);
  const missing = needs.filter((need) => (counts.get(need)?.failed ?? 0) > 0);
  if (missing.length > 0) console.log(`not run: ${missing.join(' and ')} failed`);
  counts.set(name, missing.length > 0 ? { passed: 0, failed: 1, skipped: 0 } : run());
}
rmSync(reports, { recursive: true, force: true });

console.log('\n---');
for (const [name, count] of counts) console.log(`${name.padEnd(16)}${sentence(count)}`);
const total = [...counts.values()].reduce((a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
}));
console.log(sentence(total));
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {Count} count */
function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {readonly string[]} command */
function check(...command) {
  const passed = start(command);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/**
 * @param {readonly string[]} command a script for Node and its arguments
 * @param {Readonly<Record<string, string>>} env
 * @returns whether it ran to its end and was content
 */
function start(command, env = {}) {
  const { status, signal, error } = spawnSync(process.execPath, command, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: STALLED_MS,
    env: { ...process.env, ...env },
  });
  if (status === null) console.error(`${command[0]} did not end by itself: ${error?.message ?? signal}`);
  return status === 0;
}

function unit() {
  const file = join(reports, 'unit.json');
  const content = start([VITEST, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  return settle(content, file, (report) => {
    /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
    const files = report.testResults;
    const hasFailedTest = (/** @type {typeof files[number]} */ { assertionResults }) =>
      assertionResults.some(({ status }) => status === 'failed');
    // A file that does not load, or that no project takes, has no failed test in it, but it has failed.
    const broken = files.filter((each) => each.status === 'failed' && !hasFailedTest(each)).length;
    const onDisk = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.test\.tsx?$/.test(name),
    );
    const notRun = Math.max(0, onDisk.length - files.length);
    if (notRun > 0) console.error(`${notRun} of ${onDisk.length} test files were not run`);
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken + notRun,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });
}

function e2e() {
  const file = join(reports, 'e2e.json');
  const content = start([PLAYWRIGHT, 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  return settle(content, file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

/**
 * The count that a runner reported, unless its exit code tells otherwise.
 *
 * @param {boolean} content
 * @param {string} file
 * @param {(report: any) => Count} read
 * @returns {Count}
 */
function settle(content, file, read) {
  const nothing = { passed: 0, failed: 1, skipped: 0 };
  try {
    const count = read(JSON.parse(readFileSync(file, 'utf8')));
    if (!Object.values(count).every(Number.isInteger)) return nothing;
    const failed = !content || count.passed === 0 ? Math.max(1, count.failed) : count.failed;
    return { ...count, failed };
  } catch (error) {
    console.error(`no readable report: ${error instanceof Error ? error.message : error}`);
    return nothing;
  }
}
