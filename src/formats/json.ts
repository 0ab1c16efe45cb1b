import type { Effect, Event, Summary } from '../engine/model.ts';
import { bodiesOf } from '../engine/run/rows.ts';
import type { Trace } from '../engine/run/run.ts';
import { printEvent } from '../notation/text/print.ts';
import type { Format, Traces, WriteOptions } from './format.ts';
import { type Step, stepsOf } from './steps.ts';

/**
 * The steps of a run for other programs, one JSON object per line. The version is that of the keys and their meaning:
 * a key may be added without a new one, none may change.
 */
const VERSION = 1;

const PIECE = 1 << 16;

function* pieces(traces: Traces, { program }: WriteOptions): Generator<string> {
  let piece = '';
  for (const trace of traces) {
    for (const line of linesOf(trace, program)) {
      piece += line;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

function* linesOf(trace: Trace, program: number): Generator<string> {
  const { revision, backend, era } = trace.setup;
  const where = `"revision":${text(revision)},"backend":${text(backend)},"era":${text(era)}`;
  const known = new Map<Summary, string>();
  for (const step of stepsOf(trace)) {
    const { summary, event } = step;
    if (!summary || !printsStep(summary)) continue;
    let rest = known.get(summary);
    if (rest === undefined) {
      rest = restOf(summary);
      // Steps of several rows share no summary: remembering them would only fill the memory.
      if (bodiesOf(event).length === 0) known.set(summary, rest);
    }
    const head = `{"v":${VERSION},"program":${program},"step":${step.step},"inside":${insideOf(step)}`;
    yield `${head},${where},"event":${text(nameOf(event))},${rest}\n`;
  }
}

/** Whether a step is printed: skipped ones are not, unless they have findings. */
const printsStep = ({ outcome, findings }: Summary): boolean => outcome !== 'skipped' || findings.length > 0;

/** Prints an event without the events inside it, which have their own steps. */
function nameOf(event: Event): string {
  if (event.kind === 'irq' || event.kind === 'softirq') return event.kind;
  if (event.kind !== 'call' || !event.inside) return printEvent(event);
  const { inside: _, ...call } = event;
  return printEvent(call);
}

const insideOf = ({ inside }: Step): string =>
  inside === null ? 'null' : `{"step":${inside.step},"statement":${inside.statement}}`;

function restOf(summary: Summary): string {
  const { task, cpu, context, fields, others, active, pending } = summary;
  const { callbacks, checks, effects, findings } = summary;
  const rest = {
    task,
    cpu,
    context,
    callbacks: callbacks.map(({ callback, task, statement, fields: saw }) => ({ callback, task, statement, saw })),
    state: fields,
    ...(Object.keys(others).length > 0 ? { tasks: others } : {}),
    active,
    checks: checks.map(({ macro, condition, statement, fired, silent }) => {
      return { macro, condition, statement, fired, silent };
    }),
    effects: effects.map(({ kind, how, entries, cpu }): Effect => ({ kind, how, entries, cpu })),
    pending,
    findings: findings.map(({ rule, sub, severity, clause, values, statement }) => {
      return { rule, sub, severity, clause, values, statement };
    }),
  };
  return JSON.stringify(rest).slice(1);
}

const text = (value: string): string => JSON.stringify(value);

export default {
  id: 'json',
  order: 60,
  title: 'JSON, a step a line',
  mediaType: 'application/x-ndjson',
  extension: 'jsonl',
  between: '',
  write: (traces, options) => [...pieces(traces, options)].join(''),
  pieces,
} satisfies Format;
