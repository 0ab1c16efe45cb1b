/** A fault inside one panel stays there: it is told, the others work, and the panel can be drawn again. */
import { expect, test } from './fixture.ts';

test('a drawing that fails leaves text, step, findings and undo as they were, and is drawn again on request', async ({
  browser,
}) => {
  // React tells a caught error on the console, which the guard of the other journeys would take for a fault.
  const context = await browser.newContext();
  const page = await context.newPage();
  const uncaught: string[] = [];
  page.on('pageerror', ({ message }) => uncaught.push(message));
  await page.addInitScript(() => {
    const measure = CanvasRenderingContext2D.prototype.measureText;
    Object.assign(globalThis, {
      mend: () => {
        CanvasRenderingContext2D.prototype.measureText = measure;
      },
    });
    CanvasRenderingContext2D.prototype.measureText = () => {
      throw new Error('no text can be measured');
    };
  });
  await page.goto('/#1/v6/arm64-7.0/EDD/2');
  const broken = page.getByRole('alert').filter({ hasText: 'The drawing could not be displayed.' });
  await expect(broken).toContainText('no text can be measured');
  const editor = page.getByRole('textbox', { name: 'Program text' });
  await expect(editor).toHaveAttribute('contenteditable', 'true');

  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('Event 3');
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText('enable_count == 0');
  await page.getByRole('region', { name: 'Program' }).getByRole('button', { name: 'pause', exact: true }).click();
  await expect(editor).toContainText('pause');
  await page.keyboard.press('Control+z');
  await expect(editor).not.toContainText('pause');

  await broken.getByRole('button', { name: 'Try again' }).click();
  await expect(broken).toBeVisible();
  await page.evaluate(() => Reflect.get(globalThis, 'mend')());
  await broken.getByRole('button', { name: 'Try again' }).click();
  await expect(broken).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^event 3:/ })).toBeVisible();
  await page.reload();
  expect(uncaught).toEqual([]);
  await context.close();
});
