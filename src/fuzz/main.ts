import { parseArgs } from 'node:util';
import { costLimit, type FuzzReport, fuzz, fuzzTargets } from './fuzz.ts';
import type { Shape } from './shape.ts';

/**
 * `npm run fuzz -- --inputs N --seed S --only NAME`: gives every reader of untrusted input N inputs, prints the seed, the counts, the
 * rate and the slowest input of each reader, and exits with 1 if a reader threw or exceeded the stated cost.
 */

const MAX_FAILURES = 20;
const MAX_SHOWN = 300;

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000000' },
    seed: { type: 'string' },
    only: { type: 'string', multiple: true },
  },
});
const names = Object.keys(fuzzTargets);
const { only: targets = names } = values;
const inputs = Number(values.inputs);
const seed = values.seed === undefined ? 1 + Math.floor(Math.random() * (2 ** 31 - 1)) : Number(values.seed);
const unknown = targets.filter((name) => !names.includes(name));
if (unknown.length > 0) refuse(`no reader "${unknown.join('", "')}" (expected ${names.join(', ')})`);
if (!Number.isSafeInteger(inputs) || inputs < 1)
  refuse(`--inputs cannot be "${values.inputs}" (expected a number from 1)`);
if (!Number.isInteger(seed) || seed < 1 || seed >= 2 ** 31)
  refuse(`--seed cannot be "${values.seed}" (expected 1 to 2147483647)`);

print(`seed ${seed}, ${inputs} inputs for ${targets.join(', ')}`);
const started = performance.now();
let failures = 0;
const reports = await fuzz({
  inputs,
  seed,
  targets,
  cpuTime: () => process.cpuUsage().user / 1000,
  onFailure({ target, number, shape, reason }) {
    failures += 1;
    if (failures <= MAX_FAILURES) print(`FAILED: ${target}, input ${number}: ${reason}\n  ${textOfShape(shape)}`);
  },
  onProgress(count) {
    const rate = Math.round(count / seconds());
    print(`${count} inputs, ${rate} a second, ${failures} failed`);
  },
});
for (const [name, report] of reports) print(lineOf(name, report));
print(
  `seed ${seed}: ${inputs} inputs in ${Math.round(seconds())} s, ${Math.round(inputs / seconds())} a second, ${failures} failed`,
);
process.exitCode = failures > 0 ? 1 : 0;

function lineOf(name: string, { count, characters, giants, cpuMs, slowest }: FuzzReport): string {
  const used = Math.round((100 * slowest.cpuMs) / costLimit(slowest.characters));
  const sum = `${name}: ${count} inputs, ${giants} of a million characters or more, ${characters} characters, ${Math.round(cpuMs)} ms`;
  return `${sum}\n  slowest: ${Math.round(slowest.cpuMs)} ms, ${used} % of the stated cost: ${textOfShape(slowest.shape)}`;
}

function textOfShape(shape: Shape): string {
  const text = shape.map(([part, times]) => JSON.stringify(part) + (times === 1 ? '' : ` x ${times}`)).join(', ');
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}...`;
}

function seconds(): number {
  return (performance.now() - started) / 1000;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function refuse(message: string): never {
  process.stderr.write(`fuzz: ${message}\n`);
  process.exit(2);
}
