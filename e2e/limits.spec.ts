/** Work at the limits of size: what is saved is there after a reload, and what cannot be saved is reported before. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

/** The sum of a stored text, so that millions of characters need not leave the page. */
const storedTexts = (page: Page) =>
  page.evaluate(() =>
    Object.values(localStorage)
      .map((value) => /^\{"v":1,"text":("(?:[^"\\]|\\.)*")/.exec(value)?.[1])
      .filter((text) => text !== undefined)
      .map((text) => String(JSON.parse(text))),
  );

const PRECIOUS = 'repeat 60000 { enable } # precious';

test('T15: a short text of very many events with a mistake below it survives a reload', async ({ app }) => {
  await app.open();
  await app.typeProgram(PRECIOUS);
  await expect(app.status).toContainText('of 60000 ·');
  await app.editor.press('ControlOrMeta+End');
  await app.page.keyboard.type('\nenabel');
  await expect(app.region('Program')).toContainText('line 2, column 1');
  await app.reload();
  expect(await app.program()).toBe(`${PRECIOUS}; enabel`);
  await expect(app.status).toContainText('of 60000 ·');
  await expect(app.notices).toHaveCount(0);
});

test('T15: a link that asks for as much as a link can leaves the page in hand', async ({ app }) => {
  // A million events on seven architectures, shown at the last of them, with a question.
  const architectures = ['xen-pv', 'arm64', 's390', 'sparc64', 'powerpc-hash', 'powerpc-radix', 'none'];
  const all = architectures.map((one) => `${one}-7.0`).join('_');
  await app.open(`#1/v6/${all}/N500000ED./1000000`);
  // The run is under way, or done: a step, another program and undo are taken all the same.
  await app.page.keyboard.press('ArrowLeft');
  await app.page.keyboard.press('ArrowRight');
  await expect(app.status).toContainText(/Step (1|1000000) of/);
  await app.typeProgram('enable; set k1; disable');
  await expect(app.status).toContainText('of 3 ·');
  await app.button('Undo').click();
  await expect(app.status).toContainText('of 1000000 ·');
  // A browser cuts elements that are too wide, so that the last columns could not be seen.
  await app.page.keyboard.press('End');
  await expect(app.status).toContainText('Step 1000000 of');
  await expect(app.region('Timeline').locator('.column-button').last()).toContainText('1000000');
});

test('T16: a pasted table of 70,000 rows survives a reload', async ({ app }) => {
  const calls = [
    'lazy_mmu_mode_enable()  -> arch_enter()  e=1 p=0',
    'lazy_mmu_mode_disable()  -> arch_leave()  e=0 p=0',
  ];
  const rows = Array.from({ length: 70_000 }, (_, n) => `${n + 1}  ${calls[n % 2]}`);
  await app.open();
  await app.pasteText(rows.join('\n'));
  await expect(app.status).toContainText('of 70000 ·');
  await expect.poll(async () => (await storedTexts(app.page)).some((text) => text.length > 10)).toBe(true);
  await app.reload();
  await expect(app.status).toContainText('of 70000 ·');
  await expect(app.editor).toContainText('enable');
});

test('T1, T16: a text above the limit is reported at once, and what was saved before it stays', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable; set k1; disable');
  await expect.poll(async () => storedTexts(app.page)).toContain('enable; set k1; disable');
  await app.pasteText('enable; disable # a line\n'.repeat(172_000));
  await expect(app.region('Program')).toContainText('the text has 4300000 characters; expected at most 4194304');
  await expect(app.notices.filter({ hasText: 'the text has 4300000 characters' })).toContainText('at most 4194304');
  await app.reload();
  await expect.poll(() => app.program()).toBe('enable; set k1; disable');
});
