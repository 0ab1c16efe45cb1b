/** One tab of a schedule: a real page, and what its user does in it. */

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {Awaited<ReturnType<typeof createTab>>} Tab */

/** Counts the calls of storage in every page of a context, so that some can fail. Runs before the page's own scripts. */
export function injectStorageFaults() {
  const fault = { calls: 0, first: 0, last: 0 };
  Object.assign(globalThis, { storageFault: fault });
  for (const name of /** @type {const} */ (['getItem', 'setItem', 'removeItem'])) {
    const original = Storage.prototype[name];
    Object.defineProperty(Storage.prototype, name, {
      value(/** @type {unknown[]} */ ...given) {
        if (this === localStorage) {
          fault.calls += 1;
          if (fault.calls >= fault.first && fault.calls <= fault.last)
            throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        }
        return Reflect.apply(original, this, given);
      },
    });
  }
}

/** A file of the application's origin that runs no script. */
export const QUIET_FILE = 'icon.svg';

/**
 * @param {Page} page
 * @param {string} address
 * @param {import('./hands.mjs').Hands} hands
 * @param {(complaint: string) => void} complain takes what the page threw or wrote to the console as a fault
 */
export async function createTab(page, address, hands, complain) {
  let alive = true;
  const end = () => {
    alive = false;
  };
  page.on('crash', end);
  page.on('close', end);
  page.on('pageerror', (error) => complain(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (message.type() === 'error' || message.type() === 'warning') complain(`console: ${message.text()}`);
  });
  const session = await page.context().newCDPSession(page);
  const quiet = new URL(QUIET_FILE, address).href;

  return {
    /** Opens the application as in a new tab: nothing is left of what the tab had. */
    async open() {
      if (page.url() !== quiet) await page.goto(quiet);
      await page.evaluate(() => sessionStorage.clear());
      await page.goto(address);
      await session.send('Page.resetNavigationHistory');
      await hands.ready(page);
    },
    /** False after its renderer was killed or it was closed. */
    isAlive: () => alive,
    text: () => hands.text(page),
    isRefused: () => hands.isRefused(page),
    type: (/** @type {string} */ line) => hands.type(page, line),
    press: (/** @type {string} */ command) => hands.press(page, command),
    openOther: (/** @type {number} */ choice) => hands.openOther(page, choice),
    continueDraft: () => hands.continueDraft(page),
    /** Goes back in the history of the tab; false if there is nothing in it. */
    goBack: () =>
      page.evaluate(async () => {
        if (!Reflect.get(globalThis, 'navigation').canGoBack) return false;
        const arrived = new Promise((then) => addEventListener('popstate', then, { once: true }));
        history.back();
        await arrived;
        for (let frame = 0; frame < 2; frame++) await new Promise((then) => setTimeout(then));
        return true;
      }),
    /** Lets these calls of storage fail, counted from now. */
    failStorage: (/** @type {number} */ first, /** @type {number} */ last) =>
      page.evaluate(
        ([from, to]) => {
          const fault = Reflect.get(globalThis, 'storageFault');
          Object.assign(fault, { first: fault.calls + from, last: fault.calls + to });
        },
        /** @type {const} */ ([first, last]),
      ),
    /** Whether a call of storage may still fail. */
    isStorageFailing: () =>
      page.evaluate(() => {
        const { calls, last } = Reflect.get(globalThis, 'storageFault');
        return calls < last;
      }),
    async reload() {
      await page.reload();
      await hands.ready(page);
    },
    /** Leaves the application in order, as when the user closes the tab. */
    leave: () => page.goto(quiet),
    close: () => page.close(),
    /** Kills the renderer. */
    async kill() {
      const crashed = page.waitForEvent('crash');
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
    },
  };
}
