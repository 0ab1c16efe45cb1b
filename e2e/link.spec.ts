import { type App, expect, test } from './fixture.ts';

const OWN = 'enable; set k1; pause; set k2; resume; disable';

/** What the pickers show, but for the scenario. */
const setup = (app: App) =>
  Promise.all((['Revision', 'Architecture', 'Kernel', 'Checks'] as const).map((name) => app.picker(name).innerText()));
const hashOf = (link: string) => link.slice(link.indexOf('#'));

test('a copied link opens elsewhere with the same program, setup and step', async ({ app, elsewhere }) => {
  await app.open();
  await app.pick('Revision', 'v4 07/12 alone');
  await app.pick('Checks', 'CONFIG_DEBUG_VM=n');
  await app.typeProgram('enable after write 1 { irq { enable; disable } }; ~pause; set k1 64k; disable');
  await app.goTo(7);
  const link = await app.copyLink();
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#1\/[\w.~/-]+[\da-zA-Z]$/);

  const other = await elsewhere(hashOf(link));
  expect(await other.program()).toBe(
    'enable after write 1 {; irq {; enable; disable; }; }; ~pause; set k1 64k; disable',
  );
  expect(await setup(other)).toEqual(await setup(app));
  await expect(other.status).toHaveText((await app.status.textContent()) ?? 'no status');
  await expect(other.notices).toHaveCount(0);
});

test('a link opens in the midst of a call, at the same statement', async ({ app, elsewhere }) => {
  await app.open();
  await app.goTo(4);
  await app.into(3);
  const status = (await app.status.textContent()) ?? 'no status';
  expect(status).toContain('Step 5 of 6, statement 3');
  const other = await elsewhere(hashOf(await app.copyLink()));
  await expect(other.status).toHaveText(status);
});

