/**
 * `npm run schedules -- --schedules N --seed S`: runs seeded schedules of three real tabs. A schedule that loses an
 * acknowledged edit, throws or writes an error to the console is printed with its seed and its steps; the exit code is then 1.
 * The tabs show the application without its views, which loads in a fraction of the time; with `--whole` they show the page
 * in `dist`. `--profiles P` runs so many schedules side by side.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { CHROMIUM_FLAGS } from './chromium-flags.mjs';
import { bareHands, wholeHands } from './schedules/hands.mjs';
import { createProfile, runSchedule } from './schedules/schedule.mjs';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
    profiles: { type: 'string', default: '3' },
    whole: { type: 'boolean', default: false },
  },
});
const schedules = readNumber(values.schedules);
const seed = readNumber(values.seed);
const profiles = readNumber(values.profiles);

const outDir = values.whole ? 'dist' : await buildBarePage();
const server = await preview({
  configFile: false,
  logLevel: 'error',
  build: { outDir },
  // The page of a schedule never changes, and compiling it anew takes much of the time.
  preview: { port: 0, host: '127.0.0.1', headers: { 'Cache-Control': 'max-age=86400' } },
});
const address = server.resolvedUrls?.local[0] ?? '';
const path =
  process.env.BROWSER_BIN ?? (existsSync('.browser-path') ? readFileSync('.browser-path', 'utf8').trim() : '');
const browser = await chromium.launch({ ...(path ? { executablePath: path } : {}), args: CHROMIUM_FLAGS });

console.log(`${schedules} schedules from seed ${seed}, ${profiles} profiles side by side`);
const started = performance.now();
let next = 0;
let done = 0;
let acknowledged = 0;
let failed = 0;
const report = () => {
  const seconds = (performance.now() - started) / 1000;
  const rate = ((done / seconds) * 60).toFixed(0);
  console.log(
    `${done} schedules (${rate} a minute), ${acknowledged} acknowledged edits, ${failed} schedules with faults`,
  );
};

async function work() {
  const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
  const profile = await createProfile(context, address, values.whole ? wholeHands : bareHands);
  while (next < schedules) {
    const own = seed + next;
    next += 1;
    const outcome = await runSchedule(profile, own);
    done += 1;
    acknowledged += outcome.acknowledged;
    if (outcome.faults.length > 0) {
      failed += 1;
      console.log(`seed ${own}; again with: npm run schedules -- --schedules 1 --seed ${own}`);
      console.log(`  ${outcome.steps.join(', ')}`);
      for (const fault of outcome.faults) console.log(`  ${fault}`);
    }
    if (done % 100 === 0) report();
  }
  await context.close();
}

await Promise.all(Array.from({ length: Math.min(profiles, schedules) }, work));
report();
await browser.close();
await server.close();
if (!values.whole) rmSync(outDir, { recursive: true });
process.exitCode = failed > 0 ? 1 : 0;

async function buildBarePage() {
  const folder = mkdtempSync(join(tmpdir(), 'lazymmu-schedules-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      target: 'es2022',
      rolldownOptions: {
        input: 'scripts/schedules/bare-page.ts',
        output: { entryFileNames: 'page.js', codeSplitting: false },
      },
    },
  });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>tab</title><script type="module" src="page.js"></script>',
  );
  copyFileSync('public/icon.svg', join(folder, 'icon.svg'));
  return folder;
}

/** @param {string} text */
function readNumber(text) {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  console.error(`"${text}" is not a number, expected up to ten digits`);
  return process.exit(2);
}
