/** One journey in a Firefox of this machine's own: what Chromium alone says of a page is half of it. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { CTRL_A, ESCAPE, type Firefox, findFirefox, startFirefox } from './firefox.ts';
import { type Site, startSite } from './site.ts';

const found = findFirefox();

const test = base.extend<{ firefox: Firefox; site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures are wanted
  firefox: async ({}, use) => {
    const firefox = await startFirefox('path' in found ? found.path : '');
    await use(firefox);
    await firefox.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above
  site: async ({}, use) => {
    const site = await startSite('dist');
    await use(site);
    await site.close();
  },
});
test.skip('missing' in found, 'missing' in found ? found.missing : '');

const EDITOR = '[aria-label="Program text"][contenteditable="true"]';
const FILE = pathToFileURL(resolve('dist/lazy-mmu-visualiser.html')).href;

const textOf = (firefox: Firefox, selector: string) =>
  firefox.run(`return document.querySelector('${selector}')?.innerText ?? ''`);
const program = (firefox: Firefox) =>
  firefox.run(`return [...document.querySelectorAll('.cm-line')].map((line) => line.textContent.trim()).join('; ')`);

/** Types a program that ends in a mistake, looks at it, and loads the page anew. */
async function walk(firefox: Firefox, address: string): Promise<void> {
  await firefox.goto(address);
  await firefox.type(EDITOR, CTRL_A);
  await firefox.type(EDITOR, 'enable; disable; disable');
  await expect.poll(() => textOf(firefox, '[aria-label="Problems"]')).toContain('enable_count == 0');
  await firefox.click('[aria-label="Step back"]');
  await firefox.click('[aria-label="Step into"]');
  await expect.poll(() => textOf(firefox, '.status')).toContain('Step 3 of 3, statement 1');
  await firefox.click('[aria-label="Help"]');
  await expect.poll(() => textOf(firefox, '[role=dialog]')).toContain('Step');
  await firefox.type('[role=dialog]', ESCAPE);
  await firefox.reload();
  await expect.poll(() => program(firefox)).toBe('enable; disable; disable');
}

test('in Firefox the page works, is kept for when there is no network, and opens from a disk', async ({
  firefox,
  site,
}) => {
  const address = `${site.address}/`;
  await walk(firefox, address);
  await expect.poll(() => firefox.run('return navigator.serviceWorker.controller !== null')).toBe(true);
  site.connect(false);
  await walk(firefox, address);
  await walk(firefox, FILE);
  expect(await firefox.complaints(address, 'file:')).toEqual([]);
});
