import { expect, test } from './fixture.ts';

test('what would be undone and done again has a name', async ({ app }) => {
  await app.open();
  await expect(app.button('Undo')).toBeDisabled();
  await app.goTo(6);
  await app.add('sleep');
  await expect(app.button('Undo')).toHaveAccessibleDescription('insert sleep at position 7');
  await app.goTo(3);
  await app.tool('Delete');
  await expect(app.button('Undo')).toHaveAccessibleDescription('delete event 3');
  await app.button('Undo').click();
  await expect(app.said).toHaveText('Undone: delete event 3');
  await expect(app.button('Redo')).toHaveAccessibleDescription('delete event 3');
  await expect(app.button('Undo')).toHaveAccessibleDescription('insert sleep at position 7');
  await app.button('Redo').click();
  expect(await app.program()).toBe('enable; enable; resume; disable; disable; sleep');
});

test('many edits of every kind are undone one by one and done again one by one', async ({ app }) => {
  await app.open();
  const texts = [await app.program()];
  const keep = async () => texts.push(await app.program());
  await app.goTo(6);
  for (const event of ['enable', 'set', 'pause', 'set', 'resume', 'disable']) {
    await app.add(event);
    await keep();
  }
  await app.goTo(8);
  await app.tool('Disable / enable this event');
  await keep();
  await app.wrap('Wrap in a section');
  await keep();
  await app.tool('Move earlier');
  await keep();
  await app.tool('Duplicate');
  await keep();
  await app.typeProgram('enable; disable');
  await keep();
  await app.goTo(1);
  await app.add('touch');
  await keep();
  expect(new Set(texts).size).toBe(texts.length);

  for (const text of texts.toReversed().slice(1)) {
    await app.button('Undo').click();
    expect(await app.program()).toBe(text);
  }
  await expect(app.button('Undo')).toBeDisabled();
  for (const text of texts.slice(1)) {
    await app.button('Redo').click();
    expect(await app.program()).toBe(text);
  }
  await expect(app.button('Redo')).toBeDisabled();
});

test('a burst of typing is one undo step, and the keys work in the text and beside it', async ({ app }) => {
  await app.open();
  const before = await app.program();
  await app.typeProgram('enable; set k1; disable');
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => app.program()).toBe(before);
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => app.program()).toBe('enable; set k1; disable');
  await app.goTo(2);
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => app.program()).toBe(before);
  await app.page.keyboard.press('ControlOrMeta+y');
  await expect.poll(() => app.program()).toBe('enable; set k1; disable');
});

test('a changed revision is an edit that can be undone, and undo brings back the place', async ({ app }) => {
  await app.open();
  await app.goTo(2);
  await app.pick('Revision', 'v3 07/13 alone');
  await expect(app.status).toContainText('count 2');
  await app.goTo(6);
  await app.button('Undo').click();
  await expect(app.picker('Revision')).toHaveText('v6, mainline 7.0 and 7.1');
  await expect(app.status).toContainText('Step 2 of 6 · enable_count 2');
});

test('undo and redo survive a reload, with their names', async ({ app }) => {
  await app.open();
  await app.goTo(6);
  await app.add('enable', 'set', 'disable');
  await app.button('Undo').click();
  await expect(app.page).toHaveURL(/EEPRDDEsk1\/\d$/);
  await app.reload();
  await expect(app.button('Undo')).toHaveAccessibleDescription('insert set k1 at position 8');
  await expect(app.button('Redo')).toHaveAccessibleDescription('insert disable at position 9');
  await app.button('Redo').click();
  expect(await app.program()).toBe('enable; enable; pause; resume; disable; disable; enable; set k1; disable');
  for (let i = 0; i < 3; i++) await app.button('Undo').click();
  expect(await app.program()).toBe('enable; enable; pause; resume; disable; disable');
  await expect(app.button('Undo')).toBeDisabled();
});
