import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { type App, expect, test } from './fixture.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Picture', exact: true });
const choice = (page: Page, name: string) => dialog(page).getByRole('radio', { name, exact: true });
const press = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();
const preview = (page: Page): Locator => dialog(page).getByRole('img');

async function openPicture(app: App, hash = ''): Promise<void> {
  await app.open(hash);
  await app.page.keyboard.press('Shift+P');
  await expect(preview(app.page)).toBeVisible();
}

/** The file that a button saves: its name and its place. */
async function saved(page: Page, name: string): Promise<{ name: string; path: string }> {
  const download = page.waitForEvent('download');
  await press(page, name);
  const file = await download;
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** An SVG opened by itself, in a browser that knows nothing of the application: its texts that do not stand where they should. */
async function misplaced(browser: Browser, svg: string, path: string): Promise<string[]> {
  const page = await browser.newPage();
  try {
    await page.route('**/*.svg', (route) => route.fulfill({ body: svg, contentType: 'image/svg+xml' }));
    await page.goto(`http://picture.example/${path}.svg`);
    return await page.evaluate(() => {
      const root = document.documentElement as unknown as SVGSVGElement;
      const { width, height } = root.viewBox.baseVal;
      const boxes = [...root.querySelectorAll('text')].map((text) => {
        const box = text.getBBox();
        const at = text.getCTM();
        const [left, top] = [box.x + (at?.e ?? 0), box.y + (at?.f ?? 0)];
        // A line's box has room for accents above and tails beneath, which may come near to the next line's.
        const [above, beneath] = [top + box.height * 0.2, top + box.height * 0.85];
        return { says: text.textContent, left, right: left + box.width, top: above, bottom: beneath };
      });
      const wrong = boxes
        .filter(({ left, right, top, bottom }) => left < 4 || right > width - 4 || top < 4 || bottom > height - 4)
        .map(({ says }) => `at the edge: ${says}`);
      boxes.forEach((a, i) => {
        const over = boxes.slice(i + 1).find((b) => {
          return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        });
        if (over) wrong.push(`${a.says} over ${over.says}`);
      });
      return boxes.length === 0 ? ['no text at all'] : wrong;
    });
  } finally {
    await page.close();
  }
}

test('a key and a button open it, Escape closes it, and the step stays', async ({ app }) => {
  await openPicture(app);
  const { page } = app;
  await expect(preview(page)).toHaveAttribute('alt', "Nesting and a pause: the commit message's six calls");
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(app.status).toContainText('Step 5 of 6');
  await app.button('Picture').click();
  await expect(preview(page)).toBeVisible();
  await page.keyboard.press('Shift+P');
  await expect(dialog(page)).toBeHidden();
  await expect(app.button('Picture')).toBeFocused();
  await app.typeProgram(' ');
  await expect(app.button('Picture')).toHaveAttribute('aria-disabled', 'true');
});

const PROGRAMS = {
  'six calls': '#1/v6/arm64-7.0/EEPRDD/5',
  'several architectures': '#1/v6/xen-pv-7.0_arm64-7.0_powerpc-hash-7.0/s1t1Ec1t1sk2tk2D/5/capacity-2',
  'two tasks on two CPUs': '#1/v6/arm64-7.0_xen-pv-7.0/MB2Esk1TB1Esk2s3TA0IED.DTBD/13',
  'a BUG': '#1/pre/xen-pv-6.19/EEDDsk1/2',
  '255 levels and one more': '#1/v6/arm64-7.0/N255E.EEE/258',
  'a pending series': '#1/v7.2-ptes/s390-s390/E0-7s1PE_1IED..Rs1D/9',
} as const;

for (const [what, hash] of Object.entries(PROGRAMS)) {
  test(`no text of it is cut off or over another: ${what}`, async ({ app, browser }) => {
    await openPicture(app, hash);
    const { page } = app;
    for (const subject of ['Timeline', 'This step', 'Pages', 'Comparison']) {
      await choice(page, subject).check();
      const { name, path } = await saved(page, 'Download SVG');
      expect(name).toMatch(/^lazy-mmu-(timeline|step|pages|comparison)-[\w.-]+\.svg$/);
      // A link that did not open would show another program.
      expect(name).toContain(`-step-${hash.split('/')[4]}.svg`);
      const svg = await readFile(path, 'utf8');
      expect(svg).not.toMatch(/<(script|style|foreignObject)|class=|href=/);
      expect(await misplaced(browser, svg, subject.replace(' ', '-')), subject).toEqual([]);
    }
  });
}

test('of a long program the preview begins at the step', async ({ app }) => {
  await openPicture(app, PROGRAMS['255 levels and one more']);
  const box = dialog(app.page).getByRole('group', { name: 'Preview' });
  expect(await box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(4000);
  await choice(app.page, 'This step').check();
  expect(await box.evaluate(({ scrollLeft }) => scrollLeft)).toBe(0);
});

test('the PNG has the size that was chosen and shows what the SVG shows', async ({ app }) => {
  await openPicture(app);
  const { page } = app;
  const size = async () => {
    const { name, path } = await saved(page, 'Download PNG');
    const bytes = await readFile(path);
    expect([...bytes.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    return `${name} ${bytes.readUInt32BE(16)} × ${bytes.readUInt32BE(20)}`;
  };
  const width = Number(await preview(page).getAttribute('width'));
  const height = Number(await preview(page).getAttribute('height'));
  expect(await size()).toBe(`lazy-mmu-timeline-v6-arm64-7.0-step-5-2x.png ${2 * width} × ${2 * height}`);
  await choice(page, '1x').check();
  await choice(page, 'Dark').check();
  expect(await size()).toBe(`lazy-mmu-timeline-v6-arm64-7.0-step-5-dark-1x.png ${width} × ${height}`);
  await expect(dialog(page).getByRole('status')).toHaveText(/^Downloaded .*-dark-1x\.png\.$/);
});

test('the copied image is a PNG, and not blank', async ({ app }) => {
  await openPicture(app);
  const { page } = app;
  await choice(page, '1x').check();
  await press(page, 'Copy image');
  await expect(dialog(page).getByRole('status')).toHaveText('Copied the picture.');
  const { types, width, colours } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (!item) throw new Error('nothing on the clipboard');
    const bitmap = await createImageBitmap(await item.getType('image/png'));
    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const data = new Uint32Array(context?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer ?? []);
    return { types: item.types, width: bitmap.width, colours: new Set(data).size };
  });
  expect(types).toContain('image/png');
  expect(`${width}`).toBe(await preview(page).getAttribute('width'));
  expect(colours).toBeGreaterThan(50);
});

test('where the browser refuses the image, that is said, and the SVG can be had as text', async ({ app }) => {
  await app.page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'write', {
      value: () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError')),
    });
  });
  await openPicture(app);
  const { page } = app;
  await press(page, 'Copy image');
  const said = dialog(page).getByRole('status');
  await expect(said).toContainText('Could not copy the picture: Write permission denied.');
  await press(page, 'copy its source');
  await expect(said).toHaveText('Copied the SVG source.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<svg /);
});

