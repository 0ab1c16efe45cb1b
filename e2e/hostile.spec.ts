/** Strings that try to become markup, script or an address: from links, the clipboard, the editor, storage and a host page. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './fixture.ts';

/** The usual shapes of an attack; each would set `pwned`, open a dialog or ask another origin. None has a `"` or `\`. */
const PAYLOADS = [
  '<script>pwned=1</script>',
  "<img src=x onerror='pwned=1'>",
  '<svg/onload=alert(1)>',
  "</title></style></textarea><iframe srcdoc='<script>parent.pwned=1</script>'>",
  "<a href='javascript:pwned=1'>x</a>",
  'javascript:pwned=1',
  "<style>@import 'https://evil.example/x.css'</style>",
  "' onfocus='pwned=1' autofocus='",
  '<math><mtext><mglyph><style><img src=x onerror=pwned=1>',
  '{{constructor.constructor(1)}}$`{pwned=1}',
  ']]><!--<?xml-stylesheet href=https://evil.example/?>',
  '&lt;img src=x onerror=alert(1)&gt;&#x3c;script>',
] as const;

/** The elements that the page is made of, in any of the states below. `script`, `style` and `img` are looked at more closely. */
const PAGE_TAGS =
  /^(?:html|head|meta|title|link|script|style|body|div|span|p|a|b|strong|em|kbd|code|pre|h[1-4]|ul|ol|li|dl|dt|dd|button|label|input|textarea|select|option|fieldset|legend|header|main|section|nav|table|caption|colgroup|col|thead|tbody|tr|th|td|details|summary|noscript|svg|g|path|rect|text|tspan|line|circle|defs|pattern|desc|img|small|output|hr|br|wbr|mark|i|sup|sub|time|progress|footer|aside|article|figure|polyline|polygon|ellipse|clippath|form|samp|var)$/;

/** A program with a string in every field that takes one: notes, comments, and the document's name. */
const programWith = (strings: readonly string[]) =>
  ['enable', ...strings.flatMap((one) => [`note "${one}" # ${one}`, `# ${one}`]), 'set k1', 'disable', 'disable'].join(
    '\n',
  );

/** Fails if the page has an element, an attribute or a variable that only a string which ran or was parsed could have made. */
async function expectTamed(page: Page, what = 'the page'): Promise<void> {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const isOdd = (value: string) =>
      !['http:', 'https:', 'data:', 'blob:'].includes(new URL(value, location.href).protocol);
    const attributes = all.flatMap((element) => [...element.attributes]);
    const isForeign = (element: Element) =>
      (element.matches('script') && !element.getAttribute('src')?.startsWith('./assets/')) ||
      (element.matches('style') && !(element instanceof HTMLElement && element.nonce === 'lazy-mmu-visualiser')) ||
      (element.matches('img') && !element.getAttribute('src')?.startsWith('data:image/svg+xml'));
    return {
      tags: [...new Set(all.map(({ tagName }) => tagName.toLowerCase()))],
      foreign: all.filter(isForeign).map(({ outerHTML }) => outerHTML.slice(0, 200)),
      handlers: attributes.filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
      addresses: attributes
        .filter(({ name, value }) => name === 'srcdoc' || (/^(?:src|href|action)$/.test(name) && isOdd(value)))
        .map(({ value }) => value),
      pwned: 'pwned' in globalThis,
    };
  });
  const { tags, ...none } = found;
  expect(
    tags.filter((tag) => !PAGE_TAGS.test(tag)),
    what,
  ).toEqual([]);
  expect(none, what).toEqual({ foreign: [], handlers: [], addresses: [], pwned: false });
}

/** Shows the strings in every part of the page that shows some. */
async function tour({ page, button, goTo }: App): Promise<void> {
  await expectTamed(page);
  for (const row of [2, 3]) {
    await goTo(row);
    await expectTamed(page, `event ${row}`);
  }
  for (const name of ['Documents', 'Compare', 'Picture', 'Commands', 'Help']) {
    await button(name).click();
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog.getByRole('button').first()).toBeVisible();
    await expectTamed(page, name);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
}

