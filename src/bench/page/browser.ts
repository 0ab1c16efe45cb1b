import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { launchChromium } from '../chromium.ts';

/** A browser and the built page, served. */
export interface ServedPage {
  readonly browser: Browser;
  readonly address: string;
  close(): Promise<void>;
}

const VITE = 'node_modules/vite/bin/vite.js';
const PORT = Number(process.env.BENCH_PORT ?? 4390);
/** The folder of the page that is measured: a build of its own, because building it empties the folder. */
export const SITE = 'dist/bench-site';
const PAGE = `${SITE}/index.html`;

/** What is asked of a page from outside is a script that its policy forbids. */
export const CONTEXT_OPTIONS = { bypassCSP: true } as const;

/** Starts both; where one is missing, says which and how to get it. */
export async function servePage(): Promise<ServedPage | string> {
  if (!existsSync(PAGE)) return `there is no ${PAGE}: run "npm run bench", which builds it`;
  const browser = await launchChromium();
  if (typeof browser === 'string') return browser;
  const address = `http://127.0.0.1:${PORT}/`;
  const server = spawn(
    process.execPath,
    [VITE, 'preview', '--outDir', SITE, '--port', String(PORT), '--strictPort', '--host', '127.0.0.1'],
    { stdio: 'ignore' },
  );
  const close = async () => {
    await browser.close();
    server.kill();
  };
  if (await answers(address, server)) return { browser, address, close };
  await close();
  return `the page was not served at ${address}: name another port in BENCH_PORT`;
}

async function answers(address: string, server: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 50 && server.exitCode === null; attempt++) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
