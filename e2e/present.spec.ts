/** A presentation: large, by clicker, blank; nothing is changed by accident. */
import { violations } from './axe.ts';
import { expect, test } from './fixture.ts';

test('a lecture by clicker: forward, back, into a call, blank, and back to the desk where one was', async ({ app }) => {
  const { page } = app;
  await app.open('#1/v6/arm64-7.0/EPDRD/1');
  const before = await app.program();
  await app.button('Present').focus();
  await expect(page.locator('.tip')).toHaveText('Present (Shift B)');
  await page.keyboard.press('Enter');
  const stage = page.getByRole('main', { name: 'Presentation' });
  await expect(stage).toBeFocused();
  const step = stage.getByRole('region', { name: 'Step' });
  await expect(step).toContainText('Step 1 of 5');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(step).toContainText('Step 3 of 5');
  await expect(step).toContainText('1 problem at this step');
  await expect(step).toContainText('disable() was ignored although its enable() took effect');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('s');
  await expect(step).toContainText('Statement 1');
  await expect(app.said).toContainText('Step 3 of 5, statement 1');

  await page.keyboard.press('b');
  await expect(step).toBeHidden();
  await expect(page.getByRole('button', { name: /^The screen is blank/ })).toHaveCSS(
    'background-color',
    'rgb(0, 0, 0)',
  );
  await page.keyboard.press('PageUp');
  await expect(step).toContainText('Step 3 of 5, statement 1');
  await page.keyboard.press('.');
  await expect(step).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(step).toBeVisible();

  for (const key of ['Delete', 'x', 'i', 'e', 'Alt+ArrowUp']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await expect(stage).toHaveCount(0);
  await expect.poll(app.program).toBe(before);
  await expect(app.status).toContainText('Step 3 of 5');
});

test('text is large enough for a hall, all lanes are in sight, and a resting pointer takes the tools away', async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await app.open();
  await app.button('Commands').click();
  await page.getByRole('combobox', { name: 'Search all commands' }).fill('present');
  await expect(page.getByRole('option', { selected: true })).toContainText('presentation');
  await page.keyboard.press('Enter');
  const sentence = page.locator('.stage-sentence');
  const sizes = await sentence.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  expect(sizes).toBeGreaterThanOrEqual(24);
  const fits = await page
    .locator('.stage-drawing')
    .evaluate((box) => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth);
  expect(fits).toBe(true);
  const tools = page.getByRole('toolbar', { name: 'Presentation' });
  await expect(tools).toHaveCSS('opacity', '0');
  await page.mouse.move(300, 300);
  await expect(tools).toHaveCSS('opacity', '1');
  await tools.getByRole('button', { name: 'End' }).click();
  await expect(app.editor).toHaveAttribute('contenteditable', 'true');
});

test('on a projector of 1366 by 768 everything can be read, and every finding of the step is in sight', async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 1366, height: 768 });
  await app.open('#1/v6/arm64-7.0/PERDED/4');
  await page.keyboard.press('Shift+b');
  const findings = page.locator('.stage-findings li');
  await expect(findings).toHaveCount(5);
  await expect(findings.first()).toHaveText(/^\s*WARN VM_WARN_ON_ONCE\(enable_count == 0\) fires/);
  await expect(findings.last()).toBeInViewport({ ratio: 1 });
  const smallest = await page.locator('.stage').evaluate((stage) => {
    const texts = [...stage.querySelectorAll<Element & { currentCSSZoom?: number }>('span, p, code, text, h1, h2, h3')];
    const seen = texts.filter(
      (one) =>
        one.textContent !== '' && one.checkVisibility() && !one.closest('.visually-hidden, table, button.button'),
    );
    return Math.min(
      ...seen.map((one) => Number.parseFloat(getComputedStyle(one).fontSize) * (one.currentCSSZoom ?? 1)),
    );
  });
  expect(smallest).toBeGreaterThanOrEqual(13);
});

test('a long program turns its pages, and the row under the pointer is gone to', async ({ app }) => {
  const { page } = app;
  await app.open('#1/v6/arm64-7.0/N40E.N40D./39');
  await page.keyboard.press('Shift+b');
  await page.keyboard.press('End');
  await expect(page.locator('.stage-place')).toHaveText('Step 80 of 80');
  await expect(page.locator('.stage .column-button[aria-current]')).toBeInViewport();
  await page.locator('.stage .column-button').first().click();
  await expect(page.locator('.stage-place')).not.toHaveText('Step 80 of 80');
});

for (const [scheme, width] of [
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
] as const) {
  test(`nothing for axe to say, ${scheme} at ${width} px`, async ({ app }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 720 });
    await app.open('#1/v6/arm64-7.0/EPDRD/3');
    await page.keyboard.press('Shift+b');
    await expect(page.locator('.stage-step')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(overflow).toBe(false);
  });
}
