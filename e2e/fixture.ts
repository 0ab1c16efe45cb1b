/**
 * What every browser test starts from. `app` drives the page in the words of the domain. Beside it, and without being
 * asked for, stands a guard: a test fails when the page wrote a warning or an error to the console, threw, broke the
 * Content-Security-Policy or asked another origin for anything.
 */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

export { expect };

/** The page as a person uses it. */
export interface App {
  readonly page: Page;
  /** Opens the application, at a link's `#…` part where one is given, and waits until it shows something. */
  open(hash?: string): Promise<void>;
}

export const test = base.extend<{ app: App; guard: undefined }>({
  guard: [
    async ({ context, baseURL }, use) => {
      const complaints = await watch(context, new URL(baseURL ?? 'http://127.0.0.1').origin);
      await use(undefined);
      expect(complaints, 'complaints of the page').toEqual([]);
    },
    { auto: true },
  ],
  app: async ({ page }, use) => {
    await use(driver(page));
  },
});

const driver = (page: Page): App => ({
  page,
  async open(hash = '') {
    await page.goto(`/${hash}`);
    await expect(page.locator('#root')).not.toBeEmpty();
  },
});

/** Collects what went wrong in any page of the context, from now on. */
async function watch(context: BrowserContext, origin: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'warning' || message.type() === 'error') {
      complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (thrown) => complaints.push(`uncaught: ${thrown.error().stack ?? thrown.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!own) complaints.push(`request to another origin: ${request.method()} ${request.url()}`);
  });
  // Not every browser repeats a violation on the console.
  await context.exposeBinding('reportViolation', (_source, what: string) => complaints.push(`policy: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      Reflect.get(globalThis, 'reportViolation')(`${event.effectiveDirective} blocked ${event.blockedURI}`);
    });
  });
  return complaints;
}
