import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

/** How far the page is wider than its window, also where what is too wide is cut off. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const boxes = [
      document.documentElement,
      ...document.querySelectorAll('#root > :not(.visually-hidden), main, section'),
    ];
    return Math.max(...boxes.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });

/**
 * What is wrong with anything that can be pressed or typed into, once it has been scrolled to; outside of the drawing, which
 * scrolls by itself. All in one go: there are a hundred.
 */
const outOfSight = (page: Page, width: number) =>
  page
    .locator('button:visible, a:visible, [role=textbox]:visible, summary:visible')
    .and(page.locator(':not([role=group] *)'))
    .evaluateAll((controls, most) => {
      return controls.flatMap((control) => {
        control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const name = control.getAttribute('aria-label') ?? control.textContent;
        const { left, right, width: wide, height } = control.getBoundingClientRect();
        if (left < 0 || right > most + 0.5) return [`${name}: from ${left} to ${right}`];
        // WCAG 2.5.8; a link within a sentence is as high as its line.
        const small = (height < 24 || wide < 24) && !control.matches('p a, li a');
        return small ? [`${name}: ${wide} x ${height}`] : [];
      });
    }, width);

for (const width of [320, 390]) {
  test.describe(`${width} px, touch`, () => {
    test.use({ viewport: { width, height: 700 }, hasTouch: true, isMobile: true });

    test(`nothing scrolls sideways and everything can be reached at ${width} px`, async ({ app }) => {
      await app.open('#1/v6/arm64-7.0/E_w1IED..sk1DDPR/9');
      expect(await sideways(app.page)).toBe(0);
      expect(await outOfSight(app.page, width)).toEqual([]);
      for (const name of ['Program', 'Problems', 'Timeline', 'Plain text for email', 'Inspector'] as const) {
        const box = await app.region(name).boundingBox();
        expect.soft(Math.round(box?.width ?? 0), name).toBeLessThanOrEqual(width);
        expect.soft(box?.x, name).toBeGreaterThanOrEqual(0);
      }
      // A long notice, an opened list, a menu and the help stay within the page, too.
      await app.picker('Scenario').tap();
      await expect(app.page.getByRole('menu')).toBeInViewport({ ratio: 1 });
      expect(await sideways(app.page)).toBe(0);
      await app.choices.filter({ hasText: 'KASAN frees' }).tap();
      await app.button('Help').tap();
      const box = await app.page.getByRole('dialog', { name: 'Help' }).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      await app.page.getByRole('button', { name: 'Close', exact: true }).tap();
      await app.page.goto('/#1/v6/arm64-9.9/EPRDEPRDEPRDEPRDEPRDEPRDEPRDEPRDEPRDEPRDEPRDEPRDEPRDEPRDEPRD/3');
      await app.notices.getByText('Original text').tap();
      expect(await sideways(app.page)).toBe(0);
    });

    test(`words without an end stay within the page at ${width} px`, async ({ app }) => {
      await app.open('#1/v6/xen-pv-7.0/E/1');
      await app.typeProgram(`disab${'l'.repeat(60)}`);
      expect(await sideways(app.page), 'a mistake').toBe(0);
      await app.typeProgram(`note "${'x'.repeat(90)}"; enable; set k1; set 1023; ~disable`);
      for (const row of [1, 3, 5]) {
        await app.goTo(row);
        expect(await sideways(app.page), `row ${row}`).toBe(0);
      }
    });

    test(`a program is built, stepped and copied with taps alone at ${width} px`, async ({ app }) => {
      await app.open();
      const { page } = app;
      await app.button('New').tap();
      const palette = app.region('Program');
      for (const event of ['enable', 'set', 'disable', 'disable'])
        await palette.getByRole('button', { name: event, exact: true }).tap();
      expect(await app.program()).toBe('enable; set k1; disable; disable');
      const timeline = app.region('Timeline');
      await timeline.getByRole('button', { name: /^event 2:/ }).tap();
      await expect(app.status).toContainText('Step 2 of 4');
      await timeline.getByRole('button', { name: 'Step forward' }).tap();
      await timeline.getByRole('button', { name: 'Step into' }).tap();
      await expect(app.status).toContainText('Step 4 of 4, statement 1');
      await timeline.getByRole('button', { name: 'Go to end' }).tap();
      await app.button('Move the caret after event 1').tap();
      await palette.getByRole('button', { name: 'more' }).tap();
      await page.getByRole('menuitem', { name: 'get-and-clear' }).tap();
      expect(await app.program()).toBe('enable; get-and-clear k1; set k1; disable; disable');
      await app
        .region('Problems')
        .getByRole('button', { name: /enable_count == 0/ })
        .tap();
      await expect(app.status).toContainText('Step 5 of 5');
      await app.button('Insert an event after event 5').tap();
      await page.getByRole('option', { name: 'sleep' }).tap();
      expect(await app.program()).toBe('enable; get-and-clear k1; set k1; disable; disable; sleep');
      await timeline.getByRole('button', { name: 'Delete' }).tap();
      await app.button('Undo').tap();
      await app.button('Copy text').tap();
      await expect(app.said).toHaveText('Copied the plain text');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('VM_WARN_ON_ONCE(enable_count == 0)');
    });
  });
}

