import type { Page } from '@playwright/test';
import { median } from '../statistics.ts';
import { OBSERVED, type Stage } from './browser.ts';
import { type Recording, record } from './record.ts';

/** The explorer in the built page, asked what `spaces` has last. Milliseconds, medians. */
export interface ExplorerFigures {
  /** From the navigation to the shortest counterexample, with nothing kept, and with the service worker in charge. */
  readonly first: number;
  readonly later: number;
  /** From the click that asks. */
  readonly asked: number;
  /** From the click that cancels a long search to the word that it is cancelled. */
  readonly cancelled: number;
  readonly gestures: readonly (Recording & { readonly title: string })[];
}

const ROUNDS = 5;

export async function measureExplorer({ browser, address }: Stage): Promise<ExplorerFigures> {
  const visits: { first: number; later: number; asked: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext(OBSERVED);
    await context.addInitScript(ASK);
    const page = await context.newPage();
    await page.goto(address);
    const first = await answered(page);
    await page.evaluate('navigator.serviceWorker.ready');
    await page.reload();
    const later = await answered(page);
    visits.push({ first: first.answered, later: later.answered, asked: first.answered - first.asked });
    await context.close();
  }
  const context = await browser.newContext({ ...OBSERVED, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}#1/v6/arm64-7.0/ED/1`);
  await page.waitForSelector('[contenteditable=true]');
  const gestures = [];
  for (const { title, act } of GESTURES) gestures.push({ title, ...(await record(page, () => act(page))) });
  const cancelled = await page.evaluate<number>(CANCEL);
  await context.close();
  return {
    first: median(visits.map((visit) => visit.first)),
    later: median(visits.map((visit) => visit.later)),
    asked: median(visits.map((visit) => visit.asked)),
    cancelled,
    gestures,
  };
}

interface Answered {
  readonly asked: number;
  readonly answered: number;
}

async function answered(page: Page): Promise<Answered> {
  await page.waitForFunction('explored.answered > 0');
  return page.evaluate<Answered>('explored');
}

/** As fast as a page lets anybody: opens the explorer, asks for what Ryan Roberts found, waits for the answer. */
const ASK = `
  globalThis.explored = { asked: 0, answered: 0 };
  const button = (name) => [...document.querySelectorAll('[role=dialog] button')].find((one) => one.textContent === name);
  const look = () => {
    const now = performance.now();
    const open = [...document.querySelectorAll('header button')].find((one) => one.textContent.startsWith('Explore'));
    const known = button('F7 v4-07');
    if (!document.querySelector('[role=dialog]')) open?.click();
    else if (!known) button('Found by people')?.focus();
    else if (!explored.asked) { explored.asked = now; known.click(); }
    else if (document.querySelector('.answer [role=status]')?.textContent.startsWith('It breaks')) explored.answered = now;
    if (!explored.answered) requestAnimationFrame(look);
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
      await dialog(page).getByRole('form', { name: 'Question' }).waitFor();
    },
  },
  { title: 'what people found', act: (page) => tab(page, 'Found by people') },
  { title: 'ask one of them', act: (page) => press(page, 'F7 v4-07') },
  { title: 'ask for another cause', act: (page) => press(page, 'Another one, different cause') },
  { title: 'draw the state graph', act: (page) => tab(page, 'State graph') },
  {
    title: 'draw classes of states',
    act: (page) => dialog(page).getByRole('radio', { name: 'Classes of states' }).check(),
  },
  {
    title: 'ask for a long search',
    async act(page) {
      await tab(page, 'Question');
      await choose(page, 'Tasks that act', '2');
      await choose(page, 'Callers', 'nest properly');
      await choose(page, 'What is asked', 'Does one rule break');
      await press(page, 'Ask');
    },
  },
];

const CANCEL = `(async () => {
  const began = performance.now();
  [...document.querySelectorAll('button')].find((one) => one.textContent === 'Cancel').click();
  while (!/Not decided/.test(document.querySelector('.answer')?.textContent ?? '')) await new Promise(requestAnimationFrame);
  return performance.now() - began;
})()`;
