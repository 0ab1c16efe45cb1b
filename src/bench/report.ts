import type { SpeedLine } from './compare.ts';
import type { EditLine } from './edit.ts';
import type { ExploreLine } from './exploration.ts';
import type { PageFigures } from './page/measure.ts';
import { SLOWDOWN } from './page/vitals.ts';

/** Formats a comparison. A variant whose results differ gets no figures. */
export function reportSpeed(lines: readonly SpeedLine[]): string {
  const [first] = lines;
  return tableOf([
    ['', 'calls/s', `speed of ${first?.title ?? ''} / this one: median`, 'worst', 'bytes/step'],
    ...lines.map(({ title, agrees, callsPerSecond, ratio, bytesPerStep }) =>
      agrees
        ? [
            title,
            formatGrouped(callsPerSecond),
            formatRatio(ratio.median),
            formatRatio(ratio.worst),
            bytesPerStep.toFixed(1),
          ]
        : [title, VOID],
    ),
  ]);
}

/** Formats the times of edits beside those of a run from scratch. */
export function reportEdits(lines: readonly EditLine[]): string {
  return tableOf([
    ['', 'p50 ms', 'worst ms', 'from scratch: p50 ms'],
    ...lines.map(({ title, agrees, p50, worst, scratch }) =>
      agrees ? [title, p50.toFixed(1), worst.toFixed(1), scratch.toFixed(1)] : [title, VOID],
    ),
  ]);
}

/** Formats the figures of the page in a browser. */
export function reportPage({ browser, initial, visits, vitals, lines, explorer }: PageFigures): string {
  const counts = (value: number) => Math.round(value).toString();
  return [
    `Chromium ${browser}; initial scripts ${(initial / 1000).toFixed(1)} kB gzip`,
    tableOf([
      ['', 'interactive after ms', 'editor after ms'],
      ...visits.map(({ title, interactive, editor }) => [title, counts(interactive), counts(editor)]),
    ]),
    tableOf([
      ['', 'largest contentful paint ms', 'total blocking time', 'longest task'],
      [
        `first visit, processor ${SLOWDOWN}x slower`,
        ...[vitals.largestPaint, vitals.blocked, vitals.longest].map(counts),
      ],
    ]),
    tableOf([
      ['', 'events', 'longest task ms', 'frame p50 ms', 'p95', 'worst'],
      ...lines.map(({ title, events, longest, frame }) => [
        title,
        formatGrouped(events),
        counts(longest),
        counts(frame.p50),
        counts(frame.p95),
        counts(frame.worst),
      ]),
    ]),
    'The explorer in that page, opened by a link to the query of the last search above',
    tableOf([
      ['', 'first visit ms', 'later visit', 'cancelled within'],
      ['to the shortest counterexample', ...[explorer.first, explorer.later, explorer.cancelled].map(counts)],
    ]),
    tableOf([
      ['', 'longest task ms', 'frame p50 ms', 'p95', 'worst'],
      ...explorer.gestures.map(({ title, longest, frame }) => [
        title,
        ...[longest, frame.p50, frame.p95, frame.worst].map(counts),
      ]),
    ]),
  ].join('\n');
}

/** Formats searches: a table of times, then one of ratios. */
export function reportSearches(lines: readonly ExploreLine[]): string {
  const times = tableOf([
    ['ms', 'states', 'length', 'Node', 'page: search', 'page: open to answer', 'SPIN: generate', 'gcc -O2', 'pan'],
    ...lines.map(({ title, states, length, agrees, node, page, spin }) =>
      agrees
        ? [
            title,
            formatGrouped(states),
            length === null ? 'holds' : String(length),
            ...[node, page?.searched, page?.opened, spin?.generated, spin?.compiled, spin?.searched].map(formatMs),
          ]
        : [title, VOID],
    ),
  ]);
  const ratios = tableOf([
    ['', 'states/s: Node', 'page', 'SPIN', 'Node / SPIN', 'page / SPIN', 'opened / SPIN total', 'bytes/state', 'SPIN'],
    ...lines.flatMap(({ title, states, length, agrees, node, page, spin, bytesPerState }) => {
      if (!agrees) return [];
      const all = spin && spin.generated + spin.compiled + spin.searched;
      // SPIN stops at its first counterexample in another order, so rates are given for whole spaces only.
      const rate = (ms: number | undefined) => (ms === undefined || length !== null ? null : (states / ms) * 1000);
      const [ours, inPage, theirs] = [rate(node), rate(page?.searched), rate(spin?.searched)];
      return [
        [
          title,
          ...[ours, inPage, theirs].map((one) => (one === null ? NOT : formatGrouped(one))),
          ours && theirs ? formatRatio(ours / theirs) : NOT,
          inPage && theirs ? formatRatio(inPage / theirs) : NOT,
          page && all ? formatRatio(page.opened / all) : NOT,
          bytesPerState === null ? NOT : bytesPerState.toFixed(1),
          spin && length === null ? spin.bytesPerState.toFixed(1) : NOT,
        ],
      ];
    }),
  ]);
  return `${times}\n${ratios}`;
}

const NOT = '-';
const formatMs = (ms: number | undefined): string => (ms === undefined ? NOT : formatGrouped(ms));

const VOID = 'void: results differ';

const formatGrouped = (value: number): string => Math.round(value).toLocaleString('en-US');

const formatRatio = (value: number): string => value.toPrecision(value < 1 ? 2 : 3);

/** Aligns the first column to the left and the others to the right. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))))
    .map((row) => `  ${row.join('  ')}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('');
}
