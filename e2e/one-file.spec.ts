/** The page in one file, opened from disk without anything beside it. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from './fixture.ts';

const BUILT = 'dist/lazy-mmu-visualiser.html';
const VITE = 'node_modules/vite/bin/vite.js';
const OWN = 'enable; set k1; pause; resume; disable';
const LINK = '#1/v6/arm64-7.0/ED/2';

/** Copies the file to a folder of its own and returns its address. */
function alone(): string {
  const path = test.info().outputPath('page.html');
  copyFileSync(BUILT, path);
  return pathToFileURL(path).href;
}

// The fixture fails on browser errors, so a part that the policy blocks is one.
test.use({ serviceWorkers: 'allow' });

test('T24: the file edits, steps, opens its dialogs, saves its work, and requests nothing', async ({ app }) => {
  const address = alone();
  const asked: string[] = [];
  app.page.on('request', (request) => asked.push(request.url()));
  await app.page.goto(address);
  await app.of(app.page);
  await app.typeProgram(OWN);
  await expect.poll(() => app.calls('event')).toEqual(OWN.split('; '));
  await app.goTo(3);
  await app.into(2);
  await app.pick('Revision', 'v4 07/12 alone');
  await app.wrap('Wrap in a section');
  await app.button('Undo').click();
  for (const name of ['Help', 'About the model']) {
    await app.button(name).click();
    await expect(app.page.getByRole('dialog')).toBeVisible();
  }
  await app.page.keyboard.press('Escape');
  expect(await app.copyText()).toContain('lazy_mmu_mode_pause()');
  expect(await app.copyLink()).toContain(`${address}#1/v4-07/`);

  await app.reload();
  expect(await app.program()).toBe(OWN);
  await expect(app.button('Undo')).toHaveAccessibleDescription('choose v4-07');
  await app.page.goto('about:blank');
  await app.page.goto(address + LINK);
  await app.of(app.page);
  expect(await app.program()).toBe('enable; disable');

  const pages = asked.map((url) => url.replace(/#.*/, '')).filter((url) => !url.startsWith('data:'));
  expect(new Set(pages)).toEqual(new Set([address]));
  const workers = await app.page.evaluate(async () => navigator.serviceWorker?.getRegistrations?.().catch(() => []));
  expect(workers).toEqual([]);
});

test('the file searches in an inline worker', async ({ app }) => {
  const { page } = app;
  await page.goto(alone() + LINK);
  await app.of(page);
  await page.keyboard.press('Shift+X');
  await page.getByRole('tab', { name: 'Known issues' }).click();
  await page.getByRole('button', { name: 'F8 v6' }).click();
  const answer = page.getByRole('region', { name: 'Verdict' });
  await expect(answer.getByRole('status')).toHaveText('Rule violated. Shortest program: 3 events');
  await page.getByRole('button', { name: 'Open in timeline' }).click();
  await expect.poll(() => app.program()).toContain('switch B; switch A');
});

test('T25: the policy of the file allows its own script and no other', async ({ app }) => {
  await app.page.goto(alone());
  await app.of(app.page);
  const policy = await app.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const directives = new Map(policy?.split('; ').map((one) => [one.split(' ')[0], one]));
  expect(directives.get('default-src')).toBe("default-src 'none'");
  expect(directives.get('script-src')).toMatch(/^script-src 'sha256-[\w+/]{43}='$/);
  expect(directives.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe-(?:inline|hashes|eval)/);
  expect(directives.has('connect-src')).toBe(false);
  expect(readFileSync(BUILT, 'utf8')).not.toMatch(/<(?:script|link|img)\b[^>]* (?:src|href)="(?!data:)/);
});

test('the served page offers the file for download', async ({ app }) => {
  await app.open();
  await app.button('Help').click();
  const [download] = await Promise.all([
    app.page.waitForEvent('download'),
    app.page.getByRole('link', { name: 'Download as one file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('lazy-mmu-visualiser.html');
  expect(readFileSync(await download.path(), 'utf8')).toBe(readFileSync(BUILT, 'utf8'));
});

test('links of the file say that they work on this machine only, and nothing for others names its folder', async ({
  app,
}) => {
  const { page } = app;
  const address = alone();
  await page.goto(address + LINK);
  await app.of(page);
  expect(await app.copyLink()).toBe(address + LINK);
  await expect(app.said).toHaveText(/this machine only/);
  const mail = await app.copyText();
  expect(mail).toContain(`[1] ${LINK}`);
  await page.keyboard.press('Shift+P');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download SVG' }).click(),
  ]);
  const picture = readFileSync(await download.path(), 'utf8');
  expect(picture).toContain(LINK);
  for (const text of [mail, picture]) expect(text).not.toContain('file:');
});

test('an address that the build was given is the one in its links', async ({ app }) => {
  const base = 'https://lazy.example.org/lazy/';
  const published = test.info().outputPath('published');
  execFileSync(process.execPath, [VITE, 'build', '--config', 'vite.one-file.config.ts', '--outDir', published], {
    env: { ...process.env, LAZYMMU_BASE_URL: base },
  });
  const path = join(published, 'lazy-mmu-visualiser.html');
  await app.page.goto(pathToFileURL(path).href + LINK);
  await app.of(app.page);
  expect(await app.copyLink()).toBe(base + LINK);
  await expect(app.said).not.toHaveText(/this machine only/);
  expect(await app.copyText()).toContain(`[1] ${base}${LINK}`);
  expect(readFileSync(path, 'utf8')).toContain(`<meta property="og:url" content="${base}">`);
});
