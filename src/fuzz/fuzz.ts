import { reasonOf } from '../lib/attempt.ts';
import { createRandom, type Random } from '../lib/random.ts';
import { argumentTarget } from './argument-target.ts';
import { type Shape, textOf } from './shape.ts';
import type { FuzzTarget } from './target.ts';
import { textTargets } from './text-targets.ts';
import { valueTargets } from './value-targets.ts';

/** All readers of untrusted input. */
export const fuzzTargets: Readonly<Record<string, FuzzTarget>> = {
  ...textTargets,
  ...valueTargets,
  arguments: argumentTarget,
};

/** An input that a reader did not take as it should. */
export interface FuzzFailure {
  readonly target: string;
  /** The number of the input under this seed, from 1. */
  readonly number: number;
  readonly shape: Shape;
  readonly reason: string;
}

/** What one reader was given, and what it cost. */
export interface FuzzReport {
  count: number;
  characters: number;
  /** Inputs of a million characters and more. */
  giants: number;
  cpuMs: number;
  /** The input with the most time beyond what its length explains. */
  slowest: { readonly cpuMs: number; readonly characters: number; readonly shape: Shape };
}

/** The stated cost of reading one input, in ms of CPU time: a million events or characters, on a slow machine. */
export const costLimit = (characters: number): number => 3000 + characters / 400;

interface FuzzOptions {
  readonly inputs: number;
  /** Not 0. */
  readonly seed: number;
  readonly targets: readonly string[];
  /** The CPU time of this process so far in ms; without it no cost is measured. */
  readonly cpuTime?: () => number;
  readonly onFailure: (failure: FuzzFailure) => void;
  readonly onProgress?: (count: number) => void;
}

const PROGRESS = 100_000;

/** Gives readers inputs that are drawn from a seed: the same seed and targets draw the same inputs. */
export async function fuzz(options: FuzzOptions): Promise<ReadonlyMap<string, FuzzReport>> {
  const { inputs, seed, targets, cpuTime = () => 0, onFailure, onProgress } = options;
  const random = createRandom(seed);
  const reports = new Map<string, FuzzReport>();
  const total = targets.reduce((sum, name) => sum + weightOf(name), 0);
  for (let number = 1; number <= inputs; number++) {
    const name = drawTarget(random, targets, total);
    const target = fuzzTargets[name] as FuzzTarget;
    const shape = target.draw(random);
    const text = textOf(shape);
    const before = cpuTime();
    const reason = await failureOf(target, text);
    const cpuMs = cpuTime() - before;
    const tooSlow = cpuMs > costLimit(text.length) ? `it took ${Math.round(cpuMs)} ms of CPU time` : null;
    if (reason ?? tooSlow) onFailure({ target: name, number, shape, reason: reason ?? tooSlow ?? '' });
    add(reports, name, { cpuMs, characters: text.length, shape });
    if (number % PROGRESS === 0) onProgress?.(number);
  }
  return reports;
}

/** Returns what is wrong with how a reader takes an input; null if nothing is. */
async function failureOf({ read }: FuzzTarget, text: string): Promise<string | null> {
  try {
    await read(text);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

const weightOf = (name: string): number => fuzzTargets[name]?.weight ?? 0;

function drawTarget(random: Random, targets: readonly string[], total: number): string {
  let left = random(total);
  for (const name of targets) {
    left -= weightOf(name);
    if (left < 0) return name;
  }
  return '';
}

function add(reports: Map<string, FuzzReport>, name: string, one: FuzzReport['slowest']): void {
  const report = reports.get(name) ?? { count: 0, characters: 0, giants: 0, cpuMs: 0, slowest: one };
  reports.set(name, report);
  report.count += 1;
  report.characters += one.characters;
  report.giants += one.characters >= 1_000_000 ? 1 : 0;
  report.cpuMs += one.cpuMs;
  const excess = ({ cpuMs, characters }: FuzzReport['slowest']) => cpuMs / costLimit(characters);
  if (excess(one) > excess(report.slowest)) report.slowest = one;
}
