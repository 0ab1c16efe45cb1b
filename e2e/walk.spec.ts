import { type App, expect, test } from './fixture.ts';

/** Goes through the whole program with a key: by statements (`s`) or by rows (`.`). */
async function walk(app: App, key: 's' | '.'): Promise<void> {
  await app.tool('Go to start');
  const forward = app.region('Timeline').getByRole('button', { name: 'Step forward' });
  for (let left = 400; left > 0 && !(await forward.getAttribute('aria-disabled')); left--) {
    await app.page.keyboard.press(key);
  }
  await expect(forward).toBeDisabled();
  await expect(app.status).toContainText(/Step (\d+) of \1\b/);
}

const drawn = (app: App) => expect(app.page.getByText('could not be displayed')).toHaveCount(0);

test('every scenario opens at its row and can be walked through', async ({ app }) => {
  test.slow();
  await app.open();
  await app.picker('Scenario').click();
  const names = await app.choices.evaluateAll((all) =>
    all.map((choice) => choice.firstElementChild?.textContent ?? ''),
  );
  expect(names.length).toBeGreaterThan(7);
  await app.page.keyboard.press('Escape');
  for (const [index] of names.entries()) {
    await app.picker('Scenario').click();
    await app.choices.nth(index).click();
    await expect(app.choices).toHaveCount(0);
    await expect(app.status).toContainText(/^Step \d+ of/);
    await walk(app, '.');
    await drawn(app);
  }
});

const PROGRAMS = [
  [
    'Architecture',
    '.',
    'enable; set k1; set 3; read 3; irq { enable; set k2; disable }; touch 3 write; get-and-clear 3; pause; clear k1; resume; ' +
      'flush-tlb; gather-flush; bh off; bh on; enable; disable; switch B; switch A; disable; note "done"; exit',
  ],
  ['Revision', 's', 'enable; pause; enable; disable; resume; disable'],
] as const;

for (const [picker, key, program] of PROGRAMS) {
  test(`every ${picker.toLowerCase()} that can be chosen takes the program and shows each step`, async ({ app }) => {
    test.slow();
    await app.open();
    await app.typeProgram(program);
    await app.picker(picker).click();
    const count = await app.choices.count();
    expect(count).toBeGreaterThan(1);
    await app.page.keyboard.press('Escape');
    for (let index = 0; index < count; index++) {
      await app.picker(picker).click();
      const choice = app.choices.nth(index);
      if (await choice.isDisabled()) await app.page.keyboard.press('Escape');
      else await choice.click();
      await expect(app.choices).toHaveCount(0);
      await walk(app, key);
      await drawn(app);
    }
  });
}

test('what is written in a note or a title is shown as text and never as a part of the page', async ({ app }) => {
  const evil = '<img src=x onerror=alert(1)><b>bold</b>';
  await app.open('#1/v6/arm64-7.0/E/1/title-~3cb~3eevil~3c~2fb~3e');
  await app.typeProgram(`note "${evil}"; enable`);
  await app.goTo(1);
  await expect(app.region('Plain text for email')).toContainText(evil);
  await expect(app.region('Inspector')).toContainText('<img');
  expect((await app.calls('event'))[0]).toBe(`note "${evil}"`);
  await expect(app.page.locator('img, b')).toHaveCount(0);
});
