#!/usr/bin/env node
/**
 * Finds a Chromium that really starts, or installs one, and writes its path to .browser-path, where
 * playwright.config.ts reads it. The ways are tried in the order of what they cost and of what they change on the
 * machine. A browser that the user names in BROWSER_BIN is used or refused, never replaced by another.
 */
import { accessSync, constants, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { attempt } from './attempt.mjs';
import { CHROMIUM_FLAGS } from './chromium-flags.mjs';
import { installPortable, portable } from './portable-chromium.mjs';

// The headless shell first: the same engine without the browser's own windows, which makes the journeys a third faster.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const isRoot = process.getuid?.() === 0;

/** @type {readonly { name: string, find: () => string | undefined }[]} */
const WAYS = [
  { name: 'BROWSER_BIN', find: () => process.env.BROWSER_BIN },
  { name: 'CHROME_PATH', find: () => process.env.CHROME_PATH },
  { name: 'managed by Playwright', find: managed },
  { name: 'installed on this system', find: installed },
  { name: 'unpacked here before', find: () => executable(portable()) },
  { name: 'apt-get install', find: viaApt },
  { name: 'playwright install', find: viaPlaywright },
  { name: 'a portable one from the npm registry', find: installPortable },
];

for (const { name, find } of WAYS) {
  const path = find();
  if (!path) continue;
  const outcome = await launch(path);
  if (outcome.ok) {
    writeFileSync('.browser-path', `${path}\n`);
    console.log(`browser: ${path} (Chromium ${outcome.version}, ${name})`);
    process.exit(0);
  }
  console.error(`browser: ${path} (${name}) does not start: ${outcome.reason}`);
  if (name === 'BROWSER_BIN') process.exit(1);
}

console.error(`browser: no Chromium was found and none could be installed. Any of these helps:
  install Chromium or Chrome with your package manager ("apt-get install chromium" as root, say), then try again
  name one that you have: BROWSER_BIN=/path/to/chromium npm test
  npx playwright install --with-deps chromium`);
process.exit(1);

/**
 * Starts the browser and shows a page in it: a file that exists and may be executed is not yet a browser.
 *
 * @param {string} path
 * @returns {Promise<{ ok: true, version: string } | { ok: false, reason: string }>}
 */
async function launch(path) {
  try {
    const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_FLAGS, timeout: 30_000 });
    try {
      const page = await browser.newPage();
      await page.setContent('<title>ready</title>');
      if ((await page.title()) !== 'ready') return { ok: false, reason: 'it shows no page' };
      return { ok: true, version: browser.version() };
    } finally {
      await browser.close();
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const complaint = /\[err\] (.*)/.exec(text)?.[1] ?? text.split('\n')[0] ?? text;
    return { ok: false, reason: complaint };
  }
}

function managed() {
  try {
    return executable(chromium.executablePath());
  } catch {
    // Playwright has no build for this platform.
    return undefined;
  }
}

function installed() {
  return onPath(NAMES) ?? FIXED.find((path) => executable(path));
}

function viaApt() {
  if (!isRoot || !onPath(['apt-get'])) return undefined;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  attempt('apt-get', ['update', '-q'], { seconds: 120, env });
  for (const name of ['chromium-headless-shell', 'chromium']) {
    attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { seconds: 400, env });
    if (onPath([name])) break;
  }
  return installed();
}

function viaPlaywright() {
  const cli = 'node_modules/@playwright/test/cli.js';
  attempt('node', [cli, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'], { seconds: 300 });
  return managed();
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => executable(path));
}

/** @param {string | undefined} path */
function executable(path) {
  if (!path) return undefined;
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}
