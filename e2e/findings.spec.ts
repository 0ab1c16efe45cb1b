import { expect, test } from './fixture.ts';

test('one disable too many is a BUG on v3-07: the task ends at row 3', async ({ app }) => {
  await app.open();
  await app.pick('Revision', 'v3 07/13 alone');
  await app.typeProgram('enable; disable; disable; enable');
  const findings = app.region('Problems').getByRole('listitem');
  await expect(findings).toHaveCount(1);
  await expect(findings).toContainText('BUG');
  await expect(findings).toContainText('event 3');
  await expect(findings).toContainText('count == 0');
  await expect(app.status).toContainText('of 3');
  expect(await app.calls('row', 'event')).toEqual(['1 enable', '2 disable', '3 disable']);
});

test('with checks off the same call goes on: count 255, a flush, not active', async ({ app }) => {
  await app.open('#1/v3-07/arm64-7.0/EDD/3');
  await app.pick('Checks', 'CONFIG_DEBUG_VM=n');
  await expect
    .poll(() => app.calls('row', 'callbacks', 'count', 'enabled', 'active'))
    .toEqual(['1 arch_enter() 1 1 active', '2 arch_leave() 0 0 not active', '3 arch_flush() 255 0 not active']);
  await expect(app.region('Problems')).not.toContainText('BUG');
  await expect(app.region('Problems')).toContainText('arch_flush() called while not entered');
});

test('on v6 it warns and goes on: count 255, a flush, active outside any section', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/EDD/3');
  expect((await app.calls('row', 'callbacks', 'enable_count', 'active')).at(-1)).toBe('3 arch_flush() 255 active');
  const findings = app.region('Problems');
  await expect(findings.getByRole('listitem').first()).toContainText(
    /WARN\s*disable\s*event 3\s*VM_WARN_ON_ONCE\(enable_count == 0\) fires/,
  );
  await expect(findings).toContainText('The mode is active with no section open');
  await expect(findings).toContainText('enable_count 255, pause_count 0');
});

test('a finding says the clause, the values, why it matters and where the rule comes from', async ({ app }) => {
  await app.open('#1/v4-07/arm64-7.0/E_w1IED..D/1');
  const card = app.region('Problems').getByRole('button', { name: /arch_flush\(\) called while not entered/ });
  await expect(card).toContainText('task A, not entered');
  await expect(card).toContainText('Ryan Roberts on v4 07/12');
  await card.click();
  await expect(card).toHaveAttribute('aria-current', 'step');
  await expect(app.region('Inspector').getByRole('heading', { level: 2 })).toHaveText(/^Event 4\b/);
  await expect(app.region('Inspector')).toContainText('callbacks-alternate');
});

test('the keys ] and [ go to the next and the previous problem, and so do the buttons', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/EDDEEDDD/0');
  const rows = (await app.calls('row', 'problems'))
    .filter((row) => !row.endsWith('none'))
    .map((row) => Number.parseInt(row, 10));
  expect(rows.length).toBeGreaterThan(1);
  await app.goTo(1);
  for (const row of rows) {
    await app.page.keyboard.press(']');
    await expect(app.status).toContainText(`Step ${row} of`);
  }
  await expect(app.button('Next problem')).toBeDisabled();
  for (const row of rows.toReversed().slice(1)) {
    await app.page.keyboard.press('[');
    await expect(app.status).toContainText(`Step ${row} of`);
  }
  await app.button('Next problem').click();
  await expect(app.status).toContainText(`Step ${rows[1]} of`);
});

test('a kind goes to its next problem, and is not listed once it is unticked', async ({ app }) => {
  await app.open('#1/v6/xen-pv-7.0/EPRDDP/1');
  const findings = app.region('Problems');
  const kind = (name: RegExp) =>
    findings.getByRole('group', { name: 'Go to next problem' }).getByRole('button', { name });
  for (const [name, row] of [
    [/^RULE/, 5],
    [/^BUG/, 6],
    [/^WARN/, 5],
  ] as const) {
    await kind(name).click();
    await expect(app.status).toContainText(`Step ${row} of`);
  }
  await app.button('Show: all kinds').click();
  await app.page.getByRole('menuitemcheckbox', { name: /^RULE/ }).press('Enter');
  await app.page.keyboard.press('Escape');
  await expect(app.button('Show: 2 of 3 kinds')).toBeFocused();
  await expect(findings.getByRole('listitem').filter({ hasText: /RULE/ })).toHaveCount(0);
  await kind(/^RULE/).click();
  await expect(app.status).toContainText('Step 6 of');
  await app.goTo(1);
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect(app.page.locator('.toast')).toHaveText('Already at the start');
});

test('a finding is told in words wherever it is drawn', async ({ app }) => {
  await app.open('#1/v3-07/arm64-7.0/EDD/3');
  await expect(app.region('Problems')).toContainText('BUG');
  await expect(app.region('Plain text for email')).toContainText('VM_BUG_ON(count == 0)');
  expect((await app.calls('problems')).at(-1)).toContain('count == 0');
});
