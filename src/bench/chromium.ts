import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import type { SpaceResult } from './spaces.ts';

/** A search in a page: milliseconds of the search alone, and from the opening of the page. */
export type PageSearch = SpaceResult & { readonly searched: number; readonly opened: number };

/** No graphics card, and no background traffic of the browser's own. */
const FLAGS = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

/** Starts the browser that `npm run browser` found, as the tests do; an error in a few words where there is none. */
export async function launchChromium(): Promise<Browser | string> {
  const found = existsSync('.browser-path') ? readFileSync('.browser-path', 'utf8').trim() : undefined;
  const executablePath = process.env.BROWSER_BIN ?? found;
  try {
    return await chromium.launch({ args: FLAGS, ...(executablePath && { executablePath }) });
  } catch {
    return 'no Chromium starts ("npm run browser" installs one)';
  }
}

const ADDRESS = 'http://bench.test/';

/** Opens a page with nothing in it but the search of a space, by its number, and waits for what comes out. */
export async function searchInPage(browser: Browser, script: string, space: number): Promise<PageSearch> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.route(`${ADDRESS}**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', path: script })
        : route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><script type="module" src="/page.js"></script>',
          }),
    );
    await page.goto(`${ADDRESS}#${space}`);
    const answer = await page.waitForFunction('globalThis.answer', undefined, { timeout: 300_000 });
    return (await answer.jsonValue()) as PageSearch;
  } finally {
    await context.close();
  }
}
