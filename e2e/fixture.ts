/**
 * What every browser test starts from. `app` drives the page in the words of the domain; `elsewhere` opens it in a browser
 * that knows nothing of this one. Beside them, and without being asked for, stands a guard: a test fails when a page wrote
 * a warning or an error to the console, threw, broke the Content-Security-Policy or asked another origin for anything.
 */
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';

export { expect };

export type Picker = 'Scenario' | 'Revision' | 'Architecture' | 'Kernel' | 'Checks';

/** The page as a person uses it. Verbs end when the page has taken the gesture; what comes of it is for the test to see. */
export interface App {
  readonly page: Page;
  /** The field with the program's text. */
  readonly editor: Locator;
  /** Where one is, in words: `Step 5 of 6 · enable_count 1, …`. */
  readonly status: Locator;
  /** The button of the header, the tools or the palette with this very name. */
  button(name: string): Locator;
  region(name: 'Program' | 'Problems' | 'Timeline' | 'Plain text for email' | 'Inspector'): Locator;
  picker(name: Picker): Locator;
  /** The choices of the picker that is open. */
  readonly choices: Locator;
  /** Messages that stay until they are put away. */
  readonly notices: Locator;
  /** What a screen reader was told last. */
  readonly said: Locator;

  /** Opens the application, at a link's `#…` part where one is given, and waits until the program can be edited. */
  open(hash?: string): Promise<void>;
  /** Keeps the code editor from loading until the returned function is called. */
  holdEditor(): Promise<() => void>;
  /** Loads the page anew, as it is. */
  reload(): Promise<void>;
  /** The same browser's next tab, not opened yet. */
  anotherTab(): Promise<App>;
  /** A page of this browser that is there already, when it can be edited. */
  of(page: Page): Promise<App>;

  /** Types a program in the place of the one that stands there. */
  typeProgram(text: string): Promise<void>;
  /** The program's text as the editor shows it, a task after the page, without indentation, its lines joined by `; `. */
  program(): Promise<string>;
  /** The call table that stands for the drawing, when it is as that: of each row the cells of these columns. */
  calls(...columns: string[]): Promise<string[]>;

  /** A click on a column of the timeline. */
  goTo(row: number): Promise<void>;
  /** A click between two columns: behind a row, or before the first (0). */
  putCaret(row: number): Promise<void>;
  /** A button of the palette; what has none is looked for behind "more". */
  add(...events: string[]): Promise<void>;
  /** A button beneath the timeline. */
  tool(name: string): Promise<void>;
  /** An entry of the "wrap" menu. */
  wrap(entry: string): Promise<void>;
  /** Steps statement by statement, so many times. */
  into(times?: number): Promise<void>;
  pick(name: Picker, choice: string): Promise<void>;

  /** Pastes over the whole program, with the clipboard. */
  pasteText(text: string): Promise<void>;
  copyText(): Promise<string>;
  copyLink(): Promise<string>;
}

interface Fixtures {
  app: App;
  elsewhere: (hash?: string) => Promise<App>;
  guard: (context: BrowserContext) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  guard: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      const { origin } = new URL(baseURL ?? 'http://127.0.0.1');
      await watch(context, origin, complaints);
      await use((other) => watch(other, origin, complaints));
      expect(complaints, 'complaints of the page').toEqual([]);
    },
    { auto: true },
  ],
  app: async ({ page }, use) => {
    await use(driver(page));
  },
  elsewhere: async ({ browser, contextOptions, guard }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (hash) => {
      const context = await browser.newContext(contextOptions);
      contexts.push(context);
      await guard(context);
      const app = driver(await context.newPage());
      await app.open(hash);
      return app;
    });
    for (const context of contexts) await context.close();
  },
});

