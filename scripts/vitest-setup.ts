/** Runs before each test file: seeds fast-check, and lets no test pass that warned or complained on the console. */
import { format } from 'node:util';
import fc from 'fast-check';
import { afterAll, afterEach } from 'vitest';

const seed = Number(process.env.FC_SEED);
if (!Number.isInteger(seed)) throw new Error(`FC_SEED is "${process.env.FC_SEED}", expected a whole number`);
fc.configureGlobal({ seed });

const complaints: string[] = [];
for (const level of ['warn', 'error'] as const) {
  console[level] = (...values: unknown[]) => {
    complaints.push(`console.${level}: ${format(...values)}`);
  };
}

function failOnComplaints(): void {
  const found = complaints.splice(0);
  if (found.length > 0) throw new Error(`a test must not complain on the console:\n${found.join('\n')}`);
}

afterEach(failOnComplaints);
afterAll(failOnComplaints);
