// `npm run mutation [-- [--fresh] FOLDER or FILE …]`: changes the code of storage, notation and links piece by piece and runs
// the tests on each change. A change that no test notices survives. `--fresh` forgets earlier runs. Fails below 95 %, and unless each survivor is listed with its
// reason in mutation-survivors.json. Takes hours for all folders, so `npm test` runs only the test of mutation-score.mjs.
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { judgeMutants, mutantsOf } from './mutation-score.mjs';

/**
 * By folder: the files that are changed, and the folders and files of the tests that run on them.
 *
 * @type {Readonly<Record<string, { files: readonly string[], tests: readonly string[] }>>}
 */
const TARGETS = {
  'src/notation': { files: ['src/notation/*.ts'], tests: ['src/notation'] },
  'src/notation/link': {
    files: ['src/notation/link/*.ts'],
    tests: ['src/notation/link', 'src/notation/read-any.test.ts'],
  },
  'src/notation/text': { files: ['src/notation/text/*.ts'], tests: ['src/notation'] },
  'src/notation/mail': {
    files: ['src/notation/mail/*.ts'],
    tests: ['src/notation/mail', 'src/notation/read-any.test.ts'],
  },
  'src/app/share': { files: ['src/app/share/link*.ts'], tests: ['src/app/share'] },
  'src/app/document': { files: ['src/app/document/open-link.ts'], tests: ['src/app/document', 'src/app/share'] },
  'src/app/storage': { files: ['src/app/storage/*.ts'], tests: ['src/app/storage', 'src/app/document'] },
};
/** Runs of each property for each change. More take longer and can only find more. */
const PROPERTY_RUNS = '20';
const MIN_SCORE = 95;

const { values, positionals } = parseArgs({ options: { fresh: { type: 'boolean' } }, allowPositionals: true });
const paths = positionals.length > 0 ? positionals.map((path) => path.replace(/\/$/, '')) : Object.keys(TARGETS);
const parts = paths.flatMap((path) => {
  const target = TARGETS[path] ?? (path.endsWith('.ts') ? TARGETS[dirname(path)] : undefined);
  return target ? [{ path, files: path in TARGETS ? target.files : [path], tests: target.tests }] : [];
});
if (parts.length < paths.length) {
  console.error(`mutation: expected ${Object.keys(TARGETS).join(', ')}, or files in these folders`);
  process.exit(2);
}

const cache = resolve('node_modules/.cache/mutation');
mkdirSync(cache, { recursive: true });
const listed = JSON.parse(readFileSync('scripts/mutation-survivors.json', 'utf8'));
process.env.FC_SEED ??= '1';
process.env.FC_RUNS ??= PROPERTY_RUNS;

let failed = false;
for (const { path, files, tests } of parts) {
  const name = path.replaceAll('/', '-');
  const report = join(cache, `${name}.json`);
  process.env.MUTATION_TESTS = tests.join(',');
  await new Stryker({
    mutate: [...files, '!**/*.test.ts', '!**/arbitrary.ts', '!**/testing.ts'],
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/mutation-vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
    // A change may make a loop endless. The time of the unchanged test is multiplied, so a busy machine is no reason to stop.
    timeoutMS: 20_000,
    timeoutFactor: 4,
    dryRunTimeoutMinutes: 60,
    incremental: true,
    incrementalFile: join(cache, `${name}-incremental.json`),
    force: values.fresh ?? false,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    allowConsoleColors: false,
    // Outside of the project, whose linter and tests must not find the copy.
    tempDirName: join(tmpdir(), `lazymmu-mutation-${process.pid}`),
    ignorePatterns: ['dist', '.browser', 'test-results', 'playwright-report'],
    // The compiler's interface that rewrites its configuration is gone in TypeScript 7.
    tsconfigFile: '',
    disableTypeChecks: false,
  }).runMutationTest();
  const verdict = judgeMutants(mutantsOf(JSON.parse(readFileSync(report, 'utf8'))), listed);
  console.log(`${path}: ${verdict.summary}`);
  for (const line of verdict.problems) console.log(`  ${line}`);
  if (verdict.score < MIN_SCORE) console.log(`  the score is below ${MIN_SCORE} %`);
  failed ||= verdict.problems.length > 0 || verdict.score < MIN_SCORE;
}
process.exit(failed ? 1 : 0);
