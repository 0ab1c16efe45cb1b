import type { Trace } from '../engine/run.ts';
import { eraInWords } from '../layout/backend-lanes.ts';
import type { Theme } from '../picture/colours.ts';
import { checksTitle } from './setup.ts';
import type { AppState } from './state.ts';
import { selectStatus } from './status.ts';

interface Told {
  readonly title: string;
  /** The runs that the picture is of. */
  readonly of: readonly Trace[];
}

/** Revision, architectures and what of the setup is not as usual; the program's name where the picture's title is another. */
export function setupIn({ document, trace }: AppState, { title, of }: Told): string {
  const { checks, panicOnWarn } = document.setup;
  const names = of.map(({ world, setup }) => `${world.backend.title} (${eraInWords(setup.era)})`);
  const parts = [
    document.title === title ? null : document.title,
    `Revision: ${trace.world.revision.title}`,
    `${of.length > 1 ? 'Architectures' : 'Architecture'}: ${names.join(', ')}`,
    checks === 'kernel' ? null : checksTitle(checks),
    panicOnWarn ? 'panic_on_warn' : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** `At step 5 of 6: disable · enable_count 1, …`. */
export const placeIn = (state: AppState): string => `At ${selectStatus(state)}.`;

/** `lazy-mmu-timeline-v6-arm64-7.0-step-5-dark`: letters, digits, hyphens and points, which every system takes. */
export function fileName({ trace, cursor }: AppState, subject: string, theme: Theme): string {
  const { revision, backend, era } = trace.setup;
  const step = cursor.slot < 0 ? 'start' : `step-${cursor.slot + 1}`;
  const name = ['lazy-mmu', subject, revision, backend, era, step, ...(theme === 'dark' ? ['dark'] : [])].join('-');
  return name.replace(/[^\w.-]+/g, '-');
}
