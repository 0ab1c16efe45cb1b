import { cName } from '../../engine/ir/compile.ts';
import type { CheckSeen, Finding, Machine, Moment } from '../../engine/model.ts';
import { helperOf } from '../../engine/run/call.ts';
import type { Row } from '../../engine/run/rows.ts';
import { type Detail, inspect, type Trace } from '../../engine/run/run.ts';
import type { World } from '../../engine/setup/world.ts';
import { printRow } from '../../notation/text/print.ts';
import { isActive } from '../active.ts';
import { FINDING_KINDS, kindOfFinding } from '../finding-kind.ts';
import { type FindingView, findingView } from '../finding-view.ts';
import { type CheckView, checksOf, type RuleView, rulesOf } from './checks-and-rules.ts';
import { type ListingProgress, type ListingRow, listingOf, outcomeOf } from './listing.ts';
import { describeRow } from './sentence.ts';

/** What the inspector shows of a row, or of one moment of it. */
export interface StepView {
  /** `Row 4 · lazy_mmu_mode_enable()`. */
  readonly title: string;
  readonly sentence: string;
  /** `statement 2 of 5`; empty if the cursor is at no statement. */
  readonly position: string;
  /** The helper's listing; empty if the row is no call. */
  readonly listing: readonly ListingRow[];
  /** The task whose state is shown. */
  readonly task: string | null;
  readonly state: readonly ValueChange[];
  /** The architecture's own state. */
  readonly registers: readonly ValueChange[];
  /** The gravest first. */
  readonly findings: readonly FindingView[];
  /** How many findings the rest of the row adds; 0 if the cursor is at no statement. */
  readonly later: number;
  /** The checks of the kernel that the call reached. */
  readonly checks: readonly CheckView[];
  /** Every rule of the interface, broken by this step or not. */
  readonly rules: readonly RuleView[];
  /** What is inferred from code, without a source that states it; null for nothing. */
  readonly inferred: string | null;
}

export interface ValueChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly changed: boolean;
}

/** What the inspector shows before the first step. */
export const BEFORE_FIRST_STEP: StepView = {
  title: 'Before the first step',
  sentence: 'Task A runs on CPU 0 in process context. All counters are 0 and nothing is pending.',
  position: '',
  listing: [],
  task: null,
  state: [],
  registers: [],
  findings: [],
  later: 0,
  checks: [],
  rules: [],
  inferred: null,
};

/** Describes a row after one of its moments or, for null, after all of them. */
export function describeStep(trace: Trace, detail: Detail, moment: number | null): StepView {
  const { world } = trace;
  const { row, summary, moments } = detail;
  const at = moment === null ? null : moments[moment];
  const before = moment === null ? detail.before : (moments[moment - 1]?.machine ?? detail.before);
  const after = at?.machine ?? detail.after;
  const code =
    row.event.kind === 'call' && summary.outcome !== 'skipped' ? world.codes[helperOf(world, row.event)] : undefined;
  const current = at?.statement ?? (moment === null ? (moments.at(-1)?.statement ?? null) : null);
  const past = pastOf(trace, detail, moment);
  const findings = summary.findings.filter(
    ({ statement }) => moment === null || past.moments.some((one) => one.statement === statement),
  );
  return {
    title: `Event ${row.number} · ${titleOf(row)}`,
    sentence: at ? momentSentence(at, past.checks, world, code?.statements ?? 0) : describeRow(world, detail),
    position: code && current !== null ? `statement ${current} of ${code.statements}` : '',
    listing: code ? listingOf(code, past, world.setup.checks, current) : [],
    task: summary.task,
    state: summary.task === null ? [] : stateOf(world, summary.task, before, after),
    registers: summary.task === null ? [] : registersOf(world, summary.task, before, after),
    findings: findings.toSorted(byGravity).map((finding) => findingView(finding, summary.checks)),
    later: summary.findings.length - findings.length,
    checks: code ? checksOf(code, past, world.setup.checks) : [],
    rules: summary.outcome === 'skipped' ? [] : rulesOf(findings),
    inferred: summary.inferred,
  };
}

const byGravity = (a: Finding, b: Finding): number =>
  FINDING_KINDS.indexOf(kindOfFinding(a)) - FINDING_KINDS.indexOf(kindOfFinding(b));

function titleOf({ event, part, parts }: Row): string {
  if (event.kind === 'irq' || event.kind === 'softirq') return part === 0 ? event.kind : `end of ${event.kind}`;
  if (event.kind !== 'call') return printRow(event, part);
  const name = `${cName(event.helper)}()`;
  return part === 0 || parts === 1 ? name : `${name} resumes`;
}

/** The moments of the whole call up to the cursor. A call with events inside it has some in earlier rows. */
function pastOf(trace: Trace, { row, moments, summary }: Detail, moment: number | null): ListingProgress {
  const own = moment === null ? moments : moments.slice(0, moment + 1);
  const earlier = Array.from({ length: row.event.kind === 'call' ? row.part : 0 }, (_, part) => {
    const slot = trace.slotOf(trace.rows.numberOf(row.path, part));
    return slot < 0 ? null : inspect(trace, slot);
  }).filter((detail) => detail !== null);
  return {
    moments: [...earlier.flatMap((detail) => detail.moments), ...own],
    checks: [...earlier.flatMap((detail) => detail.summary.checks), ...summary.checks],
    over: moment === null && row.part === row.parts - 1,
  };
}

function momentSentence(at: Moment, checks: readonly CheckSeen[], world: World, statements: number): string {
  if (at.statement === null) return `${at.says}.`;
  const what = at.says.slice(0, at.what === 'callback' ? undefined : Math.max(0, at.says.lastIndexOf(': ')));
  const { says } = outcomeOf(at, checks, world.setup.checks);
  return `Statement ${at.statement} of ${statements}: ${at.what === 'callback' ? at.says : `${what}: ${says}`}.`;
}

function stateOf(world: World, task: string, before: Machine, after: Machine): ValueChange[] {
  const fields = world.revision.fields.map(({ name }) =>
    changeOf(name, before.tasks[task]?.fields[name] ?? 0, after.tasks[task]?.fields[name] ?? 0),
  );
  const query = world.revision.active;
  if (!query) return fields;
  const was = isActive(world, before, task) === true;
  return [...fields, changeOf(`${query.name}()`, was, isActive(world, after, task) === true)];
}

function registersOf({ simulation, setup }: World, task: string, before: Machine, after: Machine): ValueChange[] {
  const old = before.tasks[task] ? simulation.registers(before, task, setup.capacity) : [];
  const own = simulation.registers(after, task, setup.capacity);
  const entered = changeOf('entered', before.tasks[task]?.entered ?? false, after.tasks[task]?.entered ?? false);
  return [
    entered,
    ...own.map(({ name, value }) => changeOf(name, old.find((other) => other.name === name)?.value ?? value, value)),
  ];
}

function changeOf(name: string, before: number | boolean | string, after: number | boolean | string): ValueChange {
  return { name, before: String(before), after: String(after), changed: before !== after };
}
