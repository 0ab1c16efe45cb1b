import { cpus, totalmem } from 'node:os';
import { version as xstateVersion } from 'xstate/package.json';
import { callMixes } from './calls.ts';
import { launchChromium } from './chromium.ts';
import { compareVariants } from './compare.ts';
import { createEditSubjects } from './documents.ts';
import { measureEdits } from './edit.ts';
import { measureSearches } from './exploration.ts';
import { MEMORY_METHOD } from './memory.ts';
import { objectPerStep } from './object-per-step.ts';
import { defaultWorld, ourFirstRun, ourRun } from './our-run.ts';
import { measureHostile } from './page/hostile.ts';
import { measurePage } from './page/measure.ts';
import { measureSearchMemory } from './page/search-memory.ts';
import { reportEdits, reportPage, reportSearches, reportSpeed } from './report.ts';
import { compareWithSpin } from './spin/compare-with-spin.ts';
import { withoutSpin } from './spin/run-spin.ts';
import { xstateTransition } from './xstate-transition.ts';

/**
 * `npm run bench`: prints figures from a single run, of all parts or of those that are named: `npm run bench -- spin`.
 * Exits with 1 if variants disagree.
 */

const ROUNDS = 5;
const EDITS = 20;
const SEARCHES = 3;
const PAGE = 'dist/bench-page/page.js';
const LENGTH = 100_000;
/** No task of the page should be longer, whatever it is given, in ms. */
const LONGEST_TASK_MS = 200;
/** Random questions for SPIN. */
const QUESTIONS = 500;

const print = (text: string) => process.stdout.write(`${text}\n`);
const [cpu] = cpus();
const { node, v8 } = process.versions;

/** Each part prints its figures, and returns whether all variants agree. */
const PARTS: Readonly<Record<string, () => Promise<boolean>>> = { speed, edits, search, memory, page, hostile, spin };

const names = process.argv.slice(2);
const unknown = names.filter((name) => !PARTS[name]);
if (unknown.length > 0) {
  process.stderr.write(`bench: no part "${unknown.join('", "')}" (expected ${Object.keys(PARTS).join(', ')})\n`);
  process.exit(2);
}
print(`${cpu?.model ?? 'unknown CPU'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`);
print(`${process.platform} ${process.arch}, Node ${node}, V8 ${v8}, XState ${xstateVersion}`);
for (const [name, run] of Object.entries(PARTS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  if (!(await run())) process.exitCode = 1;
}

async function speed(): Promise<boolean> {
  print('v6 on arm64 7.0; every step is stored. Each variant is checked step by step against the first, then timed.');
  print('The other variants run only the helpers; our run also simulates the architecture and checks every rule.');
  print(`bytes/step: ${MEMORY_METHOD}.\n`);
  let agree = true;
  for (const mix of callMixes) {
    for (const { variants, calls } of [
      { variants: [ourRun, ourFirstRun, objectPerStep, xstateTransition], calls: LENGTH },
      { variants: [ourRun, objectPerStep], calls: 10 * LENGTH },
    ]) {
      print(`${mix.title}; ${calls.toLocaleString('en-US')} calls, median of ${ROUNDS} interleaved rounds`);
      const lines = compareVariants(variants, mix, { calls, rounds: ROUNDS });
      agree &&= lines.every((line) => line.agrees);
      print(reportSpeed(lines));
    }
  }
  return agree;
}

async function edits(): Promise<boolean> {
  print(`An edit in the middle of ${LENGTH.toLocaleString('en-US')} events, until 30 columns around it are up to date`);
  const lines = createEditSubjects(LENGTH).flatMap((document) => measureEdits(defaultWorld(), document, EDITS));
  print(reportEdits(lines));
  return lines.every((line) => line.agrees);
}

async function search(): Promise<boolean> {
  const [browser, noSpin] = [await launchChromium(), await withoutSpin()];
  print('Breadth-first search of every call sequence, ours and SPIN on the same space: states and lengths must agree.');
  if (typeof browser === 'string') print(`  skipped in the page: ${browser}`);
  if (noSpin !== null) print(`  skipped with SPIN: ${noSpin}`);
  const peers = { browser: typeof browser === 'string' ? null : browser, script: PAGE, spin: noSpin === null };
  const lines = await measureSearches(peers, SEARCHES);
  print(reportSearches(lines));
  if (typeof browser !== 'string') await browser.close();
  return lines.every((line) => line.agrees);
}

async function memory(): Promise<boolean> {
  print(
    'Memory that the page shows for a search, beside the growth of its process; the goal is a difference of 20 % at most',
  );
  const measured = await measureSearchMemory();
  if (typeof measured === 'string') {
    print(`  not measured: ${measured}\n`);
    return true;
  }
  for (const { title, shown, grown } of measured) {
    const [a, b] = [shown, grown].map((bytes) => `${(bytes / 1e6).toFixed(0)} MB`.padStart(8));
    print(
      `  ${title.padEnd(36)} shown ${a}, grown ${b}, ${((100 * (shown - grown)) / grown).toFixed(0).padStart(4)} %`,
    );
  }
  print('');
  return true;
}

async function page(): Promise<boolean> {
  print('The built page, sections with page writes; first and later visits are medians of five');
  const figures = await measurePage([1000, 10_000, LENGTH]);
  print(typeof figures === 'string' ? `  skipped: ${figures}\n` : reportPage(figures));
  return true;
}

async function spin(): Promise<boolean> {
  const seed = Number(process.env.BENCH_SEED ?? (Date.now() % 2 ** 31) + 1);
  print(
    `${QUESTIONS} random questions to the explorer and SPIN: verdict, states and shortest length. BENCH_SEED=${seed}`,
  );
  const missing = await withoutSpin();
  if (missing !== null) {
    print(`  skipped: ${missing}\n`);
    return true;
  }
  const { held, states, skipped, fewer, disagreements } = await compareWithSpin(seed, QUESTIONS);
  print(`  ${held} hold, with ${states.toLocaleString('en-US')} states in both; the others break.`);
  print(`  Drawn again: ${skipped}, for which there is no model or which have too many states.`);
  print(`  ${fewer} hold with fewer states in SPIN, as their models say: runs that end inside a call.`);
  for (const disagreement of disagreements) print(`  DISAGREE: ${disagreement}`);
  print(`  ${disagreements.length} disagreements\n`);
  return disagreements.length === 0;
}

async function hostile(): Promise<boolean> {
  const timings = await measureHostile();
  print(`Longest task of the page with hostile links, texts and messages; the goal is ${LONGEST_TASK_MS} ms`);
  if (typeof timings === 'string') {
    print(`  not measured: ${timings}\n`);
    return true;
  }
  for (const { title, longest } of timings) {
    const verdict = longest > LONGEST_TASK_MS ? '  over the goal' : '';
    print(`  ${title.padEnd(48)} ${longest.toFixed(0).padStart(7)} ms${verdict}`);
  }
  print('');
  return true;
}
