import { expect, test } from './fixture.ts';

const COLUMNS = ['row', 'event', 'callbacks', 'enable_count', 'pause_count', 'active', 'pending'];

test('it opens on the six calls of the commit message, at the flush, ready to edit', async ({ app }) => {
  await app.open();
  expect(await app.program()).toBe('enable; enable; pause; resume; disable; disable');
  expect(await app.calls(...COLUMNS)).toEqual([
    '1 enable arch_enter() 1 0 active 0',
    '2 enable none 2 0 active 0',
    '3 pause arch_leave() 2 1 not active 0',
    '4 resume arch_enter() 2 0 active 0',
    '5 disable arch_flush() 1 0 active 0',
    '6 disable arch_leave() 0 0 not active 0',
  ]);
  await expect(app.status).toHaveText('Step 5 of 6 · enable_count 1, pause_count 0, active · no problems');
  await expect(app.editor).toBeEditable();
  await expect(app.notices).toHaveCount(0);
});

test('a program that is typed plays on the timeline, and its text for mail follows', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable\nset k1\nenable; set k2; disable\nread k1\ndisable');
  await expect
    .poll(() => app.calls(...COLUMNS))
    .toEqual([
      '1 enable arch_enter() 1 0 active 0',
      '2 set k1 none 1 0 active 1',
      '3 enable none 2 0 active 1',
      '4 set k2 none 2 0 active 1',
      '5 disable arch_flush() 1 0 active 0',
      '6 read k1 none 1 0 active 0',
      '7 disable arch_leave() 0 0 not active 0',
    ]);
  const rows = app.region('Plain text for email').getByRole('group', { name: 'Rows' });
  await expect(rows).toContainText(/5 +lazy_mmu_mode_disable\(\) +-> arch_flush\(\) +e=1 p=0/);
  await expect(rows).toContainText(/2 +set k1 +-> stored +pending 1/);

  await app.page.keyboard.type('; disable');
  await expect.poll(() => app.calls('event')).toHaveLength(8);
  await expect(rows).toContainText('VM_WARN_ON_ONCE(enable_count == 0)');

  // All that is copied is shown where it is asked for, over what is above it and moving nothing.
  const timeline = app.region('Timeline');
  const before = await timeline.boundingBox();
  await app.button('Show more').click();
  await expect(rows).toContainText('[1] #1/v6/arm64-7.0/Esk1Esk2Drk1DD/8');
  expect(await timeline.boundingBox()).toEqual(before);
  expect((await rows.boundingBox())?.height).toBeGreaterThanOrEqual(190);
  const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
  expect(linesOf(await rows.innerText())).toEqual(linesOf(await app.copyText()));
});

test('what is copied, or left, in the very moment after a letter was typed has it', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable; disable');
  await app.page.evaluate(async () => {
    document.execCommand('insertText', false, '; set k7');
    // No task comes in between.
    await null;
    document.querySelector<HTMLElement>('[data-command="copy-text"]')?.click();
  });
  await expect(app.said).toHaveText('Copied the plain text');
  expect(await app.page.evaluate(() => navigator.clipboard.readText())).toContain('3   set k7');

  const closed = app.page.waitForEvent('close');
  await app.page.keyboard.insertText('; sleep');
  await app.page.close({ runBeforeUnload: true });
  await closed;
  const next = await app.anotherTab();
  await next.open();
  await next.notices.getByRole('button', { name: /^Continue/ }).click();
  expect(await next.program()).toBe('enable; disable; set k7; sleep');
});

test("the kernel's long names, comments and shorthand are read as they are typed", async ({ app }) => {
  await app.open();
  await app.typeProgram(
    'lazy_mmu_mode_enable(); # opens\nset k0..k1\nrepeat 2 { pause; resume }\nlazy_mmu_mode_disable();',
  );
  await expect
    .poll(() => app.calls('event'))
    .toEqual(['enable', 'set k0..k1', 'pause', 'resume', 'pause', 'resume', 'disable']);
  expect(await app.program()).toContain('# opens');

  // What is inside braces is written deeper, and a closing brace lines up with the line of its opening one.
  await app.typeProgram('enable\nrepeat 2 {\nnote "{"\nirq {\nset k1\n}\n}\ndisable');
  const written = () => app.editor.locator('.cm-line').allTextContents();
  const lines = ['enable', 'repeat 2 {', '  note "{"', '  irq {', '    set k1', '  }', '}', 'disable'];
  await expect.poll(written).toEqual(lines);
  await expect(app.region('Program')).toContainText('10 events. The numbers on the left count lines of text');
});

