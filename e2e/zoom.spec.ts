import { type App, expect, test } from './fixture.ts';

const column = (app: App, row: number) =>
  app.region('Timeline').getByRole('button', { name: new RegExp(`^event ${row}:`) });
const widthOf = async (app: App, row: number) => Math.round((await column(app, row).boundingBox())?.width ?? 0);

test('columns become wider and narrower, and the step stays in sight', async ({ app }) => {
  await app.open();
  await app.typeProgram('repeat 40 { enable; set k1; disable }; disable');
  await app.goTo(121);
  const usual = await widthOf(app, 121);
  await app.page.keyboard.press('z');
  await expect.poll(() => widthOf(app, 121)).toBeGreaterThan(usual);
  await expect(column(app, 121)).toBeInViewport();
  for (let i = 0; i < 4; i++) await app.page.keyboard.press('Shift+Z');
  await expect.poll(() => widthOf(app, 121)).toBeLessThan(usual);
  await expect(column(app, 121)).toBeInViewport();
  await app.tool('Fit whole run');
  expect(await widthOf(app, 121)).toBeLessThanOrEqual(16);
});

test('the whole of a short run fits', async ({ app }) => {
  await app.open();
  // As it opens, too, in columns that are a little narrower for it; what is then added does not change them.
  const usual = await widthOf(app, 6);
  expect(usual).toBeGreaterThan(64);
  const drawing = app.region('Timeline').getByRole('group', { name: 'Drawing' });
  const hidden = () => drawing.evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(await hidden()).toBe(0);
  await app.typeProgram('repeat 6 { enable; disable }');
  await app.goTo(12);
  await app.page.keyboard.press('0');
  await expect.poll(() => widthOf(app, 1)).toBeLessThan(usual);
  // Behind the last column there is room for the caret.
  expect(await hidden()).toBeLessThanOrEqual(16);
  await app.page.keyboard.press('0');
  await expect.poll(() => widthOf(app, 12)).toBe(usual);
});

test('a long run has a strip of the whole, and its slider goes there by pointer and by key', async ({ app }) => {
  await app.open();
  await expect(app.page.getByRole('slider', { name: 'Step' })).toHaveCount(0);
  await app.typeProgram('repeat 40 { enable; set k1; disable }; disable');
  const slider = app.page.getByRole('slider', { name: 'Step' });
  const box = await slider.boundingBox();
  if (!box) throw new Error('the strip is nowhere');
  await app.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(app.status).toContainText(/Step (59|60|61|62|63) of 121/);
  await app.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 5 });
  await app.page.mouse.up();
  await expect(app.status).toContainText('Step 121 of 121');
  await expect(column(app, 121)).toBeInViewport();
  await slider.focus();
  await app.page.keyboard.press('ArrowLeft');
  await expect(app.status).toContainText('Step 120 of 121');
  await expect(slider).toHaveAttribute('aria-valuetext', /^Step 120 of 121/);
  // The page's own keys work on it, too.
  await app.page.keyboard.press(']');
  await expect(app.status).toContainText('Step 121 of 121');
  // The one finding above a note, at the very end, shows in it.
  await expect(app.page.locator('.minimap-warning')).toHaveCount(1);
});

test.describe('320 px, touch', () => {
  test.use({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });

  test('the strip can be used with a finger', async ({ app }) => {
    await app.open();
    await app.typeProgram('repeat 40 { enable; set k1; disable }; disable');
    const slider = app.page.getByRole('slider', { name: 'Step' });
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(24);
    await app.page.touchscreen.tap((box?.x ?? 0) + (box?.width ?? 0) * 0.25, (box?.y ?? 0) + 12);
    await expect(app.status).toContainText(/Step (28|29|30|31|32|33) of 121/);
  });
});
