import type { Page } from '@playwright/test';
import { median } from '../statistics.ts';
import { CONTEXT_OPTIONS, type ServedPage } from './browser.ts';
import { type GestureTiming, recordGesture } from './record.ts';

/** Timings of the explorer in the built page, for the last of `spaces`. Milliseconds, medians. */
export interface ExplorerFigures {
  /**
   * From opening a link with a query to the shortest counterexample: on a first visit, and with the service worker in
   * charge.
   */
  readonly first: number;
  readonly later: number;
  /** From the click that cancels a long search to the message that it is cancelled. */
  readonly cancelled: number;
  readonly gestures: readonly (GestureTiming & { readonly title: string })[];
}

const ROUNDS = 5;

export async function measureExplorer({ browser, address }: ServedPage): Promise<ExplorerFigures> {
  const visits: { first: number; later: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext(CONTEXT_OPTIONS);
    await context.addInitScript(WAIT);
    const page = await context.newPage();
    await page.goto(address + LINK);
    const first = await waitForVerdict(page);
    await page.evaluate('navigator.serviceWorker.ready');
    // The page has replaced the address by that of its program, so a reload would not run the query again.
    await page.goto('about:blank');
    await page.goto(address + LINK);
    visits.push({ first, later: await waitForVerdict(page) });
    await context.close();
  }
  const context = await browser.newContext({ ...CONTEXT_OPTIONS, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}#1/v6/arm64-7.0/ED/1`);
  await page.waitForSelector('[contenteditable=true]');
  const gestures = [];
  for (const { title, act } of GESTURES) gestures.push({ title, ...(await recordGesture(page, () => act(page))) });
  const cancelled = await page.evaluate<number>(CANCEL);
  await context.close();
  return {
    first: median(visits.map((visit) => visit.first)),
    later: median(visits.map((visit) => visit.later)),
    cancelled,
    gestures,
  };
}

/** The issue that Ryan Roberts found. */
const LINK = '#1/v4-07/arm64-7.0/0/0/ask-known_F7_v4-07';

async function waitForVerdict(page: Page): Promise<number> {
  await page.waitForFunction('answered > 0');
  return page.evaluate<number>('answered');
}

/** Watches for the verdict as closely as a page permits. */
const WAIT = `
  globalThis.answered = 0;
  const look = () => {
    if (document.querySelector('.answer [role=status]')?.textContent.startsWith('Rule violated')) answered = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Explore', exact: true });
const tab = (page: Page, name: string) => dialog(page).getByRole('tab', { name }).click();
const choose = (page: Page, group: string, name: string) =>
  dialog(page).getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();
const press = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();

const GESTURES: readonly { readonly title: string; act(page: Page): Promise<void> }[] = [
  {
    title: 'open the explorer',
    async act(page) {
      await page.keyboard.press('Shift+X');
      await dialog(page).getByRole('form', { name: 'Query' }).waitFor();
    },
  },
  { title: 'show known issues', act: (page) => tab(page, 'Known issues') },
  { title: 'search one of them', act: (page) => press(page, 'F7 v4-07') },
  { title: 'find a different cause', act: (page) => press(page, 'Find a different cause') },
  { title: 'draw the state graph', act: (page) => tab(page, 'State graph') },
  {
    title: 'show state classes',
    act: (page) => dialog(page).getByRole('radio', { name: 'State classes' }).check(),
  },
  {
    title: 'start a long search',
    async act(page) {
      await tab(page, 'Query');
      await choose(page, 'Active tasks', '2');
      await choose(page, 'Callers', 'Properly nested calls');
      await choose(page, 'Search for', 'Violation of one rule');
      await press(page, 'Search');
    },
  },
];

const CANCEL = `(async () => {
  const began = performance.now();
  [...document.querySelectorAll('button')].find((one) => one.textContent === 'Cancel').click();
  while (!/Inconclusive/.test(document.querySelector('.answer')?.textContent ?? '')) await new Promise(requestAnimationFrame);
  return performance.now() - began;
})()`;
