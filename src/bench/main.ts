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
import { measurePage } from './page/measure.ts';
import { reportEdits, reportPage, reportSearches, reportSpeed } from './report.ts';
import { withoutSpin } from './spin.ts';
import { xstateTransition } from './xstate-transition.ts';

/** `npm run bench`: prints figures from a single run. Exits with 1 if variants disagree. */

const ROUNDS = 5;
const EDITS = 20;
const SEARCHES = 3;
const PAGE = 'dist/bench-page/page.js';
const LENGTH = 100_000;

const print = (text: string) => process.stdout.write(`${text}\n`);
const [cpu] = cpus();
const { node, v8 } = process.versions;
let agree = true;

print(`${cpu?.model ?? 'unknown CPU'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`);
print(`${process.platform} ${process.arch}, Node ${node}, V8 ${v8}, XState ${xstateVersion}`);
print('v6 on arm64 7.0; every step is stored. Each variant is checked step by step against the first, then timed.');
print('The other variants run only the helpers; our run also simulates the architecture and checks every rule.');
print(`bytes/step: ${MEMORY_METHOD}.\n`);

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

print(`An edit in the middle of ${LENGTH.toLocaleString('en-US')} events, until 30 columns around it are up to date`);
const edits = createEditSubjects(LENGTH).flatMap((document) => measureEdits(defaultWorld(), document, EDITS));
agree &&= edits.every((line) => line.agrees);
print(reportEdits(edits));

const [browser, noSpin] = [await launchChromium(), await withoutSpin()];
print('Breadth-first search of every call sequence, ours and SPIN on the same space: states and lengths must agree.');
if (typeof browser === 'string') print(`  skipped in the page: ${browser}`);
if (noSpin !== null) print(`  skipped with SPIN: ${noSpin}`);
const peers = { browser: typeof browser === 'string' ? null : browser, script: PAGE, spin: noSpin === null };
const searches = await measureSearches(peers, SEARCHES);
agree &&= searches.every((line) => line.agrees);
print(reportSearches(searches));
if (typeof browser !== 'string') await browser.close();

print('The built page, sections with page writes; first and later visits are medians of five');
const page = await measurePage([1000, 10_000, LENGTH]);
print(typeof page === 'string' ? `  skipped: ${page}\n` : reportPage(page));
if (!agree) process.exitCode = 1;
