/**
 * One seeded schedule of three tabs on one profile: edits, undo, redo, other documents, the browser's Back, reloads, closed
 * tabs, killed renderers and failing storage, one after the other or in two tabs at once. Then every acknowledged edit must
 * still be somewhere: in an open tab, or in a document that the list shows.
 *
 * An edit is acknowledged once storage has it, or once its tab was left in order while storage worked. An edit that was
 * undone is no longer asked for after the next edit, which drops what could be redone. One that the page said it could not
 * save counts only once storage has it.
 */
import { createTab, injectStorageFaults, QUIET_FILE } from './tab.mjs';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./tab.mjs').Tab} Tab */

/**
 * @typedef {object} Outcome
 * @property {readonly string[]} steps what was done, in order
 * @property {number} acknowledged number of edits that had to survive
 * @property {readonly string[]} faults lost edits, uncaught errors, messages on the console
 */

const TABS = 3;
const STEPS = 14;
/** After the first. */
const FAILING_CALLS = [0, 1, 4, 30];
/** Limits for what never comes, not for what is slow: a starved machine takes many seconds. */
const SURVIVAL_MS = 60_000;
const SAVED_MS = 60_000;

/**
 * What is done, as often as its weight.
 *
 * @type {readonly (readonly [kind: string, weight: number])[]}
 */
const KINDS = [
  ['type', 12],
  ['insert', 2],
  ['undo', 3],
  ['redo', 2],
  ['new', 2],
  ['open', 3],
  ['continue', 2],
  ['back', 2],
  ['save', 3],
  ['reload', 4],
  ['leave', 2],
  ['close', 1],
  ['kill', 3],
  ['fail', 4],
];

/**
 * A profile for schedules, one at a time: a context, and a page on the same origin that looks at storage from another process.
 *
 * @typedef {object} Profile
 * @property {BrowserContext} context
 * @property {Page} desk
 * @property {string} address
 * @property {import('./hands.mjs').Hands} hands
 * @property {Tab[]} tabs reused by the next schedule
 * @property {(complaint: string) => void} complain of the schedule that runs
 */

/**
 * @param {BrowserContext} context
 * @param {string} address of the page that the hands know
 * @param {import('./hands.mjs').Hands} hands
 * @returns {Promise<Profile>}
 */
export async function createProfile(context, address, hands) {
  await context.addInitScript(injectStorageFaults);
  const desk = await context.newPage();
  await desk.goto(new URL(QUIET_FILE, address).href);
  return { context, desk, address, hands, tabs: [], complain: () => undefined };
}

/**
 * @param {Profile} profile
 * @param {number} seed
 * @returns {Promise<Outcome>}
 */
