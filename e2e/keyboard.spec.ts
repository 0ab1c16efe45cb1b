import type { Locator } from '@playwright/test';
import { type App, expect, test } from './fixture.ts';

const MOST_STOPS = 90;

/** Goes on with Tab until something has the focus; how many stops that took. */
async function tabTo({ page }: App, target: Locator): Promise<number> {
  for (let stops = 1; stops <= MOST_STOPS; stops++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return stops;
  }
  throw new Error(`${target} was not reached with ${MOST_STOPS} Tabs`);
}

test('T26: from a load to a copied text without a pointer', async ({ app }) => {
  await app.open();
  const { page } = app;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await tabTo(app, app.button('New'));
  await press('Enter');
  await expect.poll(() => app.program()).toBe('');

  // Build: letters add events, only in insert mode.
  await press('e');
  expect(await app.program()).toBe('');
  await press('i', 'e', 'w', 'd', 'd', 'p', 'Escape');
  await expect.poll(() => app.program()).toBe('enable; set k1; disable; disable; pause');
  await press('Delete', 'e');
  await expect.poll(() => app.program()).toBe('enable; set k1; disable; disable');

  // Step: rows, statements, ends.
  await press('Home');
  await expect(app.status).toContainText('Before step 1 of 4');
  await press('ArrowRight', '.');
  await expect(app.status).toContainText('Step 2 of 4');
  await press('s', 's');
  await expect(app.status).toContainText('Step 3 of 4, statement 2');
  await press('n', ',', 'End');
  await expect(app.status).toContainText('Step 4 of 4');

  // Find.
  await press('Home', ']');
  await expect(app.status).toContainText('Step 4 of 4');
  await expect(app.region('Problems').getByRole('button', { name: /enable_count == 0/ })).toHaveAttribute(
    'aria-current',
    'step',
  );

  // Change the row: move, switch off, undo.
  await press('ArrowLeft', 'Alt+ArrowUp');
  await expect.poll(() => app.program()).toBe('enable; disable; set k1; disable');
  await press('x');
  await expect.poll(() => app.program()).toBe('enable; ~disable; set k1; disable');
  await press('Control+z', 'Control+z', 'Control+y');
  await expect.poll(() => app.program()).toBe('enable; disable; set k1; disable');

  // Along the timeline, while that has the focus; and add what has no letter.
  await app.page.getByRole('group', { name: 'Drawing' }).focus();
  await press('Alt+ArrowRight');
  await expect.poll(() => app.program()).toBe('enable; set k1; disable; disable');
  await press('Alt+ArrowLeft', 'Shift+I');
  await expect(app.page.getByRole('combobox')).toBeFocused();
  await app.page.keyboard.type('slee');
  await press('Enter');
  await expect.poll(() => app.program()).toBe('enable; disable; sleep; set k1; disable');
  await press('Control+z');
  await expect.poll(() => app.program()).toBe('enable; disable; set k1; disable');

  // Change the revision.
  await tabTo(app, app.picker('Revision'));
  await press('Enter');
  await expect(app.choices.first()).toBeFocused();
  await press('ArrowDown');
  await expect(app.choices.filter({ hasText: 'v3 07/13 alone' })).toBeFocused();
  await press('Enter');
  await expect(app.picker('Revision')).toHaveText('v3 07/13 alone');
  await expect(app.region('Problems')).toContainText('BUG');
  await expect(app.picker('Revision')).toBeFocused();

  // Take it away.
  await tabTo(app, app.button('Copy link'));
  await press('y');
  await expect(app.said).toHaveText('Copied the plain text');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('VM_BUG_ON(count == 0)');
  await press('Shift+Y');
  await expect(app.said).toHaveText('Copied the link; it works on this machine only');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#1\/v3-07\//);

  // Theme and help.
  await tabTo(app, page.getByRole('button', { name: /^Theme: system/ }));
  await press('Enter', 'Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help).toBeVisible();
  await press('Tab', 'Tab', 'Tab', 'Tab');
  expect(await help.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await press('Escape');
  await expect(help).toBeHidden();
  await expect(page.getByRole('button', { name: /^Theme: dark/ })).toBeFocused();
});

test('an interrupt is put inside enable without a pointer, and the palette works with Enter and Space', async ({
  app,
}) => {
  await app.open('#1/v4-07/arm64-7.0/ED/0');
  const { page } = app;
  await page.keyboard.press('s');
  while (!/nesting_level 1/.test((await app.status.textContent()) ?? '')) await page.keyboard.press('s');
  await tabTo(app, app.region('Timeline').getByRole('button', { name: 'Wrap' }));
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: 'Insert interrupt after this statement' });
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  while (!(await item.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(
    app.region('Problems').getByRole('button', { name: /arch_flush\(\) called while not entered/ }),
  ).toContainText('event 4');

  await tabTo(app, app.region('Program').getByRole('button', { name: 'sleep' }));
  await page.keyboard.press('Space');
  await expect.poll(() => app.program()).toContain('sleep');
  await expect(app.region('Program').getByRole('button', { name: 'sleep' })).toBeFocused();
});

test('Tab leaves the editor, and goes once around the page without a trap', async ({ app }) => {
  await app.open();
  const { page } = app;
  await tabTo(app, app.editor);
  await page.keyboard.type('# typed\n');
  await page.keyboard.press('Tab');
  await expect(app.editor).not.toBeFocused();
  expect(await app.program()).toContain('# typed');
  await page.keyboard.press('Shift+Tab');
  await expect(app.editor).toBeFocused();

  const where = () =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      const all = [...document.querySelectorAll('*')];
      return element === null || element === document.body ? 'the page itself' : String(all.indexOf(element));
    });
  const seen: string[] = [await where()];
  while (seen.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const now = await where();
    if (now === seen[0]) break;
    expect(seen.slice(1), `stop ${seen.length} was there before`).not.toContain(now);
    seen.push(now);
  }
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.length).toBeLessThan(MOST_STOPS);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`whatever has the focus shows it, in ${colorScheme}`, async ({ app }) => {
      await app.open('#1/v6/arm64-7.0/EDD/2');
      const { page } = app;
      // Words that appear beside a control do not mark it.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.tip { visibility: hidden; }');
        document.adoptedStyleSheets.push(sheet);
      });
      const hidden: string[] = [];
      for (let stop = 0; stop < MOST_STOPS; stop++) {
        await page.keyboard.press('Tab');
        const focused = page.locator(':focus');
        if ((await focused.count()) === 0) break;
        const name = await focused.evaluate(
          (element) => element.getAttribute('aria-label') ?? element.textContent ?? '',
        );
        const box = await focused.boundingBox();
        if (!box) throw new Error(`"${name}" has the focus and no place`);
        const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
        const x = Math.max(0, box.x - 3);
        const y = Math.max(0, box.y - 3);
        const clip = {
          x,
          y,
          width: Math.min(width, box.x + box.width + 3) - x,
          height: Math.min(height, box.y + box.height + 3) - y,
        };
        if (clip.width < 1 || clip.height < 1) {
          hidden.push(`${name} is out of sight`);
          continue;
        }
        const look = () => page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
        const lit = await look();
        await focused.evaluate((element) => element instanceof HTMLElement && element.blur());
        const dull = await look();
        if (lit.equals(dull)) hidden.push(name);
      }
      expect(hidden).toEqual([]);
    });
  });
}