test.describe('a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('opens only what it taps, and is told no keys', async ({ app }) => {
    const { page } = app;
    await page.clock.install();
    await app.open();
    const menu = page.getByRole('menu');
    await expect(app.button('Copy text').locator('.key')).toBeHidden();
    // Whole lines of the text, the one that is looked at among them.
    const lines = await app.editor.locator('..').evaluate(({ clientHeight, scrollTop }) => [clientHeight, scrollTop]);
    expect(lines.map((px) => px % 22)).toEqual([0, 0]);

    // What begins beside the drawing has its label where it can be seen.
    const names = await page.locator('.lane-names').boundingBox();
    const label = page.locator('.box-pause text');
    const right = (names?.x ?? 0) + (names?.width ?? 0);
    await expect.poll(async () => (await label.boundingBox())?.x).toBeGreaterThanOrEqual(right);

    // The first screen has some of the drawing, above the tools.
    const tools = await page.locator('.transport').boundingBox();
    const tops = await page
      .locator('.lane-name')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
    expect(tops.filter((bottom) => bottom <= (tools?.y ?? 0)).length).toBeGreaterThanOrEqual(4);

    // Wherever the drawing is scrolled, no end of a word stands there without its beginning.
    const ends = await page.getByRole('group', { name: 'Drawing' }).evaluate(async (drawing) => {
      const edge = drawing.querySelector('.lane-names')?.getBoundingClientRect().right ?? 0;
      const found: string[] = [];
      for (let to = drawing.scrollLeft; to >= 0; to -= 13) {
        drawing.scrollLeft = to;
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        for (const text of drawing.querySelectorAll('.scene text, .column-name, .column-number')) {
          const { left, right } = text.getBoundingClientRect();
          const shown = getComputedStyle(text).visibility === 'visible';
          if (shown && left < edge - 1 && right > edge + 1) found.push(`${text.textContent} at ${to}`);
        }
      }
      return found;
    });
    expect(ends).toEqual([]);

    // The page is scrolled by a finger that begins on a picker.
    const from = await app.picker('Architecture').boundingBox();
    const session = await page.context().newCDPSession(page);
    const [x, y] = [(from?.x ?? 0) + 20, (from?.y ?? 0) + 12];
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', { x, y });
    for (let up = 10; up <= 100; up += 10) await touch('touchMove', { x, y: y - up });
    await touch('touchEnd');
    await expect(menu).toBeHidden();
    await app.picker('Architecture').tap();
    await expect(menu).toBeVisible();
    await app.picker('Architecture').tap();
    await expect(menu).toBeHidden();

    // No words about what was tapped, nor about what has the focus after a dialog.
    await app.editor.getByText('pause').tap();
    await app.button('Commands').tap();
    await page.getByRole('button', { name: 'Close', exact: true }).tap();
    await expect(app.button('Commands')).toBeFocused();
    // Longer than a tip waits before it shows.
    await page.clock.runFor(5000);
    await expect(page.locator('.tip, .word-help')).toHaveCount(0);
  });
});

test.describe('200 % zoom of a laptop', () => {
  test.use({ viewport: { width: 720, height: 450 } });

  test('everything can be reached and nothing covers what has the focus', async ({ app }) => {
    await app.open('#1/v6/arm64-7.0/EDD/3');
    expect(await sideways(app.page)).toBe(0);
    const wrong = await outOfSight(app.page, 720);
    for (let stop = 0; stop < 70; stop++) {
      await app.page.keyboard.press('Tab');
      const covered = await app.page.evaluate(() => {
        const { activeElement: element } = document;
        if (element === null || element === document.body) return null;
        const { x, y, width, height } = element.getBoundingClientRect();
        const middle = { x: Math.min(innerWidth - 1, x + width / 2), y: Math.min(innerHeight - 1, y + height / 2) };
        const top = document.elementFromPoint(middle.x, middle.y);
        if (top && (element.contains(top) || top.contains(element))) return null;
        return `${element.getAttribute('aria-label') ?? element.textContent} is covered by ${top?.className}`;
      });
      if (covered !== null) wrong.push(covered);
    }
    expect(wrong).toEqual([]);
  });
});
