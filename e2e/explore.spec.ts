import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from './fixture.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Explore', exact: true });
const answer = (page: Page) => dialog(page).getByRole('region', { name: 'Verdict' });
const verdict = (page: Page): Locator => answer(page).getByRole('status');
const press = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();
const choose = (page: Page, group: string, name: string) =>
  dialog(page).getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();

/** Timeout for a search of the whole space on a busy machine. */
const LONG = { timeout: 240_000 };

async function explore(app: App, hash = ''): Promise<Page> {
  await app.open(hash);
  await app.page.keyboard.press('Shift+X');
  await expect(dialog(app.page).getByRole('form', { name: 'Query' })).toBeVisible();
  return app.page;
}

/** Runs a known issue by a click. */
async function known(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole('tab', { name: 'Known issues' }).click();
  await press(page, name);
}

test('a violation is found, opens at its statement, and keeps the current program', async ({ app }) => {
  const page = await explore(app, '#1/v6/xen-pv-7.0/Esk1D/2');
  await choose(page, 'Preemption', 'Between statements');
  await choose(page, 'Callers', 'Matched calls');
  await choose(page, 'Search for', 'Violation of one rule');
  await dialog(page)
    .getByRole('button', { name: /^Rule / })
    .click();
  await app.choices.filter({ hasText: 'arch-bug' }).click();
  await expect(dialog(page)).toContainText('Can v6 on xen-pv 7.0 violate arch-bug?');
  await expect(dialog(page)).toContainText(/Stops at 4,000,000 states or [\d,]+ MB of memory/);
  await press(page, 'Search');
  await expect(verdict(page)).toHaveText('Rule violated. Shortest program: 3 events');
  await press(page, 'Find a different cause');
  await expect(answer(page)).toContainText(/BUG\s*arch_leave\(\): BUG_ON\(xen_lazy_mode != XEN_LAZY_MMU\)/);
  await expect(answer(page)).toContainText('no BUG_ON() of the architecture fires (arch-bug.leave)');
  await expect(verdict(page)).toContainText('Shortest program: 4 events');
  await press(page, 'Open in timeline');
  await expect(dialog(page)).toBeHidden();
  expect(await app.program()).toMatch(/^enable; disable after \d \{; switch B; switch A; \}$/);
  await expect(app.status).toContainText(/Step \d of 5, statement/);
  await expect(app.region('Problems')).toContainText('xen_lazy_mode != XEN_LAZY_MMU');
  await expect(app.region('Inspector')).toContainText(
    /Problems here.*BUG arch_leave\(\): BUG_ON\(xen_lazy_mode != XEN_LAZY_MMU\)/,
  );
  await page.goBack();
  await expect.poll(() => app.program()).toBe('enable; set k1; disable');
});