test('keys without Ctrl can be switched off, and that is remembered', async ({ app }) => {
  await app.open();
  const { page } = app;
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: 'Single-letter keys' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('.');
  await page.keyboard.press('x');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeHidden();
  await expect(app.status).toContainText('Step 5 of 6');
  await page.keyboard.press('ArrowRight');
  await expect(app.status).toContainText('Step 6 of 6');
  await app.reload();
  await page.keyboard.press('x');
  expect(await app.program()).toBe('enable; enable; pause; resume; disable; disable');
  await app.button('Help').click();
  await expect(page.getByRole('checkbox', { name: 'Single-letter keys' })).not.toBeChecked();
});

test('letters typed into the text are text, whatever mode the page is in', async ({ app }) => {
  await app.open();
  await app.goTo(6);
  await app.page.keyboard.press('i');
  await app.typeProgram('pause; resume');
  expect(await app.program()).toBe('pause; resume');
  await expect.poll(() => app.calls('event')).toEqual(['pause', 'resume']);
});

test('Ctrl+Z in the text takes back an edit that was clicked, too', async ({ app }) => {
  await app.open();
  await app.goTo(6);
  await app.add('sleep');
  await app.editor.focus();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => app.program()).toBe('enable; enable; pause; resume; disable; disable');
});
