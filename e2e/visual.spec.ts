/**
 * The main states as pictures, for one major version of the browser and the fonts that they were made with: others draw
 * letters of other shapes or widths, and there the comparison is skipped, saying so. `npx playwright test
 * e2e/visual.spec.ts --update-snapshots` makes them anew; look at them before you commit.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './fixture.ts';

const MADE_WITH = 'e2e/visual/made-with.json';

/** Only where it was asked for is it written which browser the pictures are of. */
const MAKING: readonly string[] = ['all', 'changed'];

/** A state of the page, its size, and how a person gets there. */
interface State {
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  readonly reach?: (app: App) => Promise<unknown>;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const dialog = (page: Page) => page.getByRole('dialog');

const STATES: Readonly<Record<string, State>> = {
  'as it opens': {},
  'a check fires, at a statement': { hash: '#1/v6/arm64-7.0/EDD/2', reach: (app) => app.into(2) },
  'ignored while paused': { hash: '#1/v6/arm64-7.0/Esk1PEsk2DRD/4' },
  'updates that wait': { hash: '#1/v6/xen-pv-7.0/Es1s2s3D/4' },
  'two tasks': {
    reach: (app) => app.typeProgram('task B mm m2; enable; set k1; switch B; enable; disable; switch A; disable'),
  },
  'all architectures': { hash: '#1/v6/arm64-7.0/Es1s2t1D/4', reach: ({ page }) => page.keyboard.press('a') },
  '255 levels': { hash: '#1/v6/arm64-7.0/N256E.N256D./255' },
  'a long name': {
    hash: '#1/v6/arm64-7.0/ED/1/title-a_name_of_a_program_that_goes_on_for_longer_than_any_line_of_the_page_has_room',
  },
  'an empty program': { reach: (app) => app.button('New').click() },
  'a mistake in the text': { reach: (app) => app.typeProgram('enable; set kk; disable') },
  'a broken link': { hash: '#1/v6/arm64-9.9/EDD/2' },
  'rows selected': {
    reach: async ({ page }) => {
      await page.getByRole('group', { name: 'Drawing' }).focus();
      await page.keyboard.press('Shift+ArrowLeft');
      await page.keyboard.press('Shift+ArrowLeft');
    },
  },
  'a comparison': {
    hash: '#1/v6/arm64-7.0/EPDRDD/3',
    reach: async ({ page }) => {
      await page.keyboard.press('c');
      await expect(dialog(page).getByText('Differences in words')).toBeVisible();
    },
  },
  'an answer of the explorer': {
    reach: async ({ page }) => {
      await page.keyboard.press('Shift+x');
      await dialog(page).getByRole('button', { name: 'Search', exact: true }).click();
      await expect(dialog(page).getByRole('button', { name: 'Open in timeline' })).toBeVisible();
      // What took how long is another number each time.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.answer-cost { visibility: hidden }');
        document.adoptedStyleSheets.push(sheet);
      });
    },
  },
  'a presentation': {
    hash: '#1/v6/arm64-7.0/EPDRD/3',
    reach: async ({ page }) => {
      await page.keyboard.press('Shift+b');
      await expect(page.getByRole('toolbar', { name: 'Presentation' })).toHaveCSS('opacity', '0');
    },
  },
  'a narrow page': { hash: '#1/v6/arm64-7.0/EDD/2', width: 390, height: 844 },
};

/** What two patch releases of a browser may draw differently: the edges of letters, not a word or a box. */
const TOLERANCE = { maxDiffPixelRatio: 0.002, threshold: 0.3 };

/** Widths of the same letters in both families, in px: the same browser draws other pictures with other fonts. */
const fonts = (page: Page) =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    return ['--sans', '--mono'].map((name) => {
      if (context) context.font = `16px ${getComputedStyle(document.documentElement).getPropertyValue(name)}`;
      return Math.round(context?.measureText('lazy_mmu_mode_enable() Sections 0123456789').width ?? 0);
    });
  });

/** Opens a state in a size; skips the test where letters look different. */
async function openState(app: App, { hash = '', reach }: State, size: Size, making: boolean): Promise<void> {
  const { page } = app;
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await app.open(hash);
  const version = page.context().browser()?.version() ?? '';
  const here = JSON.stringify({ browser: version.split('.')[0], fonts: await fonts(page) });
  if (making || !existsSync(MADE_WITH)) writeFileSync(MADE_WITH, `${here}\n`);
  const made = JSON.stringify(JSON.parse(readFileSync(MADE_WITH, 'utf8')));
  test.skip(made !== here, `the pictures were made with ${made}, here is ${here}`);
  await page.mouse.move(0, 0);
  await reach?.(app);
}

/** Softly: the other pictures of a state are wanted, too. */
const expectPicture = (page: Page, title: string) =>
  expect.soft(page).toHaveScreenshot(`${title.replace(/[^a-z0-9]+/g, '-')}.png`, TOLERANCE);

for (const [name, state] of Object.entries(STATES)) {
  const { width = 1366, height = 768 } = state;
  test(`T28: ${name}, light and dark`, async ({ app }, { config }) => {
    await openState(app, state, { width, height }, MAKING.includes(config.updateSnapshots));
    for (const colorScheme of ['light', 'dark'] as const) {
      await app.page.emulateMedia({ colorScheme });
      await expectPicture(app.page, `${name} ${colorScheme}`);
    }
  });
}

for (const name of ['as it opens', 'a check fires, at a statement', 'a comparison']) {
  const state = STATES[name] ?? {};
  test(`T28: ${name}, in forced colours and at 200 % zoom`, async ({ app }, { config }) => {
    // What a window of 1366 × 768 px has at this zoom.
    await openState(app, state, { width: 683, height: 384 }, MAKING.includes(config.updateSnapshots));
    await expectPicture(app.page, `${name} at 200 percent`);
    await app.page.setViewportSize({ width: 1366, height: 768 });
    await app.page.emulateMedia({ forcedColors: 'active' });
    await expectPicture(app.page, `${name} forced colours`);
  });
}
