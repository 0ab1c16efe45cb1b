import { describeBreach } from '../../engine/run/finding-text.ts';
import type { Trace } from '../../engine/run/run.ts';
import { KIND_WORDS, kindOfFinding } from '../../layout/finding-kind.ts';
import { eraInWords } from '../../layout/timeline/backend-lanes.ts';
import type { PictureTheme } from '../../picture/colours.ts';
import { displayTitle } from '../document/scenario-document.ts';
import { checksTitle } from '../document/setup.ts';
import { selectStatus } from '../navigation/status.ts';
import type { AppState } from '../state/state.ts';

interface CaptionSubject {
  readonly title: string;
  /** The runs in the picture. */
  readonly of: readonly Trace[];
}

/** Formats the setup: revision, architectures and options that are not the default; first the program's name if it is not the title. */
export function setupIn({ document, trace }: AppState, { title, of }: CaptionSubject): string {
  const name = displayTitle(document);
  const { checks, panicOnWarn } = document.setup;
  const names = of.map(({ world, setup }) => `${world.backend.title} (${eraInWords(setup.era)})`);
  const parts = [
    name === title ? null : name,
    `Revision: ${trace.world.revision.title}`,
    `${of.length > 1 ? 'Architectures' : 'Architecture'}: ${names.join(', ')}`,
    checks === 'kernel' ? null : checksTitle(checks),
    panicOnWarn ? 'panic_on_warn' : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Formats the playhead, as in `Step 5 of 6: disable · enable_count 1, …`. */
export const placeIn = (state: AppState): string => `${selectStatus(state)}.`;

/**
 * Lists the problems in the slots of a picture, one per line: `Event 3: WARN VM_WARN_ON_ONCE(enable_count == 0) fires`.
 * They are those of the selected architecture, which is named if several are visible.
 */
export function findingsIn(
  { trace, visibleRuns }: Pick<AppState, 'trace' | 'visibleRuns'>,
  first: number,
  last: number,
): string[] {
  const where = visibleRuns.length > 1 ? ` on ${trace.world.backend.title}` : '';
  const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).flatMap((slot) => {
    const { findings, checks } = trace.summaryAt(slot);
    const row = trace.rowAt(slot).number;
    return findings.map(
      (finding) => `Event ${row}${where}: ${KIND_WORDS[kindOfFinding(finding)]} ${describeBreach(finding, checks)}`,
    );
  });
  const listed = lines.length > MAX_FINDINGS ? lines.slice(0, MAX_FINDINGS - 1) : lines;
  return listed.length < lines.length ? [...listed, `And ${lines.length - listed.length} more problems.`] : listed;
}

const MAX_FINDINGS = 6;

/**
 * Returns the file name of a picture, as in `lazy-mmu-timeline-v6-arm64-7.0-step-5-dark`. It has only letters, digits,
 * hyphens and dots, which every system accepts.
 */
export function fileName({ trace, cursor }: AppState, subject: string, theme: PictureTheme): string {
  const { revision, backend, era } = trace.setup;
  const step = cursor.slot < 0 ? 'start' : `step-${cursor.slot + 1}`;
  const name = ['lazy-mmu', subject, revision, backend, era, step, ...(theme === 'dark' ? ['dark'] : [])].join('-');
  return name.replace(/[^\w.-]+/g, '-');
}
