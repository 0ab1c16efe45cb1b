import { expect, test } from './fixture.ts';

test('a program is built with the palette alone, at the caret', async ({ app }) => {
  await app.open();
  await app.button('New').click();
  await app.add('enable', 'set', 'disable');
  expect(await app.program()).toBe('enable; set k1; disable');

  await app.putCaret(1);
  await expect(app.button('Insert an event after event 1')).toBeVisible();
  await app.add('pause', 'resume');
  expect(await app.program()).toBe('enable; pause; resume; set k1; disable');
  await app.putCaret(0);
  await app.add('note');
  expect(await app.program()).toBe('note "note"; enable; pause; resume; set k1; disable');
  expect(await app.calls('event', 'callbacks')).toEqual([
    'note "note" none',
    'enable arch_enter()',
    'pause arch_leave()',
    'resume arch_enter()',
    'set k1 none',
    'disable arch_leave()',
  ]);
});

test('an event that opens a body takes the next ones into it', async ({ app }) => {
  await app.open();
  await app.button('New').click();
  await app.add('enable', 'irq { }', 'enable', 'disable');
  expect(await app.program()).toBe('enable; irq {; enable; disable; }');
  await app.putCaret(5);
  await app.add('disable');
  expect(await app.calls('row', 'event')).toEqual(['1 enable', '2 irq {', '3 enable', '4 disable', '5 }', '6 disable']);
});

test('what is seldom wanted is behind "more"', async ({ app }) => {
  await app.open();
  await app.button('New').click();
  await app.add('get-and-clear', 'flush-tlb', 'bh off', 'bh on', 'exit');
  expect(await app.program()).toBe('get-and-clear k1; flush-tlb; bh off; bh on; exit');
});

test('a click on a column goes there, a click between two columns puts the caret there', async ({ app }) => {
  await app.open();
  await app.goTo(3);
  await expect(app.status).toContainText('Step 3 of 6');
  await expect(app.region('Inspector').getByRole('heading', { level: 2 })).toHaveText(/^Event 3\b/);
  await expect(app.region('Timeline').getByRole('button', { name: /^event 3:/ })).toHaveAttribute(
    'aria-current',
    'step',
  );
  // From a click on, the keys step.
  await app.page.keyboard.press('ArrowRight');
  await expect(app.status).toContainText('Step 4 of 6');

  await app.putCaret(2);
  await app.add('sleep');
  expect(await app.program()).toBe('enable; enable; sleep; pause; resume; disable; disable');
  await expect(app.button('Insert an event after event 3')).toBeVisible();
});

test('text and timeline point at each other: a click on a line goes to its row, a step lights its line', async ({
  app,
}) => {
  await app.open();
  await app.editor.getByText('pause', { exact: true }).click();
  await expect(app.status).toContainText('Step 3 of 6');
  await expect(app.button('Insert an event after event 3')).toBeVisible();
  await app.goTo(4);
  await expect(app.editor.locator('[aria-current=step]')).toHaveText(/^\s*resume$/);
  await expect(app.region('Plain text for email').locator('[aria-current=step]')).toContainText('4 ');
  await expect(app.page.getByRole('table', { name: /^Call table/ }).locator('[aria-current=step]')).toContainText(
    'resume',
  );
});

test('a row is deleted, switched off and on, moved and duplicated', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable; set k1; pause; resume; disable');
  await app.goTo(3);
  await app.tool('Disable / enable this event');
  expect(await app.program()).toBe('enable; set k1; ~pause; resume; disable');
  expect(await app.calls('event')).toContain('~pause');
  await app.goTo(3);
  await app.tool('Disable / enable this event');
  expect(await app.program()).toBe('enable; set k1; pause; resume; disable');

  await app.goTo(2);
  await app.tool('Move later');
  expect(await app.program()).toBe('enable; pause; set k1; resume; disable');
  await app.tool('Move later');
  await app.tool('Move later');
  expect(await app.program()).toBe('enable; pause; resume; disable; set k1');
  await expect(app.region('Timeline').getByRole('button', { name: 'Move later' })).toBeDisabled();
  await app.tool('Move earlier');
  await app.tool('Duplicate');
  expect(await app.program()).toBe('enable; pause; resume; set k1; set k1; disable');
  await app.tool('Delete');
  await app.tool('Delete');
  expect(await app.program()).toBe('enable; pause; resume; disable');
});