test('the address bar follows every step and every edit', async ({ app }) => {
  await app.open();
  await expect(app.page).toHaveURL(/#1\/v6\/arm64-7\.0\/EEPRDD\/5$/);
  await app.goTo(1);
  for (const row of [2, 3, 4]) {
    await app.page.keyboard.press('ArrowRight');
    await expect(app.page).toHaveURL(new RegExp(`/EEPRDD/${row}$`));
  }
  await app.add('sleep');
  await expect(app.page).toHaveURL(/#1\/v6\/arm64-7\.0\/EEPR[^/]+DD\/5$/);
  await app.pick('Revision', 'v4, whole series');
  await expect(app.page).toHaveURL(/#1\/v4\//);
  // Steps are no entries of the history.
  expect(await app.page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
});

test('Back returns from a scenario to the own program, as it was, and Forward to the scenario', async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await app.goTo(4);
  await app.pick('Scenario', 'One disable too many');
  expect(await app.program()).toBe('enable; disable; disable');
  await expect(app.page).toHaveTitle(/^One disable too many/);

  await app.page.goBack();
  await expect.poll(() => app.program()).toBe(OWN);
  await expect(app.status).toContainText('Step 4 of 6');
  await expect(app.button('Undo')).toHaveAccessibleDescription('typing');

  await app.page.goForward();
  await expect.poll(() => app.program()).toBe('enable; disable; disable');
  await expect(app.status).toContainText('Step 3 of 3');
});

test('opening a scenario keeps the own program and offers it', async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await app.pick('Scenario', 'One disable too many');
  const kept = app.notices.filter({ hasText: 'is saved' });
  await expect(kept).toHaveCount(1);
  await kept.getByRole('button', { name: 'Open draft' }).click();
  await expect.poll(() => app.program()).toBe(OWN);
  await expect(kept).toHaveCount(0);
});

const BROKEN = [
  [
    'an unknown kernel release',
    '#1/v6/arm64-9.9/EED/2',
    /1:7: there is no kernel release "9\.9" \(expected 6\.19, 7\.0/,
  ],
  ['a revision that there is not', '#1/v99/arm64-7.0/EED/2', /unknown revision "v99"; this page knows .*v6/],
  ['an architecture that there is not', '#1/v6/vax-7.0/EED/2', /unknown architecture "vax"; this page knows .*arm64/],
  ['a letter that there is not', '#1/v6/arm64-7.0/EYD/2', /1:18: .*expected/],
  ['a row that there is not', '#1/v6/arm64-7.0/EED/9', /1:21: "9" is not a row of this program \(expected 0 to 3\)/],
  ['an end that was cut off', '#1/v6/arm64-7.0', /no letters after the architecture \(expected \/<revision>/],
  ['nothing of a link', '#hello', /1:2: this is not a link to a program \(expected #1\/v6\/arm64-7\.0\/EEDD\/4\)/],
] as const;

for (const [what, hash, message] of BROKEN) {
  test(`a broken link with ${what} is told with its place and what was expected`, async ({ app }) => {
    await app.open(hash);
    await expect(app.notices).toHaveCount(1);
    await expect(app.notices).toContainText(message);
    await app.notices.getByText('Original text').click();
    await expect(app.notices).toContainText(hash);
    expect(await app.program()).toBe('enable; enable; pause; resume; disable; disable');
    await app.notices.getByRole('button', { name: /^Dismiss/ }).click();
    await expect(app.notices).toHaveCount(0);
  });
}

test('a broken link in the address bar leaves the work and its address as they were', async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await app.goTo(2);
  await expect(app.page).toHaveURL(/\/2$/);
  const url = app.page.url();
  await app.page.goto('/#1/v6/arm64-7.0/EE');
  await expect(app.notices).toContainText('Could not open the link');
  expect(await app.program()).toBe(OWN);
  await expect(app.status).toContainText('Step 2 of 6');
  await expect(app.page).toHaveURL(url);
});

test('a link of a newer form says so and keeps what it was', async ({ app }) => {
  await app.open('#2/v8/arm64-7.3/EED/2/with~more');
  await expect(app.notices).toContainText('this link has version 2, from a newer release');
  await app.notices.getByText('Original text').click();
  await expect(app.notices).toContainText('#2/v8/arm64-7.3/EED/2/with~more');
});

test("a link in the address bar opens beside the person's draft, which is one click away", async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await app.page.goto('/#1/v6/arm64-7.0/EDD/3');
  await expect.poll(() => app.program()).toBe('enable; disable; disable');
  await app.notices.getByRole('button', { name: 'Open draft' }).click();
  await expect.poll(() => app.program()).toBe(OWN);
  await expect(app.button('Undo')).toHaveAccessibleDescription('typing');
});

test("a link in a new tab never overwrites the person's draft", async ({ app }) => {
  await app.open();
  await app.typeProgram(OWN);
  await expect(app.page).toHaveURL(/sk1Psk2RD/);
  const tab = await app.anotherTab();
  await tab.open('#1/v6/arm64-7.0/EDD/3');
  expect(await tab.program()).toBe('enable; disable; disable');
  await expect(tab.notices).toContainText('is saved');
  await tab.add('exit');
  // Who goes on with this one finds that one among the documents.
  await expect(tab.notices).toHaveCount(0);
  await tab.button('Documents').click();
  await tab.page
    .getByRole('list', { name: 'Other documents' })
    .getByRole('button', { name: /^Open / })
    .first()
    .click();
  await expect.poll(() => tab.program()).toBe(OWN);
  await app.reload();
  expect(await app.program()).toBe(OWN);
});

test('a link that was pasted as text opens as an edit', async ({ app }) => {
  await app.open();
  await app.pasteText('https://lazy.example.org/#1/v4-07/arm64-7.0/E_w1IED..D/4');
  await expect.poll(() => app.program()).toBe('enable after write 1 {; irq {; enable; disable; }; }; disable');
  await expect(app.status).toContainText('Step 4 of 7');
  await app.button('Undo').click();
  await expect(app.picker('Revision')).toHaveText('v6, mainline 7.0 and 7.1');
});
