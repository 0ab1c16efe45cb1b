import { countOpenCalls } from '../../engine/open-calls.ts';
import type { Trace } from '../../engine/run/run.ts';
import { countOf } from '../../lib/phrases.ts';

/** Describes what tasks have open when a run ends, which is no fault: `At the end task A still has 2 sections and 1 pause open.` */
export function describeOpenSections({ end }: Trace): readonly string[] {
  if (end.over !== null) return [];
  return Object.entries(end.tasks).flatMap(([id, { alive, openCalls }]) => {
    const open = [
      [countOpenCalls(openCalls.enables), 'section'] as const,
      [countOpenCalls(openCalls.pauses), 'pause'] as const,
    ].flatMap(([depth, noun]) => (depth > 0 ? [countOf(depth, noun)] : []));
    return alive && open.length > 0 ? [`At the end task ${id} still has ${open.join(' and ')} open.`] : [];
  });
}