test('it has the colours and the type of the screen', async ({ app, browser }) => {
  await openPicture(app, PROGRAMS['several architectures']);
  const { page } = app;
  const svg = await readFile((await saved(page, 'Download SVG')).path, 'utf8');
  /** How each shape and text beneath an element is drawn, each way once. */
  const looks = (root: Locator) =>
    root.evaluate((element) => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const rgb = (colour: string) => {
        if (!context || colour === 'none' || colour.startsWith('url')) return colour.slice(0, 5);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        return context.getImageData(0, 0, 1, 1).data.slice(0, 3).join(' ');
      };
      const all = [...element.querySelectorAll('g > rect, path:not([class^="path"]), text')].map((shape) => {
        const style = getComputedStyle(shape);
        const text = `${style.fontSize} ${style.fontWeight}`;
        const line = `${style.strokeWidth} ${style.strokeDasharray}`;
        return shape.tagName === 'text'
          ? `text ${rgb(style.fill)} ${text}`
          : `${shape.tagName} ${rgb(style.fill)} ${style.stroke === 'none' ? '' : `${rgb(style.stroke)} ${line}`}`;
      });
      return [...new Set(all)].sort();
    });
  const onScreen = await looks(page.locator('svg.scene'));
  const alone = await browser.newPage();
  await alone.setContent(svg);
  const inPicture = await looks(alone.locator('svg'));
  expect(onScreen.length).toBeGreaterThan(10);
  expect(onScreen.filter((look) => !inPicture.includes(look))).toEqual([]);
  await alone.close();
});

test('what is printed is the picture alone', async ({ app }) => {
  await openPicture(app);
  const { page } = app;
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await press(page, 'Print');
  await expect(page.locator('body[data-printed]')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { includeHidden: false })).toHaveCount(0);
  await expect(page.getByRole('radio')).toHaveCount(0);
  await expect(page.getByRole('heading')).toHaveCount(0);
  await expect(preview(page)).toBeVisible();
  await expect(page.locator('body')).toHaveText('', { useInnerText: true });
  const sheets = [
    ...(await page.pdf({ preferCSSPageSize: true })).toString('latin1').matchAll(/\/MediaBox \[(.*?)\]/g),
  ];
  expect(sheets.map(([, box]) => box)).toEqual(['0 0 792 612']);
});

test.describe('a dark system', () => {
  test.use({ colorScheme: 'dark' });

  test('is what the picture begins with', async ({ app }) => {
    await openPicture(app);
    await expect(choice(app.page, 'Dark')).toBeChecked();
    expect(await readFile((await saved(app.page, 'Download SVG')).path, 'utf8')).toContain('fill="#0d1117"');
  });
});

test.describe('320 px, touch', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('everything can be reached, and only the preview scrolls sideways', async ({ app }) => {
    await app.open(PROGRAMS['several architectures']);
    const { page } = app;
    await app.button('Picture').tap();
    await expect(preview(page)).toBeVisible();
    const { scroll, client } = await dialog(page).evaluate(({ scrollWidth, clientWidth }) => ({
      scroll: scrollWidth,
      client: clientWidth,
    }));
    expect(scroll).toBe(client);
    for (const name of ['Pages', 'Dark', '1x']) await choice(page, name).tap();
    for (const name of ['Copy image', 'Download SVG', 'Download PNG', 'Print', 'Close']) {
      const button = dialog(page).getByRole('button', { name, exact: true });
      await button.scrollIntoViewIfNeeded();
      await expect(button).toBeInViewport({ ratio: 1 });
    }
    await expect(preview(page)).toHaveAttribute('alt', 'Pages · Event 5 · touch 1');
  });
});
