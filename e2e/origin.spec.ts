import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

test('T25: the page brings a strict policy with it, and keeps to it', async ({ app }) => {
  await app.open();
  const policy = await app.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const directives = new Map(policy?.split('; ').map((one) => [one.split(' ')[0], one]));
  expect(directives.get('default-src')).toBe("default-src 'none'");
  expect(directives.get('script-src')).toMatch(/^script-src 'self'( 'wasm-unsafe-eval')?$/);
  expect(directives.get('connect-src')).toBe("connect-src 'self'");
  expect(directives.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
  // One name, and neither "*" nor 'allow-duplicates'.
  expect(directives.get('trusted-types')).toMatch(/^trusted-types [\w-]+$/);
  expect(policy).not.toMatch(/unsafe-(?:inline|hashes|eval)/);
  expect(await app.page.locator('script:not([src])').count()).toBe(0);
  // The policy stands before everything that it governs.
  const html = await (await app.page.request.get('/')).text();
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(script|link|style)/));
});

test('T25: the policy stops eval, markup from strings, style attributes, foreign workers and a second policy', async ({
  browser,
  baseURL,
}) => {
  // Not the guarded context: here each violation is wanted.
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('textbox', { name: 'Program text' })).toHaveAttribute('contenteditable', 'true');
  const outcomes = await page.evaluate(async () => {
    // In the task of a debugger's own script, a browser permits eval.
    await new Promise((resolve) => setTimeout(resolve));
    const box = document.createElement('p');
    document.body.append(box);
    const attempts: Record<string, () => unknown> = {
      'new Function': () => Reflect.construct(Function, ['return 1'])(),
      innerHTML: () => {
        box.innerHTML = '<b>markup</b>';
      },
      worker: () => new Worker('assets/other.js'),
      policy: () => Reflect.get(globalThis, 'trustedTypes').createPolicy('another', {}),
    };
    const stopped = Object.entries(attempts).filter(([, attempt]) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    });
    box.setAttribute('style', 'color: rgb(1, 2, 3)');
    return {
      stopped: stopped.map(([name]) => name),
      colour: getComputedStyle(box).color,
      children: box.children.length,
    };
  });
  expect(outcomes.stopped).toEqual(['new Function', 'innerHTML', 'worker', 'policy']);
  expect(outcomes.colour).not.toBe('rgb(1, 2, 3)');
  expect(outcomes.children).toBe(0);
  await context.close();
});

test('T24: once it is loaded, nothing is asked for any more, whatever one does', async ({ app }) => {
  await app.open();
  await expectAllParts(app.page);
  await app.page.waitForLoadState('networkidle');
  const asked: string[] = [];
  app.page.on('request', (request) => asked.push(request.url()));
  await app.page.context().setOffline(true);
  await app.typeProgram('enable; set k1; disable; disable');
  await app.goTo(2);
  await app.into(2);
  await app.pick('Revision', 'v4 07/12 alone');
  await app.pick('Scenario', 'One disable too many');
  await app.copyText();
  await app.copyLink();
  expect(asked).toEqual([]);
});

test('where scripts are off, the page says what it is and where else the engine answers', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL ?? '/');
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('noscript p')).toContainText(/needs JavaScript.*command line/s);
  await context.close();
});

test('T23: a part of the page that is gone after a deployment says so, and reloading keeps the work', async ({
  browser,
  baseURL,
}) => {
  // Not the guarded context: the browser itself complains about what could not be loaded.
  const context = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
  const page = await context.newPage();
  const gone = /(editor|dialogs)-[^/]*\.js$/;
  await page.route(gone, (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  const field = page.getByRole('textbox', { name: 'Program text' });
  const alert = (text: string) => page.getByRole('alert').filter({ hasText: text });
  await expect(alert('The code editor could not be loaded.')).toBeVisible();
  await field.fill('enable; disable; disable');
  const findings = page.getByRole('region', { name: 'Problems' });
  await expect(findings).toContainText('enable_count == 0');
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await expect(alert('The dialog could not be loaded.')).toBeInViewport();
  await expect(findings).toContainText('enable_count == 0');
  await field.fill('enable; disable; disable; sleep');
  await page.unroute(gone);
  const reload = alert('The dialog could not be loaded.').getByRole('button', { name: 'Reload' });
  await Promise.all([page.waitForEvent('load'), reload.click()]);
  await expect(field).toHaveAttribute('contenteditable', 'true');
  await expect(field).toHaveText(/enable; disable; disable; sleep/);
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await context.close();
});

test('T24: dialogs, menus and the editor work offline once the page was open, without a service worker', async ({
  app,
}) => {
  const { page } = app;
  await app.open();
  await expectAllParts(page);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  for (const name of ['Documents', 'Compare', 'Explore', 'Picture', 'Commands', 'Help', 'About the model']) {
    await app.button(name).click();
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog.getByRole('button').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await app.wrap('Wrap in a section');
  await app.pick('Revision', 'v4 07/12 alone');
  await app.typeProgram('enable; set k1; disable');
  await expect.poll(app.program).toBe('enable; set k1; disable');
});

test('what is typed before the editor has come goes on in it, at the same place', async ({ app }) => {
  const { page, editor } = app;
  const release = await app.holdEditor();
  await page.goto('/');
  await editor.fill('enable\n\ndisable');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('se');
  release();
  await expect(editor).toHaveAttribute('contenteditable', 'true');
  await page.keyboard.type('t k1');
  await expect.poll(app.program).toBe('enable; set k1; disable');
});

const PARTS = ['editor', 'dialogs', 'menus', 'compare', 'explore', 'picture', 'presentation', 'panels', 'drag'];

/** Waits until the page has loaded, while it was idle, all that it loads later than itself. */
const expectAllParts = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate((names) => {
        const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
        return names.filter((name) => !loaded.some((url) => url.includes(`/${name}-`)));
      }, PARTS),
    )
    .toEqual([]);