test('an event is wrapped in a section, a pause or an interrupt, and open pairs are closed', async ({ app }) => {
  await app.open();
  await app.typeProgram('set k1');
  await app.goTo(1);
  await app.wrap('Wrap in a section');
  expect(await app.program()).toBe('enable; set k1; disable');
  await app.goTo(2);
  await app.wrap('Wrap in a pause');
  expect(await app.program()).toBe('enable; pause; set k1; resume; disable');
  await app.goTo(3);
  await app.wrap('Wrap in an interrupt');
  expect(await app.program()).toBe('enable; pause; irq {; set k1; }; resume; disable');

  await app.typeProgram('enable; enable; pause');
  await app.wrap('Close open sections and pauses');
  expect(await app.program()).toBe('enable; enable; pause; resume; disable; disable');
  expect(await app.calls('callbacks')).toEqual([
    ...['arch_enter()', 'none', 'arch_leave()', 'arch_enter()', 'arch_flush()', 'arch_leave()'],
  ]);
});

test("a person's own comments stay when the program is changed by clicking", async ({ app }) => {
  await app.open();
  await app.typeProgram('# the outer one\nenable\nset k1 # a mapping\ndisable');
  await app.putCaret(2);
  await app.add('clear');
  expect(await app.program()).toBe('# the outer one; enable; set k1 # a mapping; clear k1; disable');
});

test('the pickers change what the same program meets, and name what cannot be', async ({ app }) => {
  await app.open();
  await app.pick('Architecture', 'no lazy MMU mode');
  await expect.poll(() => app.calls('callbacks')).toEqual(Array(6).fill('none'));
  await app.pick('Revision', 'before the series');
  await app.pick('Architecture', 'arm64');
  await expect
    .poll(() => app.calls('callbacks'))
    .toEqual(['arch_enter()', 'arch_enter()', 'arch_leave()', 'arch_enter()', 'arch_leave()', 'arch_leave()']);
  await expect(app.picker('Kernel')).toHaveText('6.19');
});

test('it plays by itself when asked, and stops at the end', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable; disable; enable');
  await app.tool('Go to start');
  await app.tool('Play / pause');
  const play = app.region('Timeline').getByRole('button', { name: 'Play / pause' });
  await expect(play).toHaveAttribute('aria-pressed', 'true');
  await expect(app.status).toContainText('Step 3 of 3');
  await expect(play).toHaveAttribute('aria-pressed', 'false');
});

test('what cannot be chosen is there all the same, and says why', async ({ app }) => {
  await app.open('#1/pre/arm64-6.19/ED/1');
  await app.picker('Kernel').click();
  const era = app.choices.filter({ hasText: /^7\.1/ });
  await expect(era).toBeDisabled();
  await expect(era).toContainText(/pre|before the series|6\.19/);
});

test('every step is said to a screen reader, in the words of the status line', async ({ app }) => {
  await app.open();
  await app.goTo(2);
  await expect(app.said).toHaveText((await app.status.textContent()) ?? 'no status');
  await app.page.keyboard.press('s');
  await expect(app.said).toContainText('Step 3 of 6, statement 1');
  await expect(app.said).toHaveAttribute('aria-live', 'polite');
});

test('what was copied is shown for a moment', async ({ app }) => {
  await app.open();
  await app.copyText();
  await expect(app.page.locator('.toast')).toHaveText(/^Copied /);
  // Over no words that are read: not those of the status, nor what was copied.
  const under = await app.page.evaluate(() => {
    const there = document.querySelector('.toast')?.getBoundingClientRect() ?? new DOMRect();
    const box = document.querySelector('.mail-box')?.getBoundingClientRect();
    return [...document.querySelectorAll('.status, .mail-line, .introduction p')].filter((element) => {
      const words = document.createRange();
      words.selectNodeContents(element);
      const { left, right, top, bottom } = words.getBoundingClientRect();
      if (element.matches('.mail-line') && bottom <= (box?.top ?? 0)) return false;
      return left < there.right && there.left < right && top < there.bottom && there.top < bottom;
    }).length;
  });
  expect(under).toBe(0);
  await expect(app.page.locator('.toast')).toHaveCount(0);
  await app.copyText();
  await expect(app.page.locator('.toast')).toHaveCount(1);
});
