import { expect, test } from 'vitest';
import { scenarios } from '../../content/scenarios/index.ts';
import { backends } from '../../engine/backends/index.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { rules } from '../../engine/rules/index.ts';
import { formats } from '../../formats/index.ts';
import { lazymmu, parseJsonLines } from '../testing.ts';

const REGISTRIES = { revisions, backends, rules, formats, scenarios };

test.each(Object.entries(REGISTRIES))('%s are listed in order, one on each line', async (name, { all, kind }) => {
  const table = await lazymmu(['list', name]);
  expect({ exit: table.exit, err: table.err }).toEqual({ exit: 0, err: '' });
  expect(
    table.out
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(' ')[0]),
  ).toEqual(all.map(({ id }) => id));
  expect(table.out).not.toMatch(/ $/m);

  const json = await lazymmu(['list', name, '--format', 'json']);
  const titled = all.map(({ id }) => expect.objectContaining({ v: 1, kind, id, title: expect.stringMatching(/\w/) }));
  expect(parseJsonLines(json.out)).toEqual(titled);
});

test('the listed program of a scenario runs', async () => {
  const { out } = await lazymmu(['list', 'scenarios', '--format', 'json']);
  const [first] = parseJsonLines(out);
  const run = await lazymmu(['run', '--format', 'json'], { stdin: String(first?.program) });
  expect(run.exit).toBeLessThan(2);
  expect(parseJsonLines(run.out).length).toBeGreaterThan(0);
});

test('several lists are separated by a blank line', async () => {
  const { out } = await lazymmu(['list', 'backends', 'formats']);
  expect(out.split('\n\n')).toHaveLength(2);
});

test('an unknown list is an error that names the known ones', async () => {
  const { exit, out, err } = await lazymmu(['list', 'revison', '--format', 'xml']);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('lazymmu list: --format cannot be "xml" (expected table, json)\n');
  expect(err).toContain('an operand cannot be "revison"; did you mean "revisions"? (expected revisions, backends');
  expect((await lazymmu(['list'])).err).toMatch(/^lazymmu list: an operand is missing \(expected revisions, /);
});
