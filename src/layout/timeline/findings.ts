import { range, scaleBand } from 'd3';
import type { CheckSeen, Finding, Summary } from '../../engine/model.ts';
import { describeBreach, describeValues } from '../../engine/run/finding-text.ts';
import { FINDING_KINDS, kindOfFinding } from '../finding-kind.ts';
import { createLabelSpace } from '../label-placement.ts';
import { LANE, MARK } from '../metrics.ts';
import type { UnplacedMark } from '../signs.ts';
import { placeMarks } from './place-marks.ts';
import { type ColumnCell, columnCell, emptyLane, type LaneContent, type TimelineWindow } from './timeline-window.ts';

/** Lays out the findings of each row: a mark and a count for each kind, the gravest first. */
export function drawFindings(window: TimelineWindow, several: boolean, y: number): LaneContent {
  const { title } = window.trace.world.backend;
  const lane = { id: 'findings', title: 'Problems', subtitle: several ? title : '', y, height: LANE.findings };
  const space = createLabelSpace(window.width, window.measure);
  const marks = window.rows.flatMap(({ slot, summary }) => {
    const signs = signsOf(summary);
    const column = columnCell(window, slot);
    const visible = signs.slice(0, Math.max(1, Math.floor(column.width / (2 * MARK.radius))));
    const cells = visible.length === 1 ? [column] : partsOf(column, visible.length);
    return visible.flatMap((sign, i) =>
      placeMarks({ lane: 'findings', slot, signs: [sign], y, cell: cells[i] ?? column }, space, window.measure),
    );
  });
  return { ...emptyLane(lane), marks };
}

/** Splits a column into narrower ones, side by side around its middle. */
function partsOf({ middle, width }: ColumnCell, count: number): ColumnCell[] {
  const half = (count * Math.min(WIDEST, width / count)) / 2;
  const parts = scaleBand(range(count), [middle - half, middle + half]);
  return range(count).map((part) => columnCell({ columns: parts }, part));
}

/** Room for a mark and a count, so that the marks of one row stand together. */
const WIDEST = 36;

function signsOf({ findings, checks, outcome, why }: Summary): UnplacedMark[] {
  const quiet = checks.filter(({ fired, silent }) => !fired || silent);
  const loud = findings.filter((finding) => !isQuiet(finding, quiet));
  const title = [...loud.map((finding) => findingInWords(finding, checks)), ...quiet.map(quietInWords)].join('; ');
  const signs = [
    ...FINDING_KINDS.map((kind) => ({ kind, times: loud.filter((one) => kindOfFinding(one) === kind).length })),
    { kind: 'silent-check', times: quiet.length } as const,
  ].flatMap(({ kind, times }): UnplacedMark[] => {
    if (times === 0) return [];
    const [label, short] = times > 1 ? [`×${times}`, `${times}`] : ['', ''];
    return [{ key: kind, kind, label, short, detail: '', title }];
  });
  if (signs.length > 0 || outcome !== 'skipped') return signs;
  return [{ key: 'skipped', kind: 'skipped', label: 'skipped', detail: '', title: `skipped: ${why ?? 'not reached'}` }];
}

/** Whether a finding is a check that was true and did not print. */
const isQuiet = ({ rule, statement, clause }: Finding, quiet: readonly CheckSeen[]): boolean =>
  rule === 'kernel-check' && quiet.some((check) => check.statement === statement && check.condition === clause);

/** `VM_WARN_ON(count > 0 && !enabled) fires (count 1, enabled 0)`. */
function findingInWords(finding: Finding, checks: readonly CheckSeen[]): string {
  const values = describeValues(finding.values);
  return `${describeBreach(finding, checks)}${values && ` (${values})`}`;
}

/** Describes a check that was true and did not print. */
const quietInWords = ({ macro, condition, silent }: CheckSeen): string =>
  `${macro}(${condition}): true${silent ? ' again; already printed' : ', but checks are off'}`;
