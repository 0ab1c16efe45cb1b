import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

const running = (page: Page) =>
  page.evaluate(
    () =>
      // What a scroll drives stands still by itself: the fade of an edge.
      document
        .getAnimations()
        .filter(({ playState, timeline }) => playState === 'running' && timeline instanceof DocumentTimeline).length,
  );

/** The lightest of red, green and blue of the page's ground, 0 to 255. */
const brightness = (page: Page) =>
  page.evaluate(() => {
    const colour = getComputedStyle(document.documentElement).backgroundColor;
    return Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));
  });

test.describe('a dark system', () => {
  test.use({ colorScheme: 'dark' });

  test('is followed at once, until the person says otherwise, and that is remembered', async ({ app }) => {
    await app.open();
    const { page } = app;
    expect(await brightness(page)).toBeLessThan(60);
    await app.button('Theme: system').click();
    await expect(app.button('Theme: light')).toBeVisible();
    await expect.poll(() => brightness(page)).toBeGreaterThan(220);
    await app.reload();
    expect(await brightness(page)).toBeGreaterThan(220);
    await app.button('Theme: light').click();
    await app.button('Theme: dark').click();
    await app.button('Theme: contrast').click();
    await expect(app.button('Theme: system')).toBeVisible();
    await expect.poll(() => brightness(page)).toBeLessThan(60);
  });
});

test('the choice of dark is applied before anything is drawn', async ({ app }) => {
  await app.open();
  await app.button('Theme: system').click();
  await app.button('Theme: light').click();
  await expect.poll(() => brightness(app.page)).toBeLessThan(60);
  await app.page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      const root = document.getElementById('root');
      if (!root || root.childElementCount === 0) return;
      observer.disconnect();
      Reflect.set(globalThis, 'firstTheme', document.documentElement.dataset.theme);
    }).observe(document, { childList: true, subtree: true });
  });
  await app.reload();
  expect(await app.page.evaluate(() => Reflect.get(globalThis, 'firstTheme'))).toBe('dark');
});

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves by itself: not on a step, a flush, a menu, a notice or the help', async ({ app }) => {
    await app.open('#1/v6/arm64-7.0/Esk1DD/1');
    const { page } = app;
    const gestures = [
      () => app.goTo(2),
      () => page.keyboard.press('ArrowRight'),
      () => page.keyboard.press('s'),
      () => app.add('sleep'),
      () => page.goto('/#1/v6/arm64-9.9/E/1'),
      () => page.keyboard.press('?'),
      () => page.keyboard.press('Escape'),
      () => app.region('Timeline').getByRole('button', { name: 'Wrap' }).click(),
      () => page.keyboard.press('Escape'),
      () => app.picker('Checks').click(),
      () => page.keyboard.press('Escape'),
    ];
    for (const gesture of gestures) {
      await gesture();
      expect.soft(await running(page), String(gesture)).toBe(0);
    }
  });
});

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('the drawing, the step and the caret can still be told apart', async ({ app }) => {
    await app.open();
    const timeline = app.region('Timeline');
    const look = () => timeline.screenshot({ animations: 'disabled', caret: 'hide' });
    await app.goTo(2);
    const second = await look();
    await app.goTo(3);
    expect(second.equals(await look())).toBe(false);
    // What is drawn has another colour than what it is drawn on.
    const unseen = await timeline.getByRole('group', { name: 'Drawing' }).evaluate((drawing) => {
      const paper = getComputedStyle(document.body).backgroundColor;
      return [...drawing.querySelectorAll('svg text, svg path, svg rect')].flatMap((shape) => {
        const { stroke, fill } = getComputedStyle(shape);
        const seen = [stroke, fill].some(
          (colour) => colour !== 'none' && colour !== paper && colour !== 'rgba(0, 0, 0, 0)',
        );
        return seen ? [] : [shape.outerHTML.slice(0, 120)];
      });
    });
    expect(unseen).toEqual([]);
  });
});

for (const width of [1280, 720, 320]) {
  test(`the name of a panel is never broken, also while the text is wrong, at ${width} px`, async ({ app }) => {
    await app.page.setViewportSize({ width, height: 700 });
    await app.open('#1/v6/arm64-7.0/EDD/3');
    const lines = () =>
      app.page
        .getByRole('heading', { name: /^(Program|Problems|Timeline|Plain text for email)$/ })
        .evaluateAll((headings) =>
          headings
            .map((heading) => {
              const words = document.createRange();
              words.selectNodeContents(heading);
              return `${heading.textContent}: ${words.getClientRects().length}`;
            })
            .sort(),
        );
    // On a narrow page they stand in another order.
    const whole = ['Plain text for email: 1', 'Problems: 1', 'Program: 1', 'Timeline: 1'];
    expect(await lines()).toEqual(whole);
    await app.typeProgram('enable; disab');
    expect(await lines()).toEqual(whole);
  });
}

test('on paper there is the program, the drawing and the text, and no button', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/EDD/3');
  await app.page.emulateMedia({ media: 'print' });
  await expect(app.editor).toBeVisible();
  await expect(app.region('Timeline').getByRole('group', { name: 'Drawing' })).toBeVisible();
  await expect(app.region('Plain text for email').getByRole('group', { name: 'Rows' })).toBeVisible();
  await expect(app.button('Copy link')).toBeHidden();
  await expect(app.region('Timeline').getByRole('button', { name: 'Step forward' })).toBeHidden();
});

test('nothing jumps: lanes and columns stand where they stood, whatever the step', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/EsPRDD/0');
  const place = () =>
    app.region('Timeline').evaluate((timeline) => {
      const boxes = [...timeline.querySelectorAll('h2, fieldset, .lane-name, [role=group]')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(' ');
      });
      return boxes.join('\n');
    });
  await app.goTo(1);
  const first = await place();
  for (let row = 2; row <= 6; row++) {
    await app.page.keyboard.press('ArrowRight');
    await expect(app.status).toContainText(`Step ${row} of 6`);
    expect(await place()).toBe(first);
  }
});
