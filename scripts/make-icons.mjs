/**
 * `npm run icons`: draws the PNG icons in `public` from `public/icon.svg`. Systems cut these icons to shapes of their own, so the
 * background fills the square and the drawing keeps clear of the edges.
 */
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS } from './chromium-flags.mjs';

const ICONS = [
  // iOS rounds the corners.
  { file: 'apple-touch-icon.png', size: 180, scale: 1 },
  // Launchers may cut to a circle of 80% of the width: the safe zone of a maskable icon.
  { file: 'icon-maskable-512.png', size: 512, scale: 0.78 },
];

const source = readFileSync('public/icon.svg', 'utf8');
const background = /<rect [^>]*fill="(#[\da-f]+)"/.exec(source)?.[1];
if (background === undefined) throw new Error('public/icon.svg has no background');
const found = existsSync('.browser-path') ? readFileSync('.browser-path', 'utf8').trim() : undefined;
const executablePath = process.env.BROWSER_BIN ?? found;
const browser = await chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) });
try {
  const page = await browser.newPage();
  for (const { file, size, scale } of ICONS) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0; background: ${background} } svg { display: block; scale: ${scale} }</style>${source}`,
    );
    await page.screenshot({ path: `public/${file}` });
    console.log(`public/${file}`);
  }
} finally {
  await browser.close();
}