export async function runSchedule(profile, seed) {
  const { context, desk, address, hands, tabs } = profile;
  const random = randomBelow(seed);
  await desk.evaluate(() => localStorage.clear());
  /** @type {string[]} */
  const steps = [];
  /** @type {string[]} */
  const faults = [];
  /** @type {Set<string>} */
  const acknowledged = new Set();
  /** @type {Set<string>} */
  const undone = new Set();
  /** @type {Set<string>} */
  const dropped = new Set();
  /**
   * Edits that were left behind after the page said that it could not save.
   *
   * @type {Set<string>}
   */
  const refused = new Set();
  let marks = 0;

  profile.complain = (complaint) => faults.push(complaint);
  /** @param {Tab | undefined} tab the tab of a schedule before, if it lives */
  const open = async (tab) => {
    const complain = (/** @type {string} */ complaint) => profile.complain(complaint);
    const own = tab?.isAlive() ? tab : await createTab(await context.newPage(), address, hands, complain);
    await own.open();
    return own;
  };
  /** @param {Iterable<string>} all */
  const acknowledge = (all) => {
    for (const mark of all) acknowledged.add(mark);
  };
  /** @param {Tab} tab */
  const isIntact = async (tab) => !(await tab.isStorageFailing());
  /**
   * Presses undo or redo, and follows what goes and what comes back.
   *
   * @param {Tab} tab
   * @param {string} command
   */
  const travel = async (tab, command) => {
    const before = marksIn(await tab.text());
    await tab.press(command);
    const after = marksIn(await tab.text());
    for (const mark of before) if (!after.has(mark)) undone.add(mark);
    // Another tab may still show what was undone in this one.
    for (const mark of after) if (!before.has(mark)) undone.delete(mark);
  };
  /**
   * Leaves a document in order, by any way; what the tab showed is acknowledged if its storage works.
   *
   * @param {Tab} tab
   * @param {() => Promise<unknown>} leave false if there was no way
   */
  const leaving = async (tab, leave) => {
    const shown = marksIn(await tab.text());
    const intact = (await isIntact(tab)) && !(await tab.isRefused());
    if ((await leave()) === false) return;
    // The address may still show what was refused, but a document that comes from an address is not saved.
    if (intact) acknowledge([...shown].filter((mark) => !refused.has(mark)));
    else for (const mark of shown) refused.add(mark);
  };
  /** What storage has is acknowledged, also when the page has no time for more. */
  const acknowledgeStored = async () => acknowledge(marksIn((await storedBytes(desk)).pointed));

  /** @type {Record<string, (tab: Tab, number: number) => Promise<unknown>>} */
  const actions = {
    async type(tab) {
      marks += 1;
      for (const mark of undone) dropped.add(mark);
      await tab.type(`; note "m${marks}x"`);
    },
    async insert(tab) {
      for (const mark of undone) dropped.add(mark);
      await tab.press('add-pause');
    },
    undo: (tab) => travel(tab, 'undo'),
    redo: (tab) => travel(tab, 'redo'),
    new: (tab) => leaving(tab, () => tab.press('new-program')),
    open: (tab, number) => leaving(tab, () => tab.openOther(number)),
    continue: (tab) => leaving(tab, tab.continueDraft),
    back: (tab) => leaving(tab, tab.goBack),
    async save(tab) {
      if (!(await isIntact(tab))) return;
      const shown = new Set([...marksIn(await tab.text())].filter((mark) => !refused.has(mark)));
      const saved = await until(SAVED_MS, async () => {
        // A document that was opened from an interrupted save stays there until it is edited.
        const { pointed, unpointed } = await storedBytes(desk);
        return isSubset(shown, marksIn(pointed + unpointed)) || (await tab.isRefused());
      });
      if (!saved) faults.push(`neither saved nor told after ${SAVED_MS} ms: ${[...shown]}`);
    },
    reload: (tab) => leaving(tab, tab.reload),
    async leave(tab) {
      await leaving(tab, tab.leave);
      await tab.open();
    },
    async close(tab) {
      await acknowledgeStored();
      await tab.close();
    },
    async kill(tab) {
      await acknowledgeStored();
      await tab.kill();
    },
    async fail(tab, number) {
      const first = 1 + (number % 12);
      await tab.failStorage(first, first + (FAILING_CALLS[(number >> 8) % 4] ?? 0));
    },
  };

  await Promise.all(Array.from({ length: TABS }, async (_, index) => (tabs[index] = await open(tabs[index]))));
  /**
   * @param {number} index
   * @param {string} kind
   * @param {number} number
   */
  const act = async (index, kind, number) => {
    steps.push(`tab ${index + 1}: ${kind}`);
    const tab = /** @type {Tab} */ (tabs[index]);
    await actions[kind]?.(tab, number);
    // A renderer that is shared by several tabs takes them along when it is killed.
    if (!tab.isAlive()) tabs[index] = await open(undefined);
  };
  try {
    for (let step = 0; step < STEPS; step++) {
      const first = random(TABS);
      const chosen = random(4) === 0 ? [first, (first + 1 + random(TABS - 1)) % TABS] : [first];
      await Promise.all(chosen.map((index) => act(index, pick(random), random(1 << 16))));
      await acknowledgeStored();
    }
    const expected = [...acknowledged].filter((mark) => !dropped.has(mark));
    /** @type {string[]} */
    let lost = [];
    await until(SURVIVAL_MS, async () => {
      const shown = await Promise.all(tabs.filter((tab) => tab.isAlive()).map((tab) => tab.text()));
      const { pointed, unpointed } = await storedBytes(desk);
      const found = marksIn([pointed, unpointed, ...shown].join('\n'));
      lost = expected.filter((mark) => !found.has(mark));
      return lost.length === 0;
    });
    if (lost.length > 0) faults.push(`lost: ${lost}`);
    return { steps, acknowledged: expected.length, faults };
  } catch (error) {
    faults.push(`the schedule stopped: ${error instanceof Error ? error.message : error}`);
    return { steps, acknowledged: acknowledged.size, faults };
  } finally {
    // What a page saves when it is left must not come after storage was cleared.
    await Promise.all(tabs.map((tab) => (tab.isAlive() ? tab.leave() : null)));
  }
}

/**
 * The bytes of all documents that the list shows, as another process than that of the tabs sees them. Those without a pointer,
 * whose writing was interrupted, are listed as damaged.
 *
 * @param {Page} desk
 * @returns {Promise<{ pointed: string, unpointed: string }>}
 */
const storedBytes = (desk) =>
  desk.evaluate(() => {
    const all = Object.entries(localStorage).flatMap(([key, bytes]) => {
      const [, id, slot] = /^lazymmu\/1\/bytes\/(.*)\/(\d)$/.exec(key) ?? [];
      const pointer = localStorage[`lazymmu/1/doc/${id}`];
      const isPointed = pointer && String(JSON.parse(pointer).slot) === slot;
      return id === undefined ? [] : [{ bytes, isPointed, isUnpointed: !pointer }];
    });
    const join = (/** @type {typeof all} */ some) => some.map(({ bytes }) => bytes).join('\n');
    return {
      pointed: join(all.filter(({ isPointed }) => isPointed)),
      unpointed: join(all.filter(({ isUnpointed }) => isUnpointed)),
    };
  });

/** @param {string} text */
const marksIn = (text) => new Set(text.match(/m\d+x/g) ?? []);

/**
 * @param {ReadonlySet<string>} part
 * @param {ReadonlySet<string>} whole
 */
const isSubset = (part, whole) => [...part].every((one) => whole.has(one));

/**
 * Asks again until it is so; false if it is not after this time.
 *
 * @param {number} limit in ms
 * @param {() => Promise<boolean>} question
 */
async function until(limit, question) {
  for (const end = performance.now() + limit; performance.now() < end; ) {
    if (await question()) return true;
    await new Promise((then) => setTimeout(then, 20));
  }
  return false;
}

/** @param {(below: number) => number} random */
function pick(random) {
  let rest = random(KINDS.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [kind, weight] of KINDS) {
    rest -= weight;
    if (rest < 0) return kind;
  }
  return 'type';
}

/**
 * Pseudo-random integers (mulberry32).
 *
 * @param {number} seed
 * @returns {(below: number) => number}
 */
function randomBelow(seed) {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) % below;
  };
}