test('a mistake is told with its line, its column and what was expected, and nothing is lost', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable\nset k1\ndisable');
  const good = await app.calls('event');
  expect(good).toEqual(['enable', 'set k1', 'disable']);

  await app.typeProgram('enable\nset kk\ndisabel');
  const program = app.region('Program');
  await expect(app.status).toContainText('Showing the last valid program');
  await expect(program).toContainText('line 2, column 5: "kk" is not a page; expected 3 or u3');
  await expect(program).toContainText('line 3, column 1: "disabel" is not an event; did you mean "disable"?');
  // While it was typed, `enable` alone was right, and so was `enable; set k`'s beginning.
  expect(await app.program()).toBe('enable; set kk; disabel');
  expect(await app.calls('event')).toEqual(['enable']);

  await app.page.keyboard.press('Backspace');
  await app.page.keyboard.press('Backspace');
  await app.page.keyboard.type('le');
  await expect(program).not.toContainText('did you mean');
  await app.page.keyboard.press('ArrowUp');
  await app.page.keyboard.press('End');
  await app.page.keyboard.press('Backspace');
  await app.page.keyboard.type('7');
  await expect(program).not.toContainText('column');
  await expect.poll(() => app.calls('event')).toEqual(['enable', 'set k7', 'disable']);
  await app.typeProgram('foo');
  const problems = app.page.getByRole('group', { name: 'Problems in the text' });
  await expect(problems).toContainText('switch, note ...');
  expect(await problems.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(0);
});

test('a mistake in the middle of a program leaves the last good timeline as it was', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable; set k1; disable');
  const good = ['1 enable', '2 set k1', '3 disable'];
  expect(await app.calls('row', 'event')).toEqual(good);
  await app.page.keyboard.type('; paus');
  await expect(app.region('Program')).toContainText('line 1, column 26');
  expect(await app.calls('row', 'event')).toEqual(good);
  await expect(app.region('Timeline').getByRole('button', { name: /^event \d/ })).toHaveCount(3);
  // Buttons that would change the program say why they cannot.
  await expect(app.region('Program').getByRole('button', { name: 'pause', exact: true })).toBeDisabled();
  await app.page.keyboard.type('e');
  await expect.poll(() => app.calls('row', 'event')).toEqual([...good, '4 pause']);
});

test('what is typed in the very moment after a button keeps what the button added', async ({ app }) => {
  await app.open();
  await app.editor.click();
  await app.page.keyboard.press('Control+End');
  await app.page.evaluate(async () => {
    document.querySelector<HTMLElement>('[data-command="add-pause"]')?.click();
    // The page is drawn in between, but no task comes: the editor has not been told yet.
    for (let i = 0; i < 10; i++) await null;
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: ';', bubbles: true }));
    document.execCommand('insertText', false, '; set k1');
  });
  expect(await app.program()).toBe('enable; enable; pause; resume; disable; disable; set k1; pause');
  expect(await app.calls('event')).toHaveLength(8);
});

test('an empty program says what can be typed', async ({ app }) => {
  await app.open();
  await app.button('New').click();
  expect(await app.calls('event')).toEqual([]);
  await expect(app.region('Timeline')).toContainText('Empty program');
  await app.typeProgram('exit');
  await expect.poll(() => app.calls('event')).toEqual(['exit']);
});

test('a word says what it is for where the pointer rests on it, and in the list of completions', async ({ app }) => {
  await app.open();
  await app.typeProgram('wrprotect 3; ');
  await app.page.locator('.cm-line').getByText('wrprotect').hover();
  await expect(app.region('Program').locator('.cm-tooltip')).toContainText('Makes the entry of a page read-only');
  await app.editor.click();
  await app.page.keyboard.press('Control+End');
  await app.page.keyboard.type('get');
  await app.page.keyboard.press('Control+Space');
  const option = app.page.getByRole('option', { name: /get-and-clear/ });
  await expect(option).toBeVisible();
  await expect(app.page.locator('.cm-completionInfo')).toContainText('returns its old value');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type(' 3');
  await expect.poll(app.program).toBe('wrprotect 3; get-and-clear 3');
});
