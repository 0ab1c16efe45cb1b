import type { Locator, Page } from '@playwright/test';

/** A user's gestures on a long program, in order. */
export interface Gesture {
  readonly title: string;
  do(page: Page): Promise<void>;
}

const PRESSES = 20;
const A_FRAME = 16;

const timeline = (page: Page): Locator => page.getByRole('region', { name: 'Timeline', exact: true });
const drawing = (page: Page): Locator => timeline(page).getByRole('group', { name: 'Drawing' });
const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Program text' });

/** Replaces the program by a text. */
export const openText = (text: string): Gesture => ({
  title: 'open (paste)',
  async do(page) {
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await editor(page).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+v');
  },
});

const press = async (page: Page, keys: readonly string[], pause: number) => {
  await drawing(page).focus();
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pause);
  }
};
const fill = (key: string): string[] => Array.from({ length: PRESSES }, () => key);

export const GESTURES: readonly Gesture[] = [
  {
    title: 'scroll to the middle',
    async do(page) {
      await drawing(page).evaluate('(box) => box.scrollTo({ left: box.scrollWidth / 2 })');
      await page.waitForTimeout(300);
      await timeline(page)
        .getByRole('button', { name: /^row \d+:/ })
        .nth(9)
        .click();
    },
  },
  {
    title: 'add a write there',
    do: (page) =>
      page
        .getByRole('region', { name: 'Program', exact: true })
        .getByRole('button', { name: 'set', exact: true })
        .click(),
  },
  { title: 'delete it', do: (page) => press(page, ['Delete'], 0) },
  { title: 'undo', do: (page) => press(page, ['Control+z'], 0) },
  {
    title: 'type a line there',
    async do(page) {
      await editor(page).click();
      await page.keyboard.press('End');
      await page.keyboard.type('\nset k9', { delay: 60 });
    },
  },
  { title: 'step', do: (page) => press(page, fill('ArrowRight'), A_FRAME) },
  {
    title: 'scrub',
    async do(page) {
      const box = await page.getByRole('slider', { name: 'Step' }).boundingBox();
      if (!box) return;
      const y = box.y + box.height / 2;
      await page.mouse.move(box.x + box.width / 4, y);
      await page.mouse.down();
      for (let i = 0; i < PRESSES; i++) {
        await page.mouse.move(box.x + (box.width * (PRESSES + i)) / (4 * PRESSES), y);
        await page.waitForTimeout(A_FRAME);
      }
      await page.mouse.up();
    },
  },
  {
    title: 'zoom',
    do: (page) => press(page, ['Shift+Z', 'Shift+Z', 'Shift+Z', 'z', 'z', 'z', '0'], 2 * A_FRAME),
  },
  {
    title: 'play',
    async do(page) {
      await press(page, ['Space'], 3000);
      await page.keyboard.press('Space');
    },
  },
];
