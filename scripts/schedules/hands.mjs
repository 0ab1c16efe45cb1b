/** How a schedule works a page: the whole one by its controls, the bare one (`bare-page.ts`) by the actions behind them. */

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} Hands
 * @property {(page: Page) => Promise<unknown>} ready
 * @property {(page: Page) => Promise<string>} text the program's text
 * @property {(page: Page) => Promise<boolean>} isRefused whether the page says that it could not save
 * @property {(page: Page, line: string) => Promise<void>} type adds a text at the end of the program
 * @property {(page: Page, command: string) => Promise<void>} press
 * @property {(page: Page, choice: number) => Promise<boolean>} openOther opens another document of the list; false if none was opened
 * @property {(page: Page) => Promise<boolean>} continueDraft accepts the draft that is offered; false if none was
 */

/**
 * @template {keyof import('./bare-page.ts').Hands} Name
 * @param {Page} page
 * @param {Name} name
 * @param {Parameters<import('./bare-page.ts').Hands[Name]>} given
 * @returns {Promise<any>}
 */
const ask = (page, name, ...given) =>
  page.evaluate(
    ([action, values]) => Reflect.apply(Reflect.get(Reflect.get(globalThis, 'hands'), action), null, values),
    /** @type {const} */ ([name, given]),
  );

/** @type {Hands} */
export const bareHands = {
  // Its script has run when the page is loaded.
  ready: async () => undefined,
  text: (page) => ask(page, 'text'),
  isRefused: (page) => ask(page, 'isRefused'),
  type: (page, line) => ask(page, 'type', line),
  press: (page, command) => ask(page, 'press', command),
  openOther: (page, choice) => ask(page, 'openOther', choice),
  continueDraft: (page) => ask(page, 'continueDraft'),
};

/** The editor follows the state one task later, and what is drawn follows the next frame. */
const settle = (/** @type {Page} */ page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
  });

/** @type {Hands} */
export const wholeHands = {
  ready: (page) => page.locator('.cm-content[contenteditable=true]').waitFor(),
  text: (page) => page.evaluate(() => document.querySelector('.cm-content')?.textContent ?? ''),
  isRefused: (page) => page.getByText('Could not save your work').isVisible(),
  async type(page, line) {
    await page.evaluate((text) => {
      const editor = /** @type {HTMLElement} */ (document.querySelector('.cm-content'));
      editor.focus();
      getSelection()?.selectAllChildren(editor);
      getSelection()?.collapseToEnd();
      document.execCommand('insertText', false, text);
    }, line);
    await settle(page);
  },
  async press(page, command) {
    await page.evaluate((id) => {
      /** @type {HTMLElement | null} */ (document.querySelector(`[data-command="${id}"]`))?.click();
    }, command);
    await settle(page);
  },
  async openOther(page, choice) {
    await wholeHands.press(page, 'documents');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/documents? saved/).waitFor();
    const others = dialog.getByRole('list', { name: 'Other documents' }).getByRole('button', { name: /^Open / });
    const count = await others.count();
    if (count > 0) await others.nth(choice % count).evaluate((/** @type {HTMLElement} */ button) => button.click());
    else await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await settle(page);
    return count > 0;
  },
  async continueDraft(page) {
    const isOffered = await page.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Continue');
      button?.click();
      return button !== undefined;
    });
    await settle(page);
    return isOffered;
  },
};
