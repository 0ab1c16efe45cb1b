import type { Page } from '@playwright/test';

/** How a gesture went, in milliseconds: the longest task of the main thread, and the time from frame to frame. */
export interface Recording {
  readonly longest: number;
  readonly frame: { readonly p50: number; readonly p95: number; readonly worst: number };
}

/** What is still done in so many ms after a gesture belongs to it. */
const AFTER = 1500;

/** Records a gesture. Tasks are those that Chromium itself traces, also those below 50 ms; frames those that a script is called for. */
export async function recordGesture(page: Page, gesture: () => Promise<void>): Promise<Recording> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  await page.evaluate(FRAMES);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await gesture();
  const frames = (await page.evaluate<number[]>('frames.slice()')).sort((a, b) => a - b);
  await page.waitForTimeout(AFTER);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const worst = await page.evaluate<number>('counting = false, Math.max(...frames)');
  const main = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && main.has(threadOf(event)));
  const at = (part: number) => frames[Math.min(frames.length - 1, Math.floor(frames.length * part))] ?? 0;
  return {
    longest: tasks.reduce((most, { dur = 0 }) => Math.max(most, dur / 1000), 0),
    frame: { p50: at(0.5), p95: at(0.95), worst },
  };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;

const FRAMES = `
  globalThis.frames = [];
  globalThis.counting = true;
  {
    let last = performance.now();
    const count = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (counting) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  }
`;
