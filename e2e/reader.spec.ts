/** What a screen reader meets: the call table in place of the drawing, and what is said while one works. */
import { expect, test } from './fixture.ts';

test('the timeline is the call table, and the drawing itself is silent', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/EPDRD/3');
  await expect(app.page.getByRole('table', { name: /^Call table/ })).toMatchAriaSnapshot(`
    - table:
      - caption: "Call table: 5 of 5 rows"
      - rowgroup:
        - row "row event callbacks enable_count pause_count active pending problems"
      - rowgroup:
        - row /1 enable arch_enter\\(\\) 1 0 active 0/
        - row /2 pause arch_leave\\(\\) 1 1 not active 0/
        - row /3 disable none 1 1 not active 0 ignored-call/
        - row /4 resume arch_enter\\(\\) 1 0 active 0/
        - row /5 disable arch_leave\\(\\) 0 0 not active 0/
  `);
  await expect(app.page.locator('svg.scene')).toHaveAttribute('aria-hidden', 'true');
  await expect(app.page.locator('tr[aria-current="step"]')).toContainText('disable');
});

test('steps, edits, refusals and modes are said, politely and once each', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/ED/1');
  const { page, said } = app;
  await expect(said).toHaveAttribute('aria-live', 'polite');
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('Step 2 of 2 · enable_count 0, pause_count 0, not active');
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('Already at the last step');
  // Said once more: a new node of the region, since words that stay are not read again.
  const before = await said.locator('span').elementHandle();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => before?.evaluate((node) => node.isConnected)).toBe(false);
  await expect(said).toContainText('Already at the last step');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(said).toContainText('Selected');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(said).toContainText('delete');
  await page.keyboard.press('Control+z');
  await expect(said).toContainText('Undone');
  await page.keyboard.press('i');
  await expect(said).toContainText('Insert mode');
});
