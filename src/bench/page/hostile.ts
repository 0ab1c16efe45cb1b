import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { createRandom } from '../../lib/random.ts';
import { LIMITS } from '../../notation/text/limits.ts';
import { CONTEXT_OPTIONS, type ServedPage, servePage } from './browser.ts';

/** The longest task of the page while it took something hostile, in ms. */
export interface HostileTiming {
  readonly title: string;
  readonly longest: number;
}

interface HostileCase {
  readonly title: string;
  /** Gives it to the page; returns the frame that takes it. */
  run(page: Page, address: string): Promise<Page | Frame>;
}

const repeated = (piece: string): string => piece.repeat(Math.floor(LIMITS.text / piece.length));

function randomLetters(length: number): string {
  const random = createRandom(1);
  return Array.from({ length }, () => 'EDPR'[random(4)]).join('');
}

/** Opens a link; the page has taken it once the editor is there. */
const link = (title: string, fragment: string): HostileCase => ({
  title: `link: ${title}`,
  async run(page, address) {
    await page.goto(`${address}${fragment}`);
    await page.waitForSelector('[contenteditable=true]');
    return page;
  },
});

async function paste(page: Page, address: string, text: string): Promise<void> {
  await page.goto(address);
  const editor = page.locator('[contenteditable=true]');
  await editor.click();
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.evaluate(RESET);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
}

const pasted = (title: string, text: string): HostileCase => ({
  title: `paste: ${title}`,
  async run(page, address) {
    await paste(page, address, text);
    return page;
  },
});

const reloaded = (title: string, text: string): HostileCase => ({
  title: `reload: ${title}`,
  async run(page, address) {
    await paste(page, address, text);
    await page.waitForFunction(`Object.values(localStorage).some((value) => value.length >= ${text.length})`);
    await page.reload();
    await page.waitForSelector('[contenteditable=true]');
    return page;
  },
});

/** Opens a file in the dialog of documents. */
const opened = (title: string, name: string, text: string): HostileCase => ({
  title: `file: ${title}`,
  async run(page, address) {
    await page.goto(address);
    await page.waitForSelector('[contenteditable=true]');
    await page.evaluate("document.querySelector('[data-command=documents]').click()");
    await page.waitForSelector('.document-file-input', { state: 'attached' });
    // From the disk, as a person would: the content of a file that exists only here would be decoded by the page's own thread.
    const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    const path = join(folder, name);
    await writeFile(path, text);
    await page.evaluate(RESET);
    await page.setInputFiles('.document-file-input', path);
    await page.waitForFunction(
      '!document.querySelector(".document-file-input") || document.querySelector(".notice-text")',
    );
    await rm(folder, { recursive: true });
    return page;
  },
});

const messages = (title: string, send: string): HostileCase => ({
  title: `messages: ${title}`,
  async run(page, address) {
    const frameOf = `<iframe src="${address}?embed" width="800" height="500"></iframe>`;
    await page.setContent(frameOf);
    const frame = page.frames().at(-1) ?? page.mainFrame();
    await frame.waitForSelector('.column-button');
    await frame.evaluate(RESET);
    await page.evaluate(send);
    return frame;
  },
});

const TABLE_ROWS = [
  'lazy_mmu_mode_enable()  -> arch_enter()  e=1 p=0',
  'lazy_mmu_mode_disable()  -> arch_leave()  e=0 p=0',
];

const CASES: readonly HostileCase[] = [
  link('a million events in 28 characters', '#1/v6/arm64-7.0/N1000000E./1'),
  link('a million events, nested', `#1/v6/arm64-7.0/${'N10'.repeat(6)}E${'.'.repeat(6)}/1`),
  link('nested beyond the limit', `#1/v6/arm64-7.0/${'N9'.repeat(60)}E${'.'.repeat(60)}/1`),
  link('a million events, at the last of them', '#1/v6/arm64-7.0/N1000000E./1000000'),
  link('500,000 random calls', `#1/v6/arm64-7.0/${randomLetters(500_000)}/1`),
  pasted('4 MB of sections', repeated('enable; set k1; disable\n')),
  pasted('set k0..k1023 290,000 times', repeated('set k0..k1023;')),
  pasted('4 MB in one line', repeated('x')),
  pasted('4 MB of unfinished repeats', repeated('repeat 9 {')),
  pasted(
    'a table of 70,000 rows',
    Array.from({ length: 70_000 }, (_, n) => `${n + 1}  ${TABLE_ROWS[n % 2]}`).join('\n'),
  ),
  pasted('70,000 lines that are no table', Array.from({ length: 70_000 }, (_, n) => `${n + 1} enable`).join('\n')),
  reloaded('4 MB of comments', repeated('enable # a comment of forty characters or so\n')),
  reloaded('4 MB of sections', repeated('enable; set k1; disable\n')),
  opened('4 MB of sections', 'sections.txt', repeated('enable; set k1; disable\n')),
  opened('32 MB that are no document', 'no.json', `{"lazymmu/1/doc/a":"${'x'.repeat(31_999_000)}`),
  opened('a document with 32 MB', 'long.json', JSON.stringify({ 'lazymmu/1/bytes/a/0': 'x'.repeat(31_999_000) })),
  messages('20,000 goto', 'for (let n = 0; n < 20000; n++) frames[0].postMessage({ goto: n % 7 }, "*")'),
  messages('300 ops', 'for (let n = 0; n < 300; n++) frames[0].postMessage({ ops: "E".repeat(n + 1) }, "*")'),
];

/** Lets the page take each hostile input of the corpus; returns a reason if it cannot. */
export async function measureHostile(): Promise<readonly HostileTiming[] | string> {
  const stage = await servePage();
  if (typeof stage === 'string') return stage;
  try {
    const timings: HostileTiming[] = [];
    for (const one of CASES) timings.push({ title: one.title, longest: await longestTask(stage, one) });
    return timings;
  } finally {
    await stage.close();
  }
}

async function longestTask({ browser, address }: ServedPage, { run }: HostileCase): Promise<number> {
  const context = await browser.newContext({
    ...CONTEXT_OPTIONS,
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
  });
  await context.addInitScript(WATCH);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(180_000);
    const frame = await run(page, address);
    await frame.waitForFunction('performance.now() - beat < 200 && performance.now() - latest > 2000');
    return await frame.evaluate<number>('longest');
  } finally {
    await context.close();
  }
}

/** Begins to count anew; the wait for the last long task begins with it. */
const RESET = 'longest = 0; latest = performance.now()';

/**
 * Notes the longest task, and when the latest one of more than 50 ms ended. A task is reported some time after its end, so
 * a heartbeat notes as well when the page was held.
 */
const WATCH = `
  globalThis.longest = 0;
  globalThis.latest = 0;
  globalThis.beat = 0;
  setInterval(() => {
    const now = performance.now();
    if (now - beat > 150) latest = now;
    beat = now;
  }, 50);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      longest = Math.max(longest, duration);
      latest = startTime + duration;
    }
  }).observe({ type: 'longtask', buffered: true });
`;
