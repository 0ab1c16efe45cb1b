import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

const OWN = 'enable; set k1; pause; resume; disable';

test('a reload in the middle of a word keeps text, mistake, step and undo', async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await app.goTo(5);
  await app.add('sleep');
  await expect(app.page).toHaveURL(/sk1PRDZ\/6$/);
  await app.editor.press('ControlOrMeta+End');
  await app.page.keyboard.type('\nset k');
  await app.reload();
  expect(await app.program()).toBe(`${OWN}; sleep; set k`);
  await expect(app.region('Program')).toContainText('line 3, column 5: "k" is not a page');
  expect(await app.calls('event')).toEqual(['enable', 'set k1', 'pause', 'resume', 'disable', 'sleep']);
  for (const text of [`${OWN}; sleep`, OWN, 'enable; enable; pause; resume; disable; disable']) {
    await app.button('Undo').click();
    await expect.poll(() => app.program()).toBe(text);
  }
});

test('a reload right after the last key loses nothing', async ({ app }) => {
  await app.open();
  await app.typeProgram('enable; sle');
  await app.reload();
  expect(await app.program()).toBe('enable; sle');
  await app.editor.press('ControlOrMeta+End');
  await app.page.keyboard.type('ep');
  await expect.poll(() => app.calls('event')).toEqual(['enable', 'sleep']);
  await app.reload();
  expect(await app.program()).toBe('enable; sleep');
});

test('a reload right after a step or an edit shows what was there', async ({ app }) => {
  await app.open();
  await app.tool('Step forward');
  await expect(app.status).toContainText('Step 6 of 6');
  await app.reload();
  await expect(app.status).toContainText('Step 6 of 6');
  await app.add('sleep');
  await app.reload();
  expect(await app.program()).toBe('enable; enable; pause; resume; disable; disable; sleep');
  await expect(app.notices).toHaveCount(0);
});

test('a reload keeps the step, also in the midst of a call, and the caret', async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await app.goTo(3);
  await app.into(2);
  const status = (await app.status.textContent()) ?? 'no status';
  expect(status).toContain('Step 4 of 5, statement 2');
  await expect(app.page).toHaveURL(/\/4\/at-1$/);
  await app.reload();
  await expect(app.status).toHaveText(status);
  await app.putCaret(2);
  await expect(app.page).toHaveURL(/\/2$/);
  await app.reload();
  await expect(app.button('Insert an event after event 2')).toBeVisible();
});

test('two tabs keep a draft each', async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await expect(app.page).toHaveURL(/sk1PRD/);
  const second = await app.anotherTab();
  await second.open();
  await second.typeProgram('enable; disable');
  await app.page.bringToFront();
  await app.goTo(5);
  await app.add('sleep');
  await second.page.bringToFront();
  await second.goTo(2);
  await second.add('exit');
  await expect(second.page).toHaveURL(/ED[^/]+\/3$/);
  await second.reload();
  expect(await second.program()).toBe('enable; disable; exit');
  await app.page.bringToFront();
  await app.reload();
  expect(await app.program()).toBe(`${OWN}; sleep`);
  await expect(app.button('Undo')).toHaveAccessibleDescription('insert sleep at position 6');
});

test('a duplicated tab does not write over the first', async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await expect(app.page).toHaveURL(/sk1PRD/);
  // Duplicating a tab copies what is kept per tab; a window that the page opens gets the same copy.
  const [page] = await Promise.all([
    app.page.waitForEvent('popup'),
    app.page.evaluate(() => window.open(location.href) !== null),
  ]);
  const copy = await app.of(page);
  expect(await copy.program()).toBe(OWN);
  await copy.typeProgram('pause; resume');
  await expect(copy.page).toHaveURL(/\/PR\//);
  await copy.reload();
  expect(await copy.program()).toBe('pause; resume');
  await app.page.bringToFront();
  await app.reload();
  expect(await app.program()).toBe(OWN);
});

test('two tabs that go on with one draft do not write over each other', async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await expect(app.page).toHaveURL(/sk1PRD\/\d$/);
  const second = await app.anotherTab();
  await second.open();
  await second.notices.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect.poll(() => second.program()).toBe(OWN);
  await second.editor.press('ControlOrMeta+End');
  await second.page.keyboard.type('; sle');
  await second.page.close();
  await app.page.bringToFront();
  await app.reload();
  expect(await app.program()).toBe(OWN);
  await expect(app.button('Undo')).toHaveAccessibleDescription('typing');
});

test('a tab that was closed can be continued in the next one', async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await app.page.close();
  const next = await app.anotherTab();
  await next.open();
  expect(await next.program()).toBe('enable; enable; pause; resume; disable; disable');
  await expect(next.notices).toContainText('Continue where you left off');
  await next.notices.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect.poll(() => next.program()).toBe(OWN);
  await expect(next.button('Undo')).toHaveAccessibleDescription('typing');
});