async function nameDocument({ page, button }: App, title: string): Promise<void> {
  await button('Documents').click();
  await page.getByRole('textbox', { name: 'Name of this document' }).fill(title);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Fails on any dialog of the browser. The fixture fails on requests, on errors and on violations of the policy. */
function forbidDialogs({ page }: App): void {
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
}

test('T10: no string of a link, a paste, a saved document or the editor becomes markup or runs', async ({
  app,
  elsewhere,
}) => {
  await app.open();
  forbidDialogs(app);
  await app.pasteText(programWith(PAYLOADS));
  await nameDocument(app, PAYLOADS.slice(0, 3).join(' '));
  await tour(app);
  // A saved document.
  await app.reload();
  await expect(app.page).toHaveTitle(/^<script>pwned=1<\/script>/);
  await tour(app);
  // The link, in a browser that knows nothing of this one.
  const link = await app.copyLink();
  const reader = await elsewhere(link.replace(/^[^#]*/, ''));
  forbidDialogs(reader);
  await expect(reader.page).toHaveTitle(/^<script>pwned=1<\/script>/);
  await tour(reader);
});

test('T10: what is no program is quoted as text: as a link, pasted, and in storage', async ({ app }) => {
  const { page } = app;
  await app.open();
  forbidDialogs(app);
  for (const payload of PAYLOADS) {
    await page.goto(`/#${payload}`);
    await expect(app.notices.filter({ hasText: 'link' }).first()).toBeVisible();
    await app.pasteText(payload);
    await expectTamed(page, payload);
  }
  await app.typeProgram('enable; disable; disable');
  await app.reload();
  const kept = await page.evaluate(() => Object.keys(localStorage));
  expect(kept.length).toBeGreaterThan(1);
  for (const payload of [PAYLOADS[0], PAYLOADS[1], `{"title":"${PAYLOADS[1]}"}`]) {
    await page.evaluate(
      ({ names, value }) => {
        for (const name of names) localStorage.setItem(name, value);
      },
      { names: kept, value: payload },
    );
    await app.reload();
    await app.button('Documents').click();
    await expect(page.getByRole('dialog').getByRole('button').first()).toBeVisible();
    await expectTamed(page, `stored ${payload}`);
  }
});

const SVG_TAGS =
  /^(?:svg|title|desc|defs|pattern|clipPath|linearGradient|stop|marker|g|rect|path|text|tspan|line|circle)$/;

test('T11: an exported picture with hostile names is well-formed, has drawing elements only, and runs nothing', async ({
  app,
}) => {
  const { page } = app;
  await app.open();
  forbidDialogs(app);
  await app.pasteText(programWith(PAYLOADS));
  await nameDocument(app, PAYLOADS.slice(0, 3).join(' '));
  await app.goTo(2);
  await app.button('Picture').click();
  const dialog = page.getByRole('dialog', { name: 'Picture' });
  for (const subject of ['Timeline', 'This step', 'Pages', 'Comparison']) {
    await dialog.getByRole('radio', { name: subject, exact: true }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download SVG' }).click(),
    ]);
    const svg = await readFile(await download.path(), 'utf8');
    // A top-level document without any policy, at the origin of the page.
    const address = `/${subject.replace(' ', '-')}.svg`;
    await page.context().route(`**${address}`, (route) => route.fulfill({ contentType: 'image/svg+xml', body: svg }));
    const viewer = await page.context().newPage();
    viewer.on('dialog', () => expect(subject).toBe('without a dialog'));
    await viewer.goto(address);
    const found = await viewer.evaluate(() => {
      const all = [...document.querySelectorAll('*')];
      return {
        root: document.documentElement.tagName,
        tags: [...new Set(all.map(({ tagName }) => tagName))],
        attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
        processing: [...document.childNodes].map(({ nodeType }) => nodeType),
        pwned: 'pwned' in globalThis,
        title: document.querySelector('title')?.textContent,
      };
    });
    expect(found.root).toBe('svg');
    expect(found.tags.filter((tag) => !SVG_TAGS.test(tag))).toEqual([]);
    expect(found.attributes.filter((name) => /^on|href|^src$|^style$/i.test(name))).toEqual([]);
    // The root and nothing beside it.
    expect([found.processing, found.pwned]).toEqual([[1], false]);
    expect(found.title).toContain('<script>pwned=1</script>');
    await viewer.close();
  }
});

test('T12: a link counts for what follows its "#"; an odd scheme before that is opened by nobody', async ({ app }) => {
  const { page } = app;
  await app.open();
  forbidDialogs(app);
  const own = (await app.copyLink()).replace(/#.*/, '');
  for (const scheme of [
    'javascript:pwned=1',
    'JaVaScRiPt:pwned=1',
    'java\tscript:pwned=1',
    '\u0001javascript:pwned=1',
    'data:text/html,<script>pwned=1</script>',
    'vbscript:pwned',
    'file:///etc/passwd',
    'blob:https://evil.example/1',
    '//evil.example/',
  ]) {
    await app.typeProgram('sleep');
    await app.pasteText(`${scheme}#1/v6/arm64-7.0/EDD/1`);
    await expect(app.editor).not.toHaveText('sleep');
    await expectTamed(page, scheme);
    expect(await app.copyLink(), scheme).toMatch(new RegExp(`^${own}#`));
    expect(new URL(page.url()).origin).toBe(new URL(own).origin);
  }
});
