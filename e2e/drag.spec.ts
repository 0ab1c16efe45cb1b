import { type App, expect, test } from './fixture.ts';

const column = (app: App, row: number) =>
  app.region('Timeline').getByRole('button', { name: new RegExp(`^event ${row}:`) });

/** Drags from the head of one thing to a part of another, in steps, as a hand does. */
async function drag(
  app: App,
  from: ReturnType<typeof column>,
  to: ReturnType<typeof column>,
  part: number,
): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag, or nowhere to drop');
  const { mouse } = app.page;
  await mouse.move(start.x + start.width / 2, start.y + Math.min(20, start.height / 2));
  await mouse.down();
  await mouse.move(start.x + start.width / 2 + 12, start.y + 24, { steps: 3 });
  await mouse.move(end.x + end.width * part, end.y + Math.min(20, end.height / 2), { steps: 8 });
  await mouse.move(end.x + end.width * part + 1, end.y + Math.min(20, end.height / 2), { steps: 3 });
}

test.beforeEach(async ({ app }) => {
  await app.open();
  await app.typeProgram('enable; set k1; sleep; disable');
  await app.goTo(1);
  await expect(column(app, 2)).toHaveAttribute('draggable', 'true');
});

test('a row is dragged to another place, a line shows where it will go, and undo takes it back', async ({ app }) => {
  await drag(app, column(app, 2), column(app, 4), 0.8);
  await expect(app.page.locator('.gap[data-drop]')).toHaveCount(1);
  await app.page.mouse.up();
  await expect.poll(app.program).toBe('enable; sleep; disable; set k1');
  await expect(app.page.locator('.gap[data-drop]')).toHaveCount(0);
  await expect(app.said).toContainText('move event 2 after event 4');
  await drag(app, column(app, 4), column(app, 1), 0.2);
  await app.page.mouse.up();
  await expect.poll(app.program).toBe('set k1; enable; sleep; disable');
  await app.page.keyboard.press('Control+z');
  await expect.poll(app.program).toBe('enable; sleep; disable; set k1');
});

test('rows that are selected are dragged together, and go back in one step', async ({ app }) => {
  await app.goTo(2);
  await column(app, 3).click({ modifiers: ['Shift'] });
  await drag(app, column(app, 2), column(app, 4), 0.8);
  await app.page.mouse.up();
  await expect.poll(app.program).toBe('enable; disable; set k1; sleep');
  await expect(app.said).toContainText('move events 2 to 3 after event 4');
  await app.page.keyboard.press('Control+z');
  await expect.poll(app.program).toBe('enable; set k1; sleep; disable');
});

test('an event of the palette is dragged between two rows', async ({ app }) => {
  const palette = app.region('Program').getByRole('button', { name: 'pause', exact: true });
  await drag(app, palette, column(app, 2), 0.8);
  await app.page.mouse.up();
  await expect.poll(app.program).toBe('enable; set k1; pause; sleep; disable');
});

test('a row is dragged into a call, onto the statement after which it shall happen', async ({ app }) => {
  const line = app.page.locator('.listing-line').filter({ hasText: 'VM_WARN_ON_ONCE' });
  await drag(app, column(app, 3), line, 0.4);
  await expect(app.page.locator('.listing-line[data-drop]')).toHaveCount(1);
  await app.page.mouse.up();
  await expect.poll(app.program).toBe('enable after 2 {; sleep; }; set k1; disable');
});

test('what is dropped nowhere changes nothing', async ({ app }) => {
  await drag(app, column(app, 2), app.button('Copy link'), 0.5);
  await app.page.mouse.up();
  expect(await app.program()).toBe('enable; set k1; sleep; disable');
});

test('while one steps through a call, the palette puts events inside it', async ({ app }) => {
  await app.goTo(1);
  await app.page.keyboard.press('Home');
  await app.into(3);
  await expect(app.region('Program')).toContainText('Insert inside lazy_mmu_mode_enable(), after statement 3');
  await app.add('irq { }');
  await expect.poll(app.program).toContain('enable after 3 {; irq {; }; }');
});
