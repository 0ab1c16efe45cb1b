import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { median } from '../statistics.ts';
import { CONTEXT_OPTIONS, type ServedPage, SITE } from './browser.ts';

/** Milliseconds from navigation until the timeline accepts clicks, and until the editor accepts text. */
export interface Visit {
  readonly title: string;
  readonly interactive: number;
  readonly editor: number;
}

const VISITS = 5;

/** First visits without any cache, and later ones with the service worker in charge; medians. */
export async function measureVisits({ browser, address }: ServedPage): Promise<Visit[]> {
  const first: Visit[] = [];
  const later: Visit[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await browser.newContext(CONTEXT_OPTIONS);
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    await page.goto(address);
    first.push(await readVisit(page));
    await page.evaluate('navigator.serviceWorker.ready');
    await page.reload();
    later.push(await readVisit(page));
    await context.close();
  }
  return [medianOf('first visit', first), medianOf('later visit', later)];
}

/** Gzipped bytes of the scripts that the built page references. */
export function initialBytes(): number {
  const html = readFileSync(`${SITE}/index.html`, 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(`${SITE}/${file}`)).length, 0);
}

const WATCH = `
  globalThis.visit = { interactive: 0, editor: 0 };
  const look = () => {
    const now = performance.now();
    if (!visit.interactive && document.querySelector('.column-button')) visit.interactive = now;
    if (!visit.editor && document.querySelector('[contenteditable=true]')) visit.editor = now;
    if (!visit.editor) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

async function readVisit(page: Page): Promise<Visit> {
  await page.waitForFunction('visit.editor > 0');
  return page.evaluate<Visit>('visit');
}

const medianOf = (title: string, visits: readonly Visit[]): Visit => ({
  title,
  interactive: median(visits.map(({ interactive }) => interactive)),
  editor: median(visits.map(({ editor }) => editor)),
});