function driver(page: Page): App {
  const region: App['region'] = (name) => page.getByRole('region', { name, exact: true });
  const button: App['button'] = (name) => page.getByRole('button', { name, exact: true });
  const editor = page.getByRole('textbox', { name: 'Program text' });
  const timeline = region('Timeline');
  const picker: App['picker'] = (name) => page.getByRole('button', { name: new RegExp(`^${name} `) });
  const choices = page.getByRole('menuitemradio');
  const ready = async () => {
    await expect(editor).toHaveAttribute('contenteditable', 'true');
    // What is loaded by itself, so that the page stands sooner.
    await expect(region('Inspector').getByRole('heading').first()).toBeAttached();
    await expect(region('Problems').locator('.nothing, .findings-list').first()).toBeAttached();
  };
  const clipboard = {
    write: (text: string) => page.evaluate((value) => navigator.clipboard.writeText(value), text),
    read: () => page.evaluate(() => navigator.clipboard.readText()),
  };
  /** What the page puts on the clipboard when a button is pressed. */
  const copied = async (name: string) => {
    await clipboard.write('-');
    await button(name).click();
    await expect.poll(clipboard.read).not.toBe('-');
    return clipboard.read();
  };
  const select = async () => {
    await editor.click();
    await page.keyboard.press('ControlOrMeta+a');
  };
  const withPutAway = page.getByRole('button', { name: /^Dismiss/ });

  return {
    page,
    editor,
    region,
    button,
    picker,
    choices,
    status: timeline.getByText(/(^|· )(Step|Before|No steps)\b.*\b(problems?|notes?)$/),
    notices: page.getByRole('alert').or(page.getByRole('status')).filter({ has: withPutAway }),
    said: page.getByRole('status').filter({ hasNot: page.getByRole('button') }),

    async open(hash = '') {
      await page.goto(`/${hash}`);
      await ready();
    },
    async holdEditor() {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route(/editor-[^/]*\.js$/, async (route) => {
        await held;
        await route.continue();
      });
      return release;
    },
    async reload() {
      await page.reload();
      await ready();
    },
    anotherTab: async () => driver(await page.context().newPage()),
    async of(other) {
      const app = driver(other);
      await expect(app.editor).toHaveAttribute('contenteditable', 'true');
      return app;
    },

    async typeProgram(text) {
      await select();
      await page.keyboard.type(text);
    },
    program: () =>
      editor.evaluate(async (field) => {
        await new Promise((then) => setTimeout(then));
        const lines = [...field.querySelectorAll('.cm-line')].map((line) => {
          const example = line.querySelector('.cm-placeholder')?.textContent ?? '';
          return line.textContent.slice(0, line.textContent.length - example.length).trim();
        });
        return lines.filter((line) => line !== '').join('; ');
      }),
    calls: (...columns) =>
      page.getByRole('table', { name: /^Call table/ }).evaluate(async (table, asked) => {
        while (table.closest('[aria-busy]')) await new Promise((then) => setTimeout(then));
        const cellsOf = (row: Element) =>
          [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent ?? '');
        const [head, ...rows] = [...table.querySelectorAll('tr')].map(cellsOf);
        return rows.map((cells) => asked.map((name) => cells[head?.indexOf(name) ?? -1] ?? `no ${name}`).join(' '));
      }, columns),

    goTo: (row) => timeline.getByRole('button', { name: new RegExp(`^event ${row}:`) }).click(),
    putCaret: (row) =>
      button(row === 0 ? 'Move the caret before event 1' : `Move the caret after event ${row}`).click(),
    async add(...events) {
      const palette = region('Program');
      for (const event of events) {
        const own = palette.getByRole('button', { name: event, exact: true });
        if (await own.isVisible()) await own.click();
        else {
          await palette.getByRole('button', { name: 'more' }).click();
          await page.getByRole('menuitem', { name: event, exact: true }).click();
        }
      }
    },
    tool: (name) => timeline.getByRole('button', { name, exact: true }).click(),
    async wrap(entry) {
      await timeline.getByRole('button', { name: 'Wrap' }).click();
      await page.getByRole('menuitem', { name: entry }).click();
    },
    async into(times = 1) {
      for (let i = 0; i < times; i++) await timeline.getByRole('button', { name: 'Step into' }).click();
    },
    async pick(name, choice) {
      await picker(name).click();
      await choices.filter({ hasText: choice }).click();
      await expect(choices).toHaveCount(0);
    },

    async pasteText(text) {
      await clipboard.write(text);
      await select();
      await page.keyboard.press('ControlOrMeta+v');
    },
    copyText: () => copied('Copy text'),
    copyLink: () => copied('Copy link'),
  };
}

/** Collects what goes wrong in any page of a context, from now on. */
async function watch(context: BrowserContext, origin: string, complaints: string[]): Promise<void> {
  context.on('console', (message) => {
    // That is Playwright itself, where playwright.config.ts has it block them.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (message.type() === 'warning' || message.type() === 'error') {
      complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (thrown) => complaints.push(`uncaught: ${thrown.error().stack ?? thrown.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.origin === origin || ['data:', 'blob:', 'file:'].includes(url.protocol);
    if (!own) complaints.push(`request to another origin: ${request.method()} ${request.url()}`);
  });
  // Not every browser repeats a violation on the console.
  await context.exposeBinding('reportViolation', (_source, what: string) => complaints.push(`policy: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      Reflect.get(
        globalThis,
        'reportViolation',
      )(
        `${event.effectiveDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}:${event.columnNumber}`,
      );
    });
  });
}
