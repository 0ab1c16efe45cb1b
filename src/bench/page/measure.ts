import { printProgram } from '../../notation/text/print.ts';
import { createEditSubjects } from '../documents.ts';
import { CONTEXT_OPTIONS, servePage } from './browser.ts';
import { type ExplorerFigures, measureExplorer } from './explorer.ts';
import { GESTURES, openText } from './gestures.ts';
import { type GestureTiming, recordGesture } from './record.ts';
import { initialBytes, measureVisits, type Visit } from './visits.ts';
import { measureVitals, type Vitals } from './vitals.ts';

/** One gesture on a program of this many events. */
export interface GestureLine extends GestureTiming {
  readonly events: number;
  readonly title: string;
}

/** Figures of the built page in a browser. */
export interface PageFigures {
  readonly browser: string;
  /** Size of the initial scripts in bytes, gzip. */
  readonly initial: number;
  readonly visits: readonly Visit[];
  readonly vitals: Vitals;
  readonly lines: readonly GestureLine[];
  readonly explorer: ExplorerFigures;
}

/** Measures the built page with sections full of page writes; returns a reason if it cannot. */
export async function measurePage(lengths: readonly number[]): Promise<PageFigures | string> {
  const stage = await servePage();
  if (typeof stage === 'string') return stage;
  try {
    const visits = await measureVisits(stage);
    const vitals = await measureVitals(stage);
    const lines: GestureLine[] = [];
    for (const events of lengths) {
      const context = await stage.browser.newContext({
        ...CONTEXT_OPTIONS,
        viewport: { width: 1440, height: 900 },
        permissions: ['clipboard-read', 'clipboard-write'],
        serviceWorkers: 'block',
      });
      const page = await context.newPage();
      await page.goto(stage.address);
      await page.waitForSelector('[contenteditable=true]');
      const program = createEditSubjects(events).at(-1)?.program ?? [];
      for (const gesture of [openText(printProgram(program)), ...GESTURES]) {
        lines.push({ events, title: gesture.title, ...(await recordGesture(page, () => gesture.do(page))) });
      }
      await context.close();
    }
    const explorer = await measureExplorer(stage);
    return { browser: stage.browser.version(), initial: initialBytes(), visits, vitals, lines, explorer };
  } finally {
    await stage.close();
  }
}
