import { type App, expect, test } from './fixture.ts';

const current = (app: App) =>
  app.region('Inspector').getByRole('listitem').and(app.page.locator('[aria-current=step]'));
const state = (app: App, name: string) =>
  app
    .region('Inspector')
    .getByRole('row')
    .filter({ has: app.page.getByRole('rowheader', { name, exact: true }) });

test('a disable of v6 is stepped through, statement by statement', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/ED/1');
  const listing = [
    '1 if (in_interrupt() || pause_count > 0) not taken',
    '2 VM_WARN_ON_ONCE(enable_count == 0); does not fire',
    '3–4 if (--enable_count == 0) { 1 -> 0',
    '3–4 if (--enable_count == 0) { 1 -> 0, taken',
    '5 arch_leave_lazy_mmu_mode(); called',
  ];
  for (const [i, line] of listing.entries()) {
    await app.into();
    await expect(app.status).toContainText(`Step 2 of 2, statement ${i + 1} `);
    await expect(current(app)).toHaveText(line, { useInnerText: true });
  }
  await app.into();
  await expect(app.status).toHaveText('Step 2 of 2 · enable_count 0, pause_count 0, not active · no problems');
});

test('between two statements the state is that of the moment', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/ED/1');
  await app.into(2);
  await expect(state(app, 'enable_count')).toHaveText(/1\s*→\s*1/);
  await app.into();
  await expect(state(app, 'enable_count')).toHaveText(/1\s*→\s*0/);
  // The architecture has not been told yet.
  await expect(state(app, 'entered')).toHaveText(/true\s*→\s*true/);
  await app.into(2);
  await expect(state(app, 'entered')).toHaveText(/true\s*→\s*false/);
  const head = app.page.locator('.column-button[aria-current] .column-number');
  await expect(head).toHaveText(/full step$/);
  await app.page.keyboard.press('ArrowRight');
  await expect(head).not.toContainText('full step');
});

test('with the keys: s steps into statements, n over them, o out of the enclosing event', async ({ app }) => {
  await app.open('#1/v4/arm64-7.0/E_w1IED..D/1');
  await app.goTo(1);
  await app.page.keyboard.press('Home');
  await app.page.keyboard.press('s');
  await expect(app.status).toContainText('Step 1 of 7, statement 1');
  await app.page.keyboard.press('s');
  await expect(app.status).toContainText('Step 1 of 7, statement 2');
  await app.page.keyboard.press('n');
  await expect(app.status).toContainText(/^Step 1 of 7 ·/);
  await app.page.keyboard.press('n');
  await app.page.keyboard.press('n');
  await expect(app.status).toContainText('Step 3 of 7');
  await app.page.keyboard.press('o');
  await expect(app.status).toContainText('Step 5 of 7');
  await app.page.keyboard.press('o');
  await expect(app.status).toContainText('Step 6 of 7');
});

const FLUSH = /arch_flush\(\) called while not entered/;

test('an interrupt inside enable after its first write can be typed: v4-07 flushes while not entered, v4 does not', async ({
  app,
}) => {
  await app.open();
  await app.pick('Revision', 'v4 07/12 alone');
  await app.typeProgram('enable after write 1 { irq { enable; disable } }\ndisable');
  const events = ['enable after write 1 {', 'irq {', 'enable', 'disable', '}', '}', 'disable'];
  await expect.poll(() => app.calls('event')).toEqual(events);
  expect(await app.calls('callbacks')).toEqual([
    'none',
    'none',
    'none',
    'arch_flush()',
    'none',
    'arch_enter()',
    'arch_leave()',
  ]);
  const finding = app.region('Problems').getByRole('button', { name: FLUSH });
  await expect(finding).toContainText('event 4');
  await finding.click();
  await expect(app.status).toContainText('Step 4 of 7');

  await app.pick('Revision', 'v4, whole series');
  await expect(app.region('Problems')).toContainText('No problems found');
  expect(await app.calls('callbacks')).toEqual([
    'none',
    'none',
    'none',
    'none',
    'none',
    'arch_enter()',
    'arch_leave()',
  ]);
});

test('the same interrupt can be clicked: step to the write, then interrupt there', async ({ app }) => {
  await app.open();
  await app.pick('Revision', 'v4 07/12 alone');
  await app.typeProgram('enable; disable');
  await app.tool('Go to start');
  await app.into();
  while (!/nesting_level 1/.test((await app.status.textContent()) ?? '')) await app.into();
  const [, statement = ''] = /statement (\d+)/.exec((await app.status.textContent()) ?? '') ?? [];
  await app.wrap('Insert interrupt after this statement');
  expect(await app.program()).toBe(`enable after ${statement} {; irq {; enable; disable; }; }; disable`);
  await expect(app.region('Problems').getByRole('button', { name: FLUSH })).toContainText('event 4');
  await expect(app.button('Undo')).toHaveAccessibleDescription(`interrupt event 1 after statement ${statement}`);

  await app.pick('Revision', 'v4, whole series');
  await expect(app.region('Problems')).toContainText('No problems found');
  await app.button('Undo').click();
  await app.button('Undo').click();
  expect(await app.program()).toBe('enable; disable');
});

test('away from a statement the interrupt cannot be put there, and the menu says why', async ({ app }) => {
  await app.open();
  await app.goTo(1);
  await app.region('Timeline').getByRole('button', { name: 'Wrap' }).click();
  const item = app.page.getByRole('menuitem', { name: 'Insert interrupt after this statement' });
  await expect(item).toBeDisabled();
  await expect(item).toContainText('Step to a statement of a call first');
});
