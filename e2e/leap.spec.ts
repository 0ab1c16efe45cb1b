import { expect, test } from './fixture.ts';

const FOUND = '#1/v3/arm64-7.0/Esk1PEDRD/1';

test('a key opens Go to, which takes an event number or a problem', async ({ app }) => {
  await app.open(FOUND);
  const { page } = app;
  await app.button('Copy link').focus();
  const asked = page.getByRole('textbox', { name: 'Event, line or problem' });
  await page.keyboard.press('g');
  await expect(asked).toBeFocused();
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(app.status).toContainText('Step 6 of 7');
  await expect(app.button('Copy link')).toBeFocused();

  await page.keyboard.press('g');
  await expect(asked).toHaveValue('');
  await page.keyboard.type('problem 3');
  await page.keyboard.press('Enter');
  await expect(app.status).toContainText('Step 5 of 7');

  await page.keyboard.press('g');
  await page.keyboard.type('problem 9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(
    'There is no problem 9: enter an event from 1 to 7, or a problem: "problem 1" to "problem 5"',
  );
  await expect(asked).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(app.status).toContainText('Step 5 of 7');
});

test('flushes and callbacks are leapt to by keys and by the menu', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/Esk1sk2PRsk3D/1');
  const { page } = app;
  await page.keyboard.press('f');
  await expect(app.status).toContainText('Step 4 of 7');
  await page.keyboard.press('f');
  await expect(app.status).toContainText('Step 7 of 7');
  await page.keyboard.press('Shift+F');
  await expect(app.status).toContainText('Step 4 of 7');
  await page.keyboard.press('k');
  await expect(app.status).toContainText('Step 5 of 7');
  await page.keyboard.press('Shift+K');
  await expect(app.status).toContainText('Step 4 of 7');
  await app.tool('Jump to a problem, flush, callback or event');
  await page.getByRole('menuitem', { name: 'Next callback' }).click();
  await expect(app.status).toContainText('Step 5 of 7');
  await app.tool('Jump to a problem, flush, callback or event');
  await expect(page.getByRole('menuitem', { name: /^Next problem/ })).toContainText('No problem after this step');
});

test('it plays as fast as it is told, and keeps to that', async ({ app }) => {
  await app.page.clock.install({ time: 0 });
  await app.open();
  const { page } = app;
  const speed = app.region('Timeline').getByRole('button', { name: /^Playback speed/ });
  await expect(speed).toHaveText('1×');
  await page.clock.pauseAt(600_000);
  await page.keyboard.press('Home');
  await page.keyboard.press('=');
  await page.keyboard.press('=');
  await expect(speed).toHaveText('4×');
  await page.keyboard.press('Space');
  await page.clock.runFor(225 * 3 + 20);
  await expect(app.status).toContainText('Step 3 of 6');
  await page.keyboard.press('Space');
  await page.clock.resume();

  await speed.click();
  await expect(page.getByRole('menuitemradio', { name: '4×' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: '0.5×' }).click();
  await expect(speed).toHaveText('0.5×');
  await page.keyboard.press('-');
  await expect(app.said).toHaveText('Already at the lowest speed');
  await app.reload();
  await expect(speed).toHaveText('0.5×');
});