test('a query is shared as a link, which runs it when opened', async ({ app }) => {
  const page = await explore(app, '#1/v4/arm64-7.0/ED/1');
  await choose(page, 'Callers', 'Any calls');
  await press(page, 'Search');
  await expect(verdict(page)).toHaveText('Problem found. Shortest program: 1 event');
  await press(page, 'Copy link to the query');
  await expect(answer(page).getByText('Copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#1\/v4\/arm64-7\.0\/D\/1\/at-1\/ask-any~23b_callers_free$/);
  const visit = async (to: string) => {
    await page.goto('about:blank');
    await page.goto(to);
  };
  await visit(link);
  await expect(verdict(page)).toHaveText('Problem found. Shortest program: 1 event');
  await expect(dialog(page).getByRole('radio', { name: 'Any calls' })).toBeChecked();
  await page.keyboard.press('Escape');
  expect(await app.program()).toBe('disable');
  await visit(link.replace(/#.*/, '#1/v4-07/arm64-7.0/0/0/ask-known_F7_v4-07'));
  await expect(verdict(page)).toContainText('Rule violated. Shortest program: 4 events');
  await expect(dialog(page).getByRole('tab', { name: 'Known issues' })).toHaveAttribute('aria-selected', 'true');
  await visit(link.replace(/#.*/, '#1/v4-07/arm64-7.0/ED/1/ask-tasks_3'));
  await expect(page.getByText('Could not run the query in the link: a query has no "tasks 3"')).toBeVisible();
});

test('a search shows its progress, and ends at once when cancelled', async ({ app }) => {
  const page = await explore(app, '#1/v6/arm64-7.0/ED/1');
  await choose(page, 'Active tasks', '2');
  await choose(page, 'Callers', 'Properly nested calls');
  await choose(page, 'Search for', 'Violation of one rule');
  await press(page, 'Search');
  const states = async () => Number((await answer(page).locator('dd').first().innerText()).replace(/ of.*|,/g, ''));
  await expect.poll(states).toBeGreaterThan(4000);
  const before = await states();
  await expect.poll(states).toBeGreaterThan(before);
  await expect(answer(page)).toContainText(/States per second\s*[\d,]+/);
  await expect(answer(page)).toContainText(/Memory\s*[1-9][\d.,]* MB of at most [\d,]+ MB/);
  // Measured in the page's own time, from the click to the message.
  const took = await page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Cancel');
    const began = performance.now();
    button?.click();
    while (!/Inconclusive/.test(document.querySelector('.answer')?.textContent ?? '')) {
      await new Promise((done) => setTimeout(done, 1));
    }
    return performance.now() - began;
  });
  expect(took).toBeLessThan(1000);
  await expect(verdict(page)).toContainText('Inconclusive: the search was cancelled.');
  // Another query can run afterwards.
  await choose(page, 'Callers', 'Any calls');
  await expect(answer(page)).toContainText('This answer belongs to the previous query.');
  await press(page, 'Search');
  await expect(answer(page)).not.toContainText('This answer belongs to the previous query.');
  await expect(verdict(page)).toContainText('Rule violated. Shortest program: 1 event');
});

test('known issues run by a click each, and a difference opens the comparison', async ({ app }) => {
  const page = await explore(app);
  await known(page, 'F13 v3');
  await expect(verdict(page)).toContainText('No observable difference. Searched the whole state space', LONG);
  await press(page, 'F14 v4');
  await expect(verdict(page)).toHaveText('Difference found. Shortest program: 1 event');
  await expect(dialog(page).getByText('✓')).toHaveCount(2);
  await press(page, 'Compare both on this program');
  const compare = page.getByRole('dialog', { name: 'Compare', exact: true });
  await expect(compare).toContainText('First difference in row 1, pause');
  await page.keyboard.press('Escape');
  expect(await app.program()).toBe('pause');
  await expect(app.picker('Revision')).toContainText('v4');
});

test('all known issues are confirmed, one after the other', async ({ app }) => {
  const page = await explore(app);
  await dialog(page).getByRole('tab', { name: 'Known issues' }).click();
  const marks = dialog(page).locator('.known-mark');
  await expect(marks).toHaveCount(21);
  await press(page, 'Search all');
  await expect(marks.filter({ hasText: '✓' })).toHaveCount(21, LONG);
});

test('a search that runs out of memory reports what it knows and costs nothing', async ({ app }) => {
  const page = await explore(app);
  const worker = '**/explore-worker-*.js';
  await page.route(worker, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new RangeError("Array buffer allocation failed")' }),
  );
  await known(page, 'F4 v3-07');
  await expect(verdict(page)).toHaveText('Inconclusive: the search ran out of memory. Nothing is known yet.');
  await page.unroute(worker);
  await press(page, 'F4 v3-07');
  await expect(verdict(page)).toHaveText('Rule violated. Shortest program: 1 event');
});

test('Compare searches for a program on which its two sides differ', async ({ app }) => {
  await app.open('#1/v4/arm64-7.0/ED/1');
  const { page } = app;
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Find a program on which they differ' }).click();
  await expect(dialog(page)).toContainText('Does v4 on arm64 7.0 differ observably from v6 on arm64 7.0');
  await expect(verdict(page)).toContainText('Difference found. Shortest program: 1 event');
  await press(page, 'Back to the comparison');
  const compare = page.getByRole('dialog', { name: 'Compare', exact: true });
  await expect(compare).toContainText('v4 against v6: no observable difference');
  await page.getByRole('button', { name: 'Find a program on which they differ' }).click();
  await choose(page, 'Callers', 'Properly nested calls');
  await press(page, 'Search');
  await expect(answer(page)).toContainText(/Differs at pause\s*callbacks, checks/);
  await press(page, 'Find a different cause');
  await expect(verdict(page)).toContainText('Difference found (cause 2). Shortest program: 2 events');
  await expect(answer(page)).toContainText(/Differs at enable\s*callbacks, active/);
});

test('a described state is validated in place, and reached', async ({ app }) => {
  const page = await explore(app);
  await choose(page, 'Search for', 'Reachable state');
  const field = dialog(page).getByRole('textbox', { name: 'State', exact: true });
  await field.fill('enable_count = 2, puase = 1');
  await expect(field).toHaveAccessibleDescription(/1:19: "puase" is not part of the state/);
  await field.press('Enter');
  await expect(answer(page)).toContainText('No query has run yet.');
  await field.fill('enable = 2, pause = 1');
  await field.press('Enter');
  await expect(verdict(page)).toHaveText('State reached. Shortest program: 3 events');
  await press(page, 'Open in timeline');
  expect(await app.program()).toBe('enable; enable; pause');
});

const graph = (page: Page) => dialog(page).getByRole('group', { name: /^State graph/ });
const here = (page: Page) => dialog(page).getByRole('region', { name: 'Current state' });

test('the state graph starts at the playhead, is walked by click and key, and opens its walk in the timeline', async ({
  app,
}) => {
  const page = await explore(app, '#1/v6/arm64-7.0/EP/1');
  await choose(page, 'Callers', 'Any calls');
  await choose(page, 'Search for', 'Violation of one rule');
  await dialog(page).getByRole('tab', { name: 'State graph' }).click();
  await expect(dialog(page).getByRole('radio', { name: 'State classes' })).toBeChecked(LONG);
  await dialog(page).getByRole('radio', { name: 'Each state' }).check();
  await expect(dialog(page)).toContainText(/The first 20,\d{3} states; there are more/);
  await expect(here(page).getByRole('status')).toContainText('enable_count 1, pause_count 0, active (the playhead');
  await expect(here(page)).toContainText(/enable\s*enable_count 2, pause_count 0, active/);
  await expect(here(page)).toContainText(/resume\s*✗ kernel-check.resume.2/);

  await here(page).getByRole('button', { name: 'Go to start' }).click();
  await graph(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(here(page).getByRole('status')).not.toContainText('enable_count 0, pause_count 0');
  await page.keyboard.press('ArrowLeft');
  await expect(here(page).getByRole('status')).toContainText('enable_count 0, pause_count 0');
  for (const move of ['enable', 'pause', 'enable', 'resume']) {
    await here(page).getByRole('button', { name: move, exact: true }).click();
  }
  await press(page, 'Open in timeline');
  expect(await app.program()).toBe('enable; pause; enable; resume');
  await expect(app.status).toContainText('Step 4 of 4');
  await page.goBack();
  await expect.poll(() => app.program()).toBe('enable; pause');

  // A click reaches a state by a shortest program.
  await page.keyboard.press('Shift+X');
  await dialog(page).getByRole('tab', { name: 'State graph' }).click();
  await expect(dialog(page)).toContainText('Counters from 2 to 253 form one class');
  await graph(page).locator('.state-node', { hasText: '2–253 0' }).first().click();
  await press(page, 'Open in timeline');
  expect(await app.program()).toBe('enable; enable');
});

test('the keyboard alone runs a query, finds a different cause and opens the counterexample', async ({ app }) => {
  const page = await explore(app, '#1/v6/arm64-7.0/ED/1');
  const tabTo = async (target: Locator) => {
    for (let i = 0; i < 80; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('no Tab leads there');
  };
  // Enter in any field runs the query.
  await tabTo(dialog(page).getByRole('radio', { name: 'Matched calls' }));
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('Shortest program: 3 events');
  await tabTo(dialog(page).getByRole('button', { name: 'Find a different cause' }));
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('Shortest program: 4 events');
  await tabTo(dialog(page).getByRole('button', { name: 'Open in timeline' }));
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  expect(await app.program()).toBe('enable; pause; disable; resume');
});

test('a search keeps the page responsive, and continues while the dialog is closed', async ({ app }) => {
  const page = await explore(app, '#1/v6/arm64-7.0/ED/1');
  const worker = page.waitForEvent('worker');
  await known(page, 'F10 v6');
  await expect(verdict(page)).toHaveText('Searching…');
  // The search runs in a worker; `npm run bench` measures the page's own tasks.
  expect((await worker).url()).toContain('explore-worker');
  await page.keyboard.press('Escape');
  await app.add('pause');
  expect(await app.program()).toBe('enable; pause; disable');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+X');
  await dialog(page).getByRole('tab', { name: 'Known issues' }).click();
  await expect(verdict(page)).toContainText('The rule always holds', LONG);
});

test('the page exhausts whole state spaces', async ({ app }) => {
  const page = await explore(app, '#1/v6/arm64-7.0/ED/1');
  await choose(page, 'Callers', 'Any calls');
  await choose(page, 'Search for', 'Violation of one rule');
  await dialog(page)
    .getByRole('button', { name: /^Rule / })
    .click();
  await app.choices.filter({ hasText: 'arch-bug' }).click();
  await press(page, 'Search');
  await expect(verdict(page)).toContainText('The rule always holds. Searched the whole state space', LONG);
  await expect(answer(page)).toContainText('65,536 states');
  await dialog(page)
    .getByRole('button', { name: /^Revision / })
    .click();
  await app.choices.filter({ hasText: 'v3' }).first().click();
  await choose(page, 'Callers', 'Calls legal in a revision');
  await choose(page, 'Active tasks', '2');
  await dialog(page)
    .getByRole('button', { name: /^Legal in / })
    .click();
  await app.choices.filter({ hasText: /^v3, / }).first().click();
  await press(page, 'Search');
  await expect(verdict(page)).toContainText('The rule always holds. Searched the whole state space', LONG);
  await expect(answer(page)).toContainText('522,753 states');
  for (const [name, revision] of [
    ['Revision', /^v6, /],
    ['Legal in', /^v6, /],
  ] as const) {
    await dialog(page)
      .getByRole('button', { name: new RegExp(`^${name} `) })
      .click();
    await app.choices.filter({ hasText: revision }).first().click();
  }
  await dialog(page).getByLabel('Max open pauses').fill('1');
  await press(page, 'Search');
  await expect(verdict(page)).toContainText('The rule always holds. Searched the whole state space', LONG);
  await expect(answer(page)).toContainText('524,800 states');
  // Too many to enumerate.
  await choose(page, 'Callers', 'Matched calls');
  await press(page, 'Search');
  await expect(verdict(page)).toContainText('The rule always holds. Searched all 131072 states of one task', LONG);
  await expect(answer(page)).toContainText('34,359,869,440 states, 131,072 per task');
});

test.describe('320 px, touch', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('nothing overflows the dialog, the verdict scrolls into view, and only the graph scrolls sideways', async ({
    app,
  }) => {
    await app.open('#1/v6/arm64-7.0/ED/1');
    const { page } = app;
    await app.button('Explore').tap();
    const beyond = () => dialog(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    for (const kind of ['Violation of one rule', 'Reachable state', 'Observable difference', 'Any problem']) {
      await dialog(page).getByRole('radio', { name: kind }).tap();
      expect(await beyond(), kind).toBe(0);
    }
    await dialog(page).getByRole('button', { name: 'Search', exact: true }).tap();
    await expect(verdict(page)).toContainText('Problem found');
    await expect(verdict(page)).toBeInViewport();
    expect(await beyond()).toBe(0);
    for (const tab of ['Known issues', 'State graph']) {
      await dialog(page).getByRole('tab', { name: tab }).tap();
      await expect(dialog(page).getByText(/^(Known issues from review,|The first 20,\d+ states)/)).toBeVisible(LONG);
      expect(await beyond(), tab).toBe(0);
    }
    await here(page).getByRole('button', { name: 'enable', exact: true }).tap();
    await expect(here(page).getByRole('status')).toContainText('enable_count 2');
  });
});
