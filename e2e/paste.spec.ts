import { readFileSync } from 'node:fs';
import { type App, expect, test } from './fixture.ts';

const REPLY = readFileSync(new URL('../src/notation/samples/quoted-reply.txt', import.meta.url), 'utf8');
const CALLS = 'enable; enable; pause; resume; disable; disable';

/** The rows of a text for mail, without their spaces. */
const rowsOf = (text: string) =>
  text.split('\n').flatMap((line) => (/^\d+ /.test(line) ? [line.replace(/ +/g, ' ').trim()] : []));

const VALUES = [
  '1 lazy_mmu_mode_enable() -> arch_enter() c=1 e=1',
  '2 lazy_mmu_mode_enable() -> (none) c=2 e=1',
  '3 lazy_mmu_mode_pause() -> arch_leave() c=2 e=0',
  '4 lazy_mmu_mode_resume() -> arch_enter() c=2 e=1',
  '5 lazy_mmu_mode_disable() -> arch_flush() c=1 e=1',
  '6 lazy_mmu_mode_disable() -> arch_leave() c=0 e=0',
];

const start = async (app: App) => {
  await app.open('#1/v3/arm64-7.0/E/1');
  expect(await app.program()).toBe('enable');
};

test('a quoted table becomes the program, plays, and comes back out with the same values', async ({ app }) => {
  await start(app);
  await app.pasteText(REPLY);
  await expect.poll(() => app.program()).toBe(CALLS);
  await expect(app.notices).toContainText('Imported 6 table rows');
  await expect(app.notices).toContainText('The table matches v3 on arm64');
  await expect(app.button('Undo')).toHaveAccessibleDescription('paste a table');

  await app.tool('Play / pause');
  await expect(app.status).toContainText('Step 6 of 6 · count 0, not enabled');

  const mail = await app.copyText();
  expect(rowsOf(mail)).toEqual(VALUES);
  for (const line of mail.split('\n')) expect.soft(line, 'a line of the mail').toMatch(/^[ -~]{0,72}$/);
});

test('what was copied can be pasted back, also quoted three times', async ({ app }) => {
  await start(app);
  await app.pasteText(REPLY);
  await expect.poll(() => app.program()).toBe(CALLS);
  const mail = await app.copyText();
  const table = mail.slice(0, mail.indexOf('[1] '));
  for (const quoted of [table, table.replaceAll(/^/gm, '> '), table.replaceAll(/^/gm, '> > > ')]) {
    await app.typeProgram('sleep');
    await app.pasteText(quoted);
    await expect.poll(() => app.program()).toBe(CALLS);
    expect(rowsOf(await app.copyText())).toEqual(VALUES);
  }
});

test('a table under another revision is told to differ, row by row, and is the program all the same', async ({
  app,
}) => {
  await app.open('#1/v6/arm64-7.0/E/1');
  await app.pasteText('lazy_mmu_mode_enable()   -> arch_enter()\nlazy_mmu_mode_disable()  -> arch_flush()\n');
  await expect.poll(() => app.program()).toBe('enable; disable');
  await expect(app.notices).toContainText(
    '1 row differs from v6: row 2, callback: arch_flush() in the table, arch_leave() in the run',
  );
});

test('a program with an interrupt, a note and findings makes the round trip', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable; set k1; irq { enable; disable }; ~pause; note "here it is"; disable; disable');
  const program = await app.program();
  const calls = await app.calls('event', 'callbacks', 'enable_count', 'problems');
  const mail = await app.copyText();
  await app.button('New').click();
  await app.pasteText(mail.slice(0, mail.indexOf('[1] ')));
  await expect.poll(() => app.calls('event', 'callbacks', 'enable_count', 'problems')).toEqual(calls);
  expect((await app.program()).split('; ')).toHaveLength(calls.length);
  expect(program).toContain('irq { enable; disable }');
});

test('a table that is pasted beside the editor becomes the program, too', async ({ app }) => {
  await app.open('#1/v3/arm64-7.0/E/1');
  await app.goTo(1);
  await app.page.evaluate((text) => navigator.clipboard.writeText(text), REPLY);
  await app.page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => app.program()).toBe(CALLS);
});

test('ordinary text is pasted where the caret is, as text', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable; disable');
  await app.page.evaluate(() => navigator.clipboard.writeText('; sleep'));
  await app.page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => app.program()).toBe('enable; disable; sleep');
  await expect(app.notices).toHaveCount(0);
});

test('T8: a table with a mistake changes nothing and says where the mistake is', async ({ app }) => {
  await app.open();
  await app.pasteText(
    '1   lazy_mmu_mode_enable()   -> arch_enter()  e=1 p=0\n2   lazy_mmu_mode_enabel()   -> (none)\n',
  );
  await expect(app.notices).toContainText(/Could not read the table: 2:\d+: .*lazy_mmu_mode_enabel/);
  expect(await app.program()).toBe(CALLS);
  await expect(app.button('Undo')).toBeDisabled();
});

test('where the clipboard is refused, the text stands there to be taken by hand', async ({ app }) => {
  await app.page.addInitScript(() => {
    navigator.clipboard.writeText = () =>
      Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
  });
  await app.open();
  await app.button('Copy link').click();
  await expect(app.notices).toContainText('Could not copy the link to the clipboard');
  await app.notices.getByText('Original text').click();
  await expect(app.notices).toContainText('#1/v6/arm64-7.0/EEPRDD/5');
});
