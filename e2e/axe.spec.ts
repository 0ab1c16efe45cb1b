import { violations } from './axe.ts';
import { type App, expect, test } from './fixture.ts';

// Many states, each on its own.
test.describe.configure({ mode: 'parallel' });

const COLOURS = ['color-contrast', 'link-in-text-block'];

/** A state of the page, and how a person gets there. */
const STATES: readonly (readonly [name: string, hash: string, reach: (app: App) => Promise<unknown>])[] = [
  ['as it opens', '', async () => undefined],
  ['with findings, at a statement', '#1/v6/arm64-7.0/Esk1IED.DD~P/7', (app) => app.into(2)],
  ['with a mistake in the text', '', (app) => app.typeProgram('enable; set kk')],
  ['with notices', '#1/v6/arm64-9.9/EDD/2', (app) => app.notices.getByText('Original text').click()],
  ['with rows selected', '#1/v6/arm64-7.0/EEPRDD/2', (app) => app.page.keyboard.press('Shift+ArrowRight')],
  ['with the help open', '', (app) => app.button('Help').click()],
  [
    'with About the model open',
    '',
    async (app) => {
      await app.page.keyboard.press('m');
      await expect(app.page.getByRole('dialog')).toContainText('It is not the kernel');
    },
  ],
  [
    'with a comparison open',
    '#1/v6/arm64-7.0/EPEDRD/3',
    async (app) => {
      await app.page.keyboard.press('c');
      await expect(app.page.getByRole('dialog').getByText('Differences in words')).toBeVisible();
    },
  ],
  [
    'with a query answered',
    '#1/v6/arm64-7.0/ED/1',
    async (app) => {
      await app.page.keyboard.press('Shift+X');
      await app.page.getByRole('radio', { name: 'Reachable state' }).check();
      await app.page.getByRole('tab', { name: 'Known issues' }).click();
      await app.page.getByRole('button', { name: 'F1 pre' }).click();
      await expect(app.page.getByRole('region', { name: 'Verdict' })).toContainText('Rule violated');
      await app.page.getByRole('tab', { name: 'Query' }).click();
    },
  ],
  [
    'with the state graph open',
    '#1/v6/arm64-7.0/ED/1',
    async (app) => {
      await app.page.keyboard.press('Shift+X');
      await app.page.getByRole('checkbox', { name: 'pause' }).uncheck();
      await app.page.getByRole('checkbox', { name: 'resume' }).uncheck();
      await app.page.getByRole('radio', { name: 'Violation of one rule' }).check();
      await app.page.getByRole('tab', { name: 'State graph' }).click();
      await expect(app.page.getByRole('group', { name: /^State graph/ })).toBeVisible();
    },
  ],
  [
    'with the picture open',
    '#1/v6/arm64-7.0/Esk1IED.DD~P/7',
    async (app) => {
      await app.page.keyboard.press('Shift+P');
      await expect(app.page.getByRole('dialog').getByRole('img')).toBeVisible();
    },
  ],
  [
    'with the palette open and a command refused',
    '',
    async (app) => {
      await app.page.keyboard.press('Control+k');
      await app.page.getByRole('combobox', { name: 'Search all commands' }).fill('undo');
      await app.page.keyboard.press('Enter');
    },
  ],
  [
    'with a key that another command has',
    '',
    async (app) => {
      await app.button('Help').click();
      await app.button('Add key for Step back').click();
      await app.page.keyboard.press('s');
      await expect(app.button('Reassign it')).toBeVisible();
    },
  ],
  [
    'with a place that is none',
    '',
    async (app) => {
      await app.page.keyboard.press('g');
      await app.page.getByRole('textbox', { name: 'Event, line or problem' }).fill('nowhere');
      await app.page.keyboard.press('Enter');
    },
  ],
  [
    'with the speeds open',
    '',
    (app) =>
      app
        .region('Timeline')
        .getByRole('button', { name: /^Playback speed/ })
        .click(),
  ],
  ['with a menu open', '', (app) => app.region('Timeline').getByRole('button', { name: 'Wrap' }).click()],
  ['with a list open', '', (app) => app.picker('Revision').click()],
  [
    'in insert mode, empty',
    '',
    async (app) => {
      await app.button('New').click();
      await app.page.keyboard.press('i');
    },
  ],
  [
    'with several architectures and their menu open',
    '#1/v6/xen-pv-7.0_arm64-7.0_powerpc-hash-7.0/s1t1Ec1t1sk2tk2D/5/capacity-2',
    (app) =>
      app
        .region('Timeline')
        .getByRole('button', { name: /^Architectures/ })
        .click(),
  ],
  ['with stale and pending pages', '#1/v6/arm64-7.0/Esk1rk1sk1ck1D/4', async () => undefined],
  [
    'with the documents open, one deleted and one being named',
    '',
    async (app) => {
      for (const program of ['enable; disable', 'pause; resume', 'sleep']) {
        await app.button('New').click();
        await app.typeProgram(program);
      }
      await app.button('Documents').click();
      await app.button('Delete enable; disable').click();
      await app.button('Rename pause; resume').click();
    },
  ],
  [
    'with the documents open, one damaged and about to be deleted',
    '',
    async (app) => {
      await app.page.evaluate(() => {
        localStorage.setItem('lazymmu/1/doc/damaged', 'torn');
        localStorage.setItem('lazymmu/1/bytes/damaged/0', '{"v":2}');
        localStorage.setItem('lazymmu/1/unreadable/moved/0', 'torn');
      });
      await app.button('Documents').click();
      await app.button('Delete Untitled document').first().click();
    },
  ],
];

/** They take long. */
const LARGE: typeof STATES = [
  [
    'with the matrix open',
    '#1/v6/arm64-7.0/EPEDRDD/3',
    async (app) => {
      await app.page.keyboard.press('c');
      await app.page.getByRole('tab', { name: 'Scenarios and revisions' }).click();
      await expect(app.page.getByText('Running the programs')).toHaveCount(0);
    },
  ],
];

/** Colours are the same at every width; each look has its own. */
const LOOKS = [
  ['dark', { colorScheme: 'dark', contrast: 'no-preference' }],
  ['with more contrast', { colorScheme: 'light', contrast: 'more' }],
  ['dark, with more contrast', { colorScheme: 'dark', contrast: 'more' }],
] as const;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const state of [...STATES, ...LARGE]) {
  const [name, hash, reach] = state;
  test(`T26: axe finds nothing ${name}`, async ({ app }) => {
    test.slow(LARGE.includes(state));
    const { page } = app;
    // A page of its own for each width would cost more than what is asked of it; so it has kept nothing of the one before.
    await page.addInitScript(() => {
      if (location.protocol !== 'about:') localStorage.clear();
    });
    for (const width of [320, 1280]) {
      await page.goto('about:blank');
      await page.setViewportSize({ width, height: 800 });
      await app.open(hash);
      await reach(app);
      expect(await violations(page, width === 320 ? { allBut: COLOURS } : 'all'), `${width} px`).toEqual([]);
    }
    for (const [look, media] of LOOKS) {
      await page.emulateMedia(media);
      expect(await violations(page, { only: COLOURS }), look).toEqual([]);
    }
  });
}

test('T26: assistive technology finds the whole page in its accessibility tree', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/EDD/2');
  await expect(app.page.locator('body')).toMatchAriaSnapshot({ name: 'accessibility-tree.aria.yml' });
});
