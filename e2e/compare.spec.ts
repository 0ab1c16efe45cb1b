import type { Page } from '@playwright/test';
import { type App, expect, test } from './fixture.ts';

const PAUSED = '#1/v6/arm64-7.0/EPEDRD/1';
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Compare', exact: true });
const summary = (page: Page) =>
  dialog(page)
    .getByRole('status')
    .filter({ hasText: /against|Nothing to compare/ });
const rows = (page: Page) => dialog(page).getByRole('rowheader');
const heads = (page: Page) => dialog(page).getByRole('columnheader');
const cell = (page: Page, program: string, revision: string) =>
  dialog(page).getByRole('button', { name: new RegExp(`^${program}.*, ${revision}: `) });

async function openMatrix({ page }: App): Promise<void> {
  await page.keyboard.press('c');
  await dialog(page).getByRole('tab', { name: 'Scenarios and revisions' }).click();
  await expect(dialog(page).getByText('Running the programs')).toHaveCount(0);
}

test('the button compares with the revision before, in marks and in words', async ({ app }) => {
  await app.open(PAUSED);
  const { page } = app;
  await app.button('Compare').click();
  await expect(summary(page)).toHaveText(
    'v6 against v4: 2 of 6 rows differ. First difference in row 3, enable: v6 ignores the call; v4 warns and increments the count.',
  );
  await expect(heads(page).nth(2)).toHaveText('v4arm64 7.0');
  const notes = dialog(page).getByRole('row').nth(1);
  await expect(notes).toContainText('[PATCH v4 00/12]');
  await expect(notes).toContainText('2025-10-29');
  await expect(notes).toContainText(
    /2 warnings\s*step 3: VM_WARN_ON\(nesting_level > 0 && !active\)\s*step 4: VM_WARN_ON\(!active\)/,
  );
  await expect(dialog(page).getByRole('row').nth(4)).toContainText('≠ differs');
  await expect(dialog(page)).toContainText('v4: n is nesting_level, a is active');
  await dialog(page).getByRole('checkbox', { name: 'Differences only' }).check();
  await expect(rows(page)).toHaveText(['3enableFirst difference', '4disable']);
});

test('columns are added, changed to another architecture, and taken away', async ({ app }) => {
  await app.open(PAUSED);
  const { page } = app;
  await page.keyboard.press('c');
  await dialog(page).getByRole('button', { name: 'Add column' }).click();
  await expect(heads(page)).toHaveCount(4);
  const third = dialog(page).getByRole('group', { name: 'Column 3' });
  await third.getByRole('button', { name: /^Architecture/ }).click();
  // What cannot be stays in the list with its reason.
  await expect(app.choices.filter({ hasText: 's390' })).toContainText('is not simulated for kernel');
  await app.choices.filter({ hasText: 'Xen PV' }).click();
  await expect(heads(page).nth(3)).toContainText('v7.2 on xen-pv');
  await dialog(page).getByRole('button', { name: 'Remove column 2' }).click();
  await expect(heads(page)).toHaveCount(3);
  // Opened again, it is as it was left.
  await page.keyboard.press('c');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('c');
  await expect(heads(page).nth(2)).toContainText('v7.2 on xen-pv');
});

