import { median } from '../statistics.ts';
import { CONTEXT_OPTIONS, type ServedPage } from './browser.ts';

/** What a first visit costs on a slow machine: milliseconds, medians of several visits with nothing kept. */
export interface Vitals {
  /** From the navigation to the largest contentful paint. */
  readonly largestPaint: number;
  /** Of every main-thread task after the first contentful paint, what it took beyond 50 ms, summed. */
  readonly blocked: number;
  /** The longest of those tasks. */
  readonly longest: number;
}

/** How many times slower the processor is made to be; Lighthouse's preset for a phone. */
export const SLOWDOWN = 4;
const VISITS = 5;
/** A page without a long task for so many ms has come to rest. */
const QUIET_MS = 2000;

/** Opens the page under CPU throttling, as Lighthouse does, and reads the browser's own performance entries. */
export async function measureVitals({ browser, address }: ServedPage): Promise<Vitals> {
  const visits: Vitals[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await browser.newContext({
      ...CONTEXT_OPTIONS,
      serviceWorkers: 'block',
      viewport: { width: 1366, height: 768 },
    });
    await context.addInitScript(OBSERVE);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.goto(address);
    await page.waitForSelector('[contenteditable=true]');
    await page.waitForFunction(`performance.now() - vitals.lastLongTask > ${QUIET_MS}`);
    visits.push(await page.evaluate<Vitals>('readVitals()'));
    await context.close();
  }
  const medianOf = (key: keyof Vitals) => median(visits.map((visit) => visit[key]));
  return { largestPaint: medianOf('largestPaint'), blocked: medianOf('blocked'), longest: medianOf('longest') };
}

const OBSERVE = `
  globalThis.vitals = { largestPaint: 0, tasks: [], lastLongTask: 0 };
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('largest-contentful-paint', ({ startTime }) => { vitals.largestPaint = startTime; });
  observe('longtask', ({ startTime, duration }) => {
    vitals.tasks.push({ startTime, duration });
    vitals.lastLongTask = startTime + duration;
  });
  globalThis.readVitals = () => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const after = vitals.tasks.filter(({ startTime, duration }) => startTime + duration > paint.startTime);
    return {
      largestPaint: vitals.largestPaint,
      blocked: after.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
      longest: Math.max(0, ...vitals.tasks.map(({ duration }) => duration)),
    };
  };
`;
