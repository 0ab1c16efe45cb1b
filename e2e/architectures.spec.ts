import { type App, expect, test } from './fixture.ts';

const menuOf = (app: App) => app.region('Timeline').getByRole('button', { name: /^Architectures/ });

/** Ticks entries of the architectures' menu, by the beginning of their names. */
async function show(app: App, ...names: string[]): Promise<void> {
  await menuOf(app).click();
  for (const name of names) await app.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${name}`) }).click();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('menu')).toHaveCount(0);
}

/** The names of the lanes of architectures, top to bottom, the one that is looked at with a star. */
const lanes = (app: App) =>
  app.page
    .locator('.lane-name-backend')
    .evaluateAll((all) =>
      all.map((lane) => `${'main' in (lane as HTMLElement).dataset ? '*' : ''}${lane.firstElementChild?.textContent}`),
    );

/** What is drawn in the lane of an architecture, as words from left to right. */
const drawnIn = (app: App, name: string) =>
  app.page.locator('.lane-name-backend').evaluateAll((all, wanted) => {
    const lane = all.find((one) => one.firstElementChild?.textContent === wanted);
    const { top, bottom } = lane?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    const texts = [...document.querySelectorAll('.scene .mark, .scene .label')].map((item) => ({
      box: item.getBoundingClientRect(),
      words:
        [...item.querySelectorAll('text')].map((text) => text.textContent).join(' ') || item.lastChild?.textContent,
    }));
    return texts
      .filter(({ box }) => box.top >= top && box.bottom <= bottom)
      .sort((a, b) => a.box.left - b.box.left)
      .map(({ words }) => words ?? '');
  }, name);

test('one program runs on several architectures at once, each in its own lane', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/Esk1tk1D/3');
  await show(app, 'powerpc, hash MMU', 'sparc64', 'x86, Xen PV 7.0');
  await expect(menuOf(app)).toHaveText('Architectures: 4');
  expect(await lanes(app)).toEqual(['*arm64', 'powerpc, hash MMU', 'sparc64', 'x86, Xen PV']);
  expect(await drawnIn(app, 'arm64')).toEqual([
    'no work',
    'deferred dsb+isb',
    'may fault early-touch',
    'issued dsb+isb',
  ]);
  expect(await drawnIn(app, 'x86, Xen PV')).toEqual(['queued mmu_update', 'fatal early-touch', 'flushed hypercall']);
  expect(await drawnIn(app, 'sparc64')).toEqual(['preempt off', 'immediate', 'through 1', 'preempt on']);
});

test('the name of a lane is the way to its run; undo and the link keep what is shown', async ({ app, elsewhere }) => {
  await app.open('#1/v6/arm64-7.0/Esk1tk1D/3');
  await show(app, 'x86, Xen PV 7.0');
  await app.region('Timeline').getByRole('button', { name: 'x86, Xen PV', exact: true }).click();
  expect(await lanes(app)).toEqual(['arm64', '*x86, Xen PV']);
  await expect(app.picker('Architecture')).toContainText('x86, Xen PV');
  // The finding explains itself, and says where it comes from.
  const finding = app.region('Problems').getByRole('listitem').first();
  await expect(finding).toContainText('HAZARD');
  await expect(finding).toContainText('the kernel access faults, which is fatal unless handled');
  const other = await elsewhere((await app.copyLink()).replace(/^.*#/, '#'));
  expect(await lanes(other)).toEqual(['arm64', '*x86, Xen PV']);
  await app.page.keyboard.press('Control+z');
  expect(await lanes(app)).toEqual(['*arm64', 'x86, Xen PV']);
  await app.page.keyboard.press('Control+z');
  expect(await lanes(app)).toEqual(['*arm64']);
});

test('a and v do the same by key, and what cannot be is offered with its reason', async ({ app }) => {
  await app.open('#1/v6/arm64-7.0/Esk1D/3');
  await app.page.keyboard.press('a');
  await expect.poll(() => lanes(app)).toHaveLength(6);
  await app.page.keyboard.press('v');
  await expect.poll(() => lanes(app)).toContain('*powerpc, hash MMU');
  await menuOf(app).press('Enter');
  const refused = app.page.getByRole('menuitemcheckbox', { name: /^s390/ });
  await expect(refused).toBeDisabled();
  await expect(refused).toContainText('not simulated for kernel 7.0');
  await app.page.keyboard.press('Escape');
  await expect(menuOf(app)).toBeFocused();
  await app.page.keyboard.press('a');
  await expect.poll(() => lanes(app)).toEqual(['*powerpc, hash MMU']);
  // The pending series runs on all seven.
  await app.pick('Revision', 's390');
  await app.page.keyboard.press('a');
  await expect.poll(() => lanes(app)).toHaveLength(7);
});

test('a BUG on one ends its run and no other', async ({ app }) => {
  await app.open('#1/pre/xen-pv-6.19_arm64-6.19/EEsk1DD/2');
  await expect(app.region('Timeline')).toContainText('A BUG ended the run.');
  await expect(app.region('Timeline')).toContainText('The run continues on arm64');
  await app.region('Timeline').getByRole('button', { name: 'arm64', exact: true }).click();
  await expect(app.status).toContainText('of 5');
  expect(await drawnIn(app, 'x86, Xen PV')).toEqual(['bug enter', 'ended']);
});

test('a smaller capacity is labelled with the real one wherever it shows', async ({ app }) => {
  await app.open('#1/v6/xen-pv-7.0/Es1s2s3D/4');
  await menuOf(app).click();
  const held = app.page.getByRole('menuitemradio', { name: '2', exact: true });
  await held.click();
  await expect(held).toHaveAttribute('aria-checked', 'true');
  await app.page.keyboard.press('Escape');
  await expect(app.page.locator('.lane-name-backend')).toContainText('a queue of 2 (kernel: 31) updates');
  await expect(app.region('Inspector')).toContainText('1 of 2 (kernel: 31)');
  expect(await drawnIn(app, 'x86, Xen PV')).toContain('full 2');
  await expect(app.region('Plain text for email')).toContainText(/unlike in\s*the\s*kernel/);
});

test('a flush says what it moved, page by page', async ({ app }) => {
  await app.open('#1/v6/xen-pv-7.0/s3Es3tk1D/3');
  const pages = app.region('Inspector').getByRole('table').filter({ hasText: 'pending' });
  await expect(pages.getByRole('row', { name: /m1:3/ })).toContainText('2 queued on CPU 0');
  await app.goTo(5);
  await expect(app.region('Inspector')).toContainText('m1:3: queued value 2 written to memory.');
  await expect(pages.getByRole('row', { name: /m1:3/ }).getByRole('cell').first()).toHaveText('2');
  await app.open('#1/v6/powerpc-hash-7.0/s3t3Ec3D/5');
  await app.page.reload();
  await expect(app.region('Inspector')).toContainText('m1:3: old translation 1 invalidated.');
});

test('a flush moves its entries from the queue to memory; where motion is unwanted, the words alone tell it', async ({
  app,
}) => {
  // What begins to move is written down: the inspector follows the timeline, so no one moment has all of it.
  await app.page.addInitScript(() => {
    const begun: string[] = [];
    Object.assign(window, { begun });
    document.addEventListener('animationstart', ({ animationName }) => begun.push(animationName));
  });
  const begun = () => app.page.evaluate(() => (window as unknown as { begun: string[] }).begun);
  const forget = () => app.page.evaluate(() => (window as unknown as { begun: string[] }).begun.splice(0));
  const moved = app.region('Inspector').getByRole('list', { name: 'Effects of the flush' });
  for (const [link, name, words] of [
    ['#1/v6/xen-pv-7.0/s3Es3D/3', 'from-queue', 'written to memory'],
    ['#1/v6/powerpc-hash-7.0/s3t3Ec3D/4', 'gone', 'invalidated'],
  ] as const) {
    await app.page.emulateMedia({ reducedMotion: 'no-preference' });
    await app.page.goto('about:blank');
    await app.open(link);
    await app.region('Timeline').getByRole('group', { name: 'Drawing' }).focus();
    await forget();
    await app.page.keyboard.press('ArrowRight');
    await expect.poll(begun).toEqual(expect.arrayContaining(['go-out', name]));
    await app.page.emulateMedia({ reducedMotion: 'reduce' });
    await app.page.keyboard.press('ArrowLeft');
    await expect(moved.filter({ hasText: words })).toHaveCount(0);
    await forget();
    await app.page.keyboard.press('ArrowRight');
    await expect(moved).toContainText(words);
    expect(await begun()).toEqual([]);
  }
});

test('a page that is pointed at, or focused, says what each observer sees', async ({ app }) => {
  await app.open('#1/v6/xen-pv-7.0/s3s4Es3c4t3/6');
  const inspector = app.region('Inspector');
  const viewers = inspector.getByRole('table', { name: /^What each observer sees/ });
  await inspector.getByRole('button', { name: /^m1:4/ }).hover();
  await expect(viewers).toContainText('What each observer sees for m1:4');
  await expect(viewers.getByRole('row', { name: /^ptep_get\(\) here/ })).toContainText(/1\s*stale-read/);
  await inspector.getByRole('button', { name: /^m1:3/ }).focus();
  await expect(viewers).toContainText('m1:3');
  await expect(viewers.getByRole('row', { name: /^a read through the mapping/ })).toContainText(
    /old 1\s*stale-translation/,
  );
  // The same page where this CPU reads its own writes: s390, in the announced range.
  await app.open();
  await app.pick('Revision', 's390');
  await app.pick('Architecture', 's390');
  await app.typeProgram('set 3; enable range 0..7; set 3');
  await app.goTo(3);
  await expect(viewers.getByRole('row', { name: /^ptep_get\(\) here/ })).toContainText('2');
  await expect(viewers.getByRole('row', { name: /^ptep_get\(\) on another CPU/ })).toContainText('1');
});

test('what breaks on another architecture is told, and leads there', async ({ app }) => {
  await app.open('#1/v6/none-7.0_xen-pv-7.0/Esk1tk1D/3');
  const findings = app.region('Problems');
  await expect(findings).toContainText('No problems found.');
  await findings.getByRole('button', { name: '1 problem on x86, Xen PV 7.0' }).click();
  await expect(findings.getByRole('listitem')).toContainText('HAZARD');
  expect(await lanes(app)).toContain('*x86, Xen PV');
});

test('what nobody states says so where it happens', async ({ app }) => {
  await app.open('#1/v6/xen-pv-7.0/s3Es3g3D/4');
  await app.typeProgram('set 3; enable; set 3; get-and-clear 3; disable');
  await app.goTo(4);
  await expect(app.region('Inspector')).toContainText(/Inferred\. A get-and-clear or wrprotect overtakes/);
  await app.goTo(3);
  await expect(app.region('Inspector')).not.toContainText('Inferred.');
});

test('a preemption inside enable is a BUG on Xen in 7.0, and neither in 7.1 nor in 7.2', async ({ app }) => {
  await app.open();
  await app.pick('Scenario', 'preempted between counter and enter');
  await expect(app.said).toContainText('. Setup changed: architecture xen-pv');
  await expect(app.page.locator('.toast')).toContainText('. Setup changed: architecture xen-pv');
  await expect(app.picker('Architecture')).toHaveAccessibleDescription('Set by the scenario (was arm64)');
  await expect(app.picker('Revision')).toHaveAccessibleDescription('');
  const findings = app.region('Problems');
  await expect(findings).toContainText('BUG');
  expect(await lanes(app)).toEqual(['arm64', 'arm64', '*x86, Xen PV', 'x86, Xen PV']);
  await app.picker('Kernel').click();
  await app.page.getByRole('menuitemradio', { name: '7.1', exact: true }).click();
  await expect(findings).not.toContainText('BUG');
  await app.pick('Revision', 'mainline 7.2');
  await expect(app.picker('Kernel')).toContainText('7.2');
  await expect(findings).not.toContainText('BUG');
});

test.describe('320 px, touch', () => {
  test.use({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });

  test('architectures can be added and selected', async ({ app }) => {
    await app.open('#1/v6/arm64-7.0/Esk1tk1D/3');
    await menuOf(app).tap();
    await expect(app.page.getByRole('menu')).toBeInViewport({ ratio: 1 });
    await app.page.getByRole('menuitemcheckbox', { name: /^x86, Xen PV 7.0/ }).tap();
    await app.page.keyboard.press('Escape');
    await app.region('Timeline').getByRole('button', { name: 'x86, Xen PV', exact: true }).tap();
    await expect.poll(() => lanes(app)).toEqual(['arm64', '*x86, Xen PV']);
  });
});