test('a row leads to the page, a column’s name opens its run, and undo brings back the other', async ({ app }) => {
  await app.open(PAUSED);
  const { page } = app;
  await page.keyboard.press('c');
  await dialog(page).getByRole('button', { name: '4 disable' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(app.status).toContainText('Step 4 of 6');
  await page.keyboard.press('c');
  await dialog(page).getByRole('button', { name: 'v4', exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(app.picker('Revision')).toContainText('v4');
  await expect(app.status).toContainText('Step 4 of 6');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.picker('Revision')).toContainText('v6');
});

test('with the keyboard alone: from difference to difference, to one of them, and out', async ({ app }) => {
  await app.open(PAUSED);
  const { page } = app;
  await app.button('Copy link').focus();
  await page.keyboard.press('c');
  await expect(summary(page)).toBeVisible();
  const row = (name: string) => dialog(page).getByRole('button', { name, exact: true });
  await page.keyboard.press(']');
  await expect(row('3 enable')).toBeFocused();
  await page.keyboard.press(']');
  await expect(row('4 disable')).toBeFocused();
  await page.keyboard.press(']');
  await expect(row('4 disable')).toBeFocused();
  await page.keyboard.press('[');
  await expect(row('3 enable')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(app.button('Copy link')).toBeFocused();
  await page.keyboard.press('c');
  await page.keyboard.press(']');
  await expect(row('3 enable')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.status).toContainText('Step 3 of 6');
});

test('Escape closes a list of a column and not the dialog', async ({ app }) => {
  await app.open(PAUSED);
  const { page } = app;
  await page.keyboard.press('c');
  await dialog(page)
    .getByRole('button', { name: /^Revision/ })
    .click();
  await expect(app.choices.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.choices).toHaveCount(0);
  await expect(dialog(page)).toBeVisible();
});

test('a place inside a call is named so that it means the same, and that is said', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable after 3 { irq { enable; disable } }; disable');
  const { page } = app;
  await app.region('Timeline').getByRole('heading').click();
  await page.keyboard.press('c');
  await expect(dialog(page).getByText('It is read as "after write 1"')).toBeVisible();
  await expect(rows(page).first()).toContainText('enable after write 1 {');
});

test('the matrix has the own program first, and a cell opens its run', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/EDD/1');
  const { page } = app;
  await openMatrix(app);
  await expect(cell(page, 'Your program', 'v3')).toContainText('BUG');
  await expect(cell(page, 'Your program', 'v6')).toContainText('warns');
  await expect(cell(page, '\\[B\\] A pause outside', 'v4')).toContainText('warns');
  await expect(cell(page, '\\[B\\] A pause outside', 'v6')).toContainText('clean');
  await expect(cell(page, 'Xen PV, 7.0: preempted between counter and enter', 'v6')).toContainText('BUG');
  await cell(page, 'Your program', 'v3').click();
  await expect(dialog(page)).toBeHidden();
  await expect(app.picker('Revision')).toContainText('v3, whole series');
  expect(await app.program()).toBe('enable; disable; disable');
  await openMatrix(app);
  await cell(page, '\\[B\\] A pause outside', 'v6').click();
  await expect(app.picker('Scenario')).toContainText('[B] A pause outside any section');
  await expect(app.picker('Revision')).toContainText('v6');
});

test('arrow keys go from cell to cell of the matrix, Enter opens one', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/EDD/1');
  const { page } = app;
  await openMatrix(app);
  await cell(page, 'Your program', 'pre').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 'Your program', 'v3')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.picker('Revision')).toContainText('v3, whole series');
});

test('both are copied as text for a mail', async ({ app }) => {
  await app.open(PAUSED);
  const { page } = app;
  const copied = async () => {
    await dialog(page).getByRole('button', { name: 'Copy text', exact: true }).click();
    await expect(dialog(page).getByText('Copied.')).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await page.keyboard.press('c');
  expect(await copied()).toContain('!   v6 ignores the call; v4 warns and increments the count.');
  await page.keyboard.press('c');
  await openMatrix(app);
  const text = await copied();
  expect(text).toMatch(/^# {3}pre +v3-07/m);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
});

test('a long program opens at its beginning and goes on on demand', async ({ app }) => {
  await app.open();
  const { page } = app;
  await app.typeProgram('repeat 500 { enable; pause; enable; disable; resume; disable }');
  await app.region('Timeline').getByRole('heading').click();
  await page.keyboard.press('c');
  await expect(dialog(page).getByText('of 3000 rows are compared')).toBeVisible();
  await expect(rows(page)).toHaveCount(200);
  await dialog(page)
    .getByRole('button', { name: /^Show 200 more/ })
    .click();
  await expect(rows(page)).toHaveCount(400);
});

test.describe('320 px', () => {
  test.use({ viewport: { width: 320, height: 700 } });

  test('two setups stand beside each other, and what is wider scrolls by itself', async ({ app }) => {
    await app.open(PAUSED);
    const { page } = app;
    await page.keyboard.press('c');
    await expect(summary(page)).toBeVisible();
    const wide = () => dialog(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(await wide()).toBe(0);
    const box = dialog(page).getByRole('group', { name: 'Rows compared' });
    const wider = () => box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(await wider()).toBe(0);
    await expect(box.getByRole('row').filter({ hasText: '≠ differs' }).first()).toContainText('ignored');
    for (let more = 0; more < 2; more++) await dialog(page).getByRole('button', { name: 'Add column' }).click();
    await expect.poll(wider).toBeGreaterThan(0);
    expect(await wide()).toBe(0);
    await box.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
    await dialog(page).getByRole('tab', { name: 'Scenarios and revisions' }).click();
    await expect(cell(page, 'Your program', 'v6')).toContainText('ignored');
    expect(await wide()).toBe(0);
  });
});
