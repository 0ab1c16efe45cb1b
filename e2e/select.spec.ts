import { type App, expect, test } from './fixture.ts';

const column = (app: App, row: number) =>
  app.region('Timeline').getByRole('button', { name: new RegExp(`^event ${row}:`) });

/** The rows that the drawing shows as selected, and the table says to be. */
async function selected(app: App): Promise<string> {
  const drawn = await app.page
    .locator('.column-of[data-selected] .column-number')
    .evaluateAll((numbers) => numbers.map(({ textContent }) => textContent).join(' '));
  const told = (await app.calls('row')).filter((row) => row.endsWith(', selected'));
  expect(told.map((row) => row.replace(', selected', '')).join(' ')).toBe(drawn);
  return drawn;
}

test('by keyboard: rows are selected, wrapped, moved, copied, pasted and deleted, each in one undo step', async ({
  app,
}) => {
  await app.open();
  await app.typeProgram('enable; set k1; set k2; disable');
  await app.goTo(2);
  const { keyboard } = app.page;
  await keyboard.press('Shift+ArrowRight');
  await expect(app.said).toHaveText('Selected events 2 to 3');
  expect(await selected(app)).toBe('2 3');
  await expect(app.status).toContainText('Selected events 2 to 3 · Step 3 of 4');

  const texts = [await app.program()];
  const keep = async (text: string) => {
    await expect.poll(app.program).toBe(text);
    texts.push(text);
  };
  await keyboard.press('ControlOrMeta+k');
  await app.page.getByRole('combobox', { name: 'Search all commands' }).fill('Wrap in a repeat');
  await app.page.getByRole('option', { name: /3 times/ }).click();
  await keep('enable; repeat 3 {; set k1; set k2; }; disable');
  expect(await selected(app)).toBe('2 3 4 5 6 7');
  await keyboard.press('Escape');
  await expect(app.said).toHaveText('Selection cleared');
  expect(await selected(app)).toBe('');

  await app.goTo(1);
  await keyboard.press('Shift+Home');
  await keyboard.press('ControlOrMeta+x');
  await keep('repeat 3 {; set k1; set k2; }; disable');
  await app.goTo(7);
  await keyboard.press('ControlOrMeta+v');
  await keep('repeat 3 {; set k1; set k2; }; disable; enable');
  await expect(app.said).toHaveText('paste 1 event at position 8');
  await keyboard.press('Alt+ArrowUp');
  await keep('repeat 3 {; set k1; set k2; }; enable; disable');
  await keyboard.press('ControlOrMeta+a');
  await expect(app.said).toHaveText('Selected events 1 to 8');
  await keyboard.press('x');
  await keep('~set k1; ~set k2; ~set k1; ~set k2; ~set k1; ~set k2; ~enable; ~disable');
  await keyboard.press('Delete');
  await keep('');
  await expect(app.button('Undo')).toHaveAccessibleDescription('delete events 1 to 8');
  for (const text of texts.toReversed().slice(1)) {
    await keyboard.press('ControlOrMeta+z');
    await expect.poll(app.program).toBe(text);
  }
});

test('by pointer: a press with Shift selects, and what would cut a block is widened', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable; irq { set k1; pause; resume }; set k2; disable');
  await app.goTo(3);
  await column(app, 7).click({ modifiers: ['Shift'] });
  await expect(app.said).toHaveText('Selected events 2 to 7 (extended to whole blocks)');
  expect(await selected(app)).toBe('2 3 4 5 6 7');
  await app.goTo(4);
  await column(app, 5).click({ modifiers: ['Shift'] });
  expect(await selected(app)).toBe('4 5');
  await app.wrap('Wrap in a section');
  await expect.poll(app.program).toContain('irq {; set k1; enable; pause; resume; disable; }');
});

test('in the text: the lines that are marked are selected, and one line of text has its rows apart', async ({
  app,
}) => {
  await app.open();
  await app.typeProgram('enable\nset k1\nset k2\ndisable');
  await app.page.keyboard.press('ArrowUp');
  await app.page.keyboard.press('Shift+ArrowUp');
  expect(await selected(app)).toBe('2 3');
  await app.wrap('Wrap in a pause');
  await expect.poll(app.program).toBe('enable; pause; set k1; set k2; resume; disable');
  expect(await selected(app)).toBe('3 4');
  await app.typeProgram('enable; set k1; disable');
  await app.add('exit');
  await expect.poll(app.program).toBe('enable; set k1; disable; exit');
});

test.describe('touch', () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test('a press on "select rows" has plain presses select', async ({ app }) => {
    await app.open('#1/v6/arm64-7.0/Esk1sk2D/2');
    const toggle = app.region('Timeline').getByRole('button', { name: 'Select events', exact: true });
    await toggle.tap();
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
    await column(app, 3).tap();
    expect(await selected(app)).toBe('2 3');
    await app.region('Timeline').getByRole('button', { name: 'Delete', exact: true }).tap();
    await expect.poll(app.program).toBe('enable; disable');
    await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  });
});
