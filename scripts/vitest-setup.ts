/** Runs before each test file: seeds fast-check, and fails every test that writes a warning or an error to the console. */
import { format } from 'node:util';
import fc from 'fast-check';
import { afterAll, afterEach } from 'vitest';

const seed = Number(process.env.FC_SEED);
if (!Number.isInteger(seed)) throw new Error(`FC_SEED is "${process.env.FC_SEED}", expected an integer`);
// `npm run mutation` runs the tests for every change of the code, with fewer runs of each property.
const runs = process.env.FC_RUNS;
fc.configureGlobal({ seed, ...(runs === undefined ? {} : { numRuns: Number(runs) }) });

const messages: string[] = [];
for (const level of ['warn', 'error'] as const) {
  console[level] = (...values: unknown[]) => {
    messages.push(`console.${level}: ${format(...values)}`);
  };
}

function failOnMessages(): void {
  const found = messages.splice(0);
  if (found.length > 0)
    throw new Error(`a test must not write warnings or errors to the console:\n${found.join('\n')}`);
}

afterEach(failOnMessages);
afterAll(failOnMessages);
