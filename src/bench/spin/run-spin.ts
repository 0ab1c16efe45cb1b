import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const MINUTES = 60_000;
/** Leaves out what a search for violated assertions does not need, which halves the time to compile. */
const SMALL = ['-DSAFETY', '-DNOFAIR', '-DNOREDUCE'];

/** The result of a breadth-first search by SPIN. Times are in milliseconds. */
export interface SpinAnswer {
  readonly states: number;
  /** Whether an assertion failed. */
  readonly failed: boolean;
  readonly generated: number;
  readonly compiled: number;
  readonly searched: number;
  /** Memory for states, without what is allocated at the start. */
  readonly bytesPerState: number;
}

/** A search that SPIN did not finish: out of memory, or the model left the table of its architecture. */
export class SpinIncomplete extends Error {}

/** Returns why SPIN cannot run, in a few words, or null if it can. */
export async function withoutSpin(): Promise<string | null> {
  for (const [tool, option] of [
    ['spin', '-V'],
    ['gcc', '--version'],
  ] as const) {
    try {
      await execute(tool, [option]);
    } catch {
      return `there is no ${tool}`;
    }
  }
  return null;
}

/** Runs SPIN on a model: generates, compiles with optimisation `level`, and searches breadth-first. */
export async function runSpin(model: string, level: 0 | 2): Promise<SpinAnswer> {
  const folder = await mkdtemp(join(tmpdir(), 'lazymmu-spin-'));
  const run = (tool: string, args: readonly string[]) =>
    execute(tool, args, { cwd: folder, timeout: 10 * MINUTES, maxBuffer: 2 ** 26 });
  try {
    await writeFile(join(folder, 'model.pml'), model);
    const generated = await timedAsync(() => run('spin', ['-o2', '-a', 'model.pml']));
    const compiled = await timedAsync(() =>
      run('gcc', [`-O${level}`, '-w', '-DBFS', ...(level === 0 ? SMALL : []), '-o', 'pan', 'pan.c']),
    );
    const searched = await timedAsync(() => run(join(folder, 'pan'), level === 0 ? ['-w18'] : []));
    const { stdout } = searched.value;
    const count = (pattern: RegExp): number | null => {
      const found = pattern.exec(stdout)?.[1];
      return found === undefined ? null : Number(found);
    };
    const [states, errors] = [count(/^\s*([\d.e+]+) states, stored/m), count(/errors: (\d+)/)];
    if (
      states === null ||
      errors === null ||
      /out of memory|max search depth|truncated|table_is_large_enough/.test(stdout)
    ) {
      throw new SpinIncomplete(`SPIN did not come to an end:\n${stdout.slice(0, 2000)}`);
    }
    const megabytes = count(/([\d.]+)\s+actual memory usage for states/);
    return {
      states,
      failed: errors > 0,
      generated: generated.ms,
      compiled: compiled.ms,
      searched: searched.ms,
      bytesPerState: ((megabytes ?? 0) * 2 ** 20) / states,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timedAsync<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}
