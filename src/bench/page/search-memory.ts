import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { encodeText } from '../../notation/link/text-code.ts';
import { CONTEXT_OPTIONS, type ServedPage, servePage } from './browser.ts';

/** The memory that the page showed last for a search, beside the growth of its process at that time. Bytes. */
export interface SearchMemory {
  readonly title: string;
  readonly shown: number;
  readonly grown: number;
}

/** By title: a query that is searched up to a number of states. */
const SEARCHES: Readonly<Record<string, string>> = {
  'two CPUs, 200,000 states': 'rule arch-bug; tasks 2; cpus 2; interrupts calls; states 200000',
  'two CPUs, 1,000,000 states': 'rule arch-bug; tasks 2; cpus 2; interrupts calls; states 1000000',
  'two CPUs, 10,000,000 states': 'rule arch-bug; tasks 2; cpus 2; interrupts calls; states 10000000',
  'nested callers, 1,000,000 states':
    'rule arch-bug; callers balanced; tasks 2; preempt calls; interrupts calls; states 1000000',
  'nested callers, 5,000,000 states':
    'rule arch-bug; callers balanced; tasks 2; preempt calls; interrupts calls; states 5000000',
};

/** Searches in the built page; returns a reason if it cannot. */
export async function measureSearchMemory(): Promise<readonly SearchMemory[] | string> {
  if (process.platform !== 'linux') return 'the memory of a process is read from /proc';
  const measured: SearchMemory[] = [];
  for (const [title, query] of Object.entries(SEARCHES)) {
    // A browser of its own, so that no process of another search is left.
    const stage = await servePage();
    if (typeof stage === 'string') return stage;
    try {
      measured.push({ title, ...(await search(stage, query)) });
    } finally {
      await stage.close();
    }
  }
  return measured;
}

async function search({ browser, address }: ServedPage, query: string): Promise<Omit<SearchMemory, 'title'>> {
  const processes = await browser.newBrowserCDPSession();
  const context = await browser.newContext({ ...CONTEXT_OPTIONS, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${address}#1/v6/arm64-7.0/ED/1`);
  await page.waitForSelector('[contenteditable=true]');
  await page.waitForLoadState('networkidle');
  const before = await largestRenderer(processes);
  // The page opens a link that is typed into the address, and asks what it asks.
  await page.evaluate(`location.hash = '1/v6/arm64-7.0/ED/1/ask-${encodeText(query)}'`);
  return watch(page, processes, before);
}

/** Notes both figures until the search ends; those at its last progress count. */
async function watch(page: Page, processes: CDPSession, before: number): Promise<Omit<SearchMemory, 'title'>> {
  let last = { shown: 0, grown: 0 };
  await page.waitForSelector('.answer [role=status]');
  for (;;) {
    const [verdict, memory] = await page.evaluate<[string, string]>(`[
      document.querySelector('.answer [role=status]').textContent,
      [...document.querySelectorAll('.answer-facts div')].find((one) => one.textContent.startsWith('Memory'))?.textContent ?? '',
    ]`);
    if (!verdict.startsWith('Searching')) return last;
    const megabytes = /^Memory([\d.,\s]+)MB/.exec(memory)?.[1]?.replace(/[,\s]/g, '');
    const grown = (await largestRenderer(processes)) - before;
    if (megabytes !== undefined) last = { shown: Number(megabytes) * 1e6, grown };
  }
}

/** The resident memory of the process that draws the page. */
async function largestRenderer(processes: CDPSession): Promise<number> {
  const { processInfo } = await processes.send('SystemInfo.getProcessInfo');
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentBytes(id)));
}

function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes ?? 0) * 1024;
}