test('a draft that was put away is not offered again', async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await app.page.close();
  const next = await app.anotherTab();
  await next.open();
  // Nothing moves when it goes, and nothing is cut off while it is there.
  const drawing = next.page.getByRole('group', { name: 'Drawing' });
  const placeOf = async () => [await drawing.boundingBox(), await drawing.evaluate((box) => box.scrollHeight)];
  const before = await placeOf();
  await next.notices.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(next.notices).toHaveCount(0);
  expect(await placeOf()).toEqual(before);
  await next.page.close();
  const last = await app.anotherTab();
  await last.open();
  await expect(last.notices).toHaveCount(0);
});

test('looking at examples leaves no draft behind', async ({ app }) => {
  await app.open();
  await app.goTo(2);
  await app.pick('Scenario', 'One disable too many');
  await app.page.close();
  const next = await app.anotherTab();
  await next.open();
  await expect(next.notices).toHaveCount(0);
});

test('T5: saved work that was damaged is told and kept, and the page starts all the same', async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await expect(app.page).toHaveURL(/sk1PRD/);
  // Not before all of it is saved: what is saved later would be whole again.
  const damage = () =>
    app.page.evaluate((text) => {
      const saved = Object.entries(localStorage).filter(
        ([key, bytes]) => key.includes('/bytes/') && bytes.includes(text),
      );
      for (const [key, bytes] of saved) localStorage.setItem(key, bytes.slice(0, 40));
      return saved.length;
    }, `"text":"${OWN}"`);
  await expect.poll(damage).toBe(1);
  await app.reload();
  const notice = app.notices.filter({ hasText: 'its data has changed since it was saved' });
  await expect(notice).toContainText('The original stays as it is');
  const [file] = await Promise.all([
    app.page.waitForEvent('download'),
    notice.getByRole('button', { name: 'Download original' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('{\\"v\\":1');
  // The address has the program still.
  expect(await app.program()).toBe(OWN);
  await app.add('sleep');
});

test('T27: the browser is asked to keep what is stored once there is own work, and storage that was cleared is told', async ({
  app,
}) => {
  await app.page.addInitScript(() => {
    const asked = () => Number(sessionStorage.getItem('asked') ?? 0);
    navigator.storage.persist = async () => {
      sessionStorage.setItem('asked', `${asked() + 1}`);
      return true;
    };
  });
  const asked = () => app.page.evaluate(() => sessionStorage.getItem('asked'));
  await app.open();
  await app.goTo(2);
  expect(await asked()).toBeNull();
  await app.typeProgram(OWN);
  await expect.poll(asked).toBe('1');
  await app.add('sleep');
  await expect(app.page).toHaveURL(/sk1PRDZ/);
  expect(await asked()).toBe('1');

  // The browser deletes what it stored between two sessions; before that, the page has saved all of it.
  await app.page.addInitScript(() => {
    if (!sessionStorage.getItem('cleared')) localStorage.clear();
    sessionStorage.setItem('cleared', 'yes');
  });
  await app.reload();
  await expect(app.notices).toContainText('no longer in this browser');
  expect(await app.program()).toBe(`${OWN}; sleep`);
  await app.add('exit');
  await app.reload();
  expect(await app.program()).toBe(`${OWN}; sleep; exit`);
  await expect(app.notices).toHaveCount(0);
});

const REFUSALS: readonly (readonly [what: string, prepare: (page: Page) => Promise<unknown>, reason: RegExp])[] = [
  [
    'is denied',
    (page) =>
      page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(globalThis, name, {
            get() {
              throw new DOMException('Access is denied for this document.', 'SecurityError');
            },
          });
        }
      }),
    /no storage is available to this page/,
  ],
  [
    'is full',
    (page) =>
      page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
      }),
    /quota has been exceeded/,
  ],
  [
    'forgets',
    (page) =>
      page.addInitScript(() => {
        Storage.prototype.setItem = () => undefined;
      }),
    /the stored data does not match what was written/,
  ],
];

for (const [what, prepare, reason] of REFUSALS) {
  test(`T1, T27: a storage that ${what} is told once, at the start, and the work goes on and can be downloaded`, async ({
    app,
  }) => {
    await prepare(app.page);
    await app.open();
    await expect(app.notices).toHaveCount(1);
    await expect(app.notices).toContainText(reason);
    await app.typeProgram(OWN);
    const [file] = await Promise.all([
      app.page.waitForEvent('download'),
      app.notices.getByRole('button', { name: 'Download', exact: true }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toContain(OWN.split('; ').at(-1));
    await app.goTo(5);
    await app.add('sleep');
    await expect(app.page).toHaveURL(/sk1PRD[^/]+\/6$/);
    await expect(app.notices).toHaveCount(1);
    await app.notices.getByRole('button', { name: /^Dismiss/ }).click();

    await app.add('exit');
    await app.button('Undo').click();
    await expect(app.page).toHaveURL(/sk1PRD[^/]+\/6$/);
    await expect(app.notices).toHaveCount(0);
    // Within the page, what was left can still be had back.
    await app.pick('Scenario', 'One disable too many');
    await app.page.goBack();
    await expect.poll(() => app.program()).toBe(`${OWN}; sleep`);
  });
}
