import { breachInWords, valuesInWords } from '../engine/finding-words.ts';
import type { CheckSeen, Finding, Summary } from '../engine/model.ts';
import { FINDING_KINDS, kindOfFinding } from './finding-kind.ts';
import { placeSigns, type Sign } from './marks.ts';
import { LANE } from './metrics.ts';
import { roomIn } from './room.ts';
import { type Drawn, emptyLane, type Stretch } from './stretch.ts';

/** One sign a row: the gravest thing that was found there, and how many there are. Of several runs it says whose they are. */
export function drawFindings(stretch: Stretch, several: boolean, y: number): Drawn {
  const { title } = stretch.trace.world.backend;
  const lane = { id: 'findings', title: 'Findings', subtitle: several ? title : '', y, height: LANE.findings };
  const room = roomIn(stretch.width, stretch.measure);
  const marks = stretch.passed.flatMap(({ slot, summary }) => {
    const sign = signOf(summary);
    return sign ? placeSigns(stretch, { lane: 'findings', slot, signs: [sign], y }, room) : [];
  });
  return { ...emptyLane(lane), marks };
}

function signOf({ findings, checks, outcome, why }: Summary): Sign | null {
  const quiet = checks.filter(({ fired, silent }) => !fired || silent);
  const loud = findings.filter((finding) => !isQuiet(finding, quiet));
  const kind = FINDING_KINDS.find((one) => loud.some((finding) => kindOfFinding(finding) === one));
  if (kind) {
    const label = findings.length > 1 ? `×${findings.length}` : '';
    return {
      key: kind,
      kind,
      label,
      detail: '',
      title: findings.map((finding) => findingInWords(finding, checks)).join('; '),
    };
  }
  if (quiet.length > 0) {
    return { key: 'silent', kind: 'silent-check', label: '', detail: '', title: quiet.map(quietInWords).join('; ') };
  }
  if (outcome !== 'skipped') return null;
  return { key: 'skipped', kind: 'skipped', label: 'skipped', detail: '', title: `skipped: ${why ?? 'not reached'}` };
}

/** Whether a finding is a check that held and printed nothing. */
const isQuiet = ({ rule, statement, clause }: Finding, quiet: readonly CheckSeen[]): boolean =>
  rule === 'kernel-check' && quiet.some((check) => check.statement === statement && check.condition === clause);

/** `VM_WARN_ON(count > 0 && !enabled) fires (count 1, enabled 0)`. */
function findingInWords(finding: Finding, checks: readonly CheckSeen[]): string {
  const values = valuesInWords(finding.values);
  return `${breachInWords(finding, checks)}${values && ` (${values})`}`;
}

/** What a check that printed nothing would have said. */
const quietInWords = ({ macro, condition, silent }: CheckSeen): string =>
  `${macro}(${condition}) held${silent ? ' again and printed nothing' : ', but checks are off'}`;
