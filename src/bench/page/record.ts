import type { Page } from '@playwright/test';

/** Timing of a gesture in milliseconds: the longest main-thread task, and the time between frames. */
export interface GestureTiming {
  readonly longest: number;
  readonly frame: { readonly p50: number; readonly p95: number; readonly worst: number };
}

/** Work within this many ms after a gesture counts towards it. */
const AFTER = 1500;

/**
 * Records a gesture. Tasks come from Chromium's own trace, including those below 50 ms; frames from animation
 * callbacks.
 */
export async function recordGesture(page: Page, gesture: () => Promise<void>): Promise<GestureTiming> {
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
