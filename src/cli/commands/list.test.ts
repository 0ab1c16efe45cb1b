import { expect, test } from 'vitest';
import { scenarios } from '../../content/scenarios/index.ts';
import { backends } from '../../engine/backends/index.ts';
import { revisions } from '../../engine/revisions/index.ts';
import { rules } from '../../engine/rules/index.ts';
import { formats } from '../../formats/index.ts';
import { lazymmu, stepsIn } from '../testing.ts';

const REGISTRIES = { revisions, backends, rules, formats, scenarios };

test.each(Object.entries(REGISTRIES))('%s are listed in their order, an entry a line', async (name, { all, kind }) => {
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
  expect(stepsIn(json.out)).toEqual(titled);
});

test('the program of a listed scenario runs as it stands', async () => {
  const { out } = await lazymmu(['list', 'scenarios', '--format', 'json']);
  const [first] = stepsIn(out);
  const run = await lazymmu(['run', '--format', 'json'], { stdin: String(first?.program) });
  expect(run.exit).toBeLessThan(2);
  expect(stepsIn(run.out).length).toBeGreaterThan(0);
});

test('several lists have a blank line between them', async () => {
  const { out } = await lazymmu(['list', 'backends', 'formats']);
  expect(out.split('\n\n')).toHaveLength(2);
});

test('what cannot be listed is named, with what can', async () => {
  const { exit, out, err } = await lazymmu(['list', 'revison', '--format', 'xml']);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('lazymmu list: --format cannot be "xml" (expected table, json)\n');
  expect(err).toContain('what to list cannot be "revison"; did you mean "revisions"? (expected revisions, backends');
  expect((await lazymmu(['list'])).err).toMatch(
    /^lazymmu list: what should be listed is missing \(expected revisions, /,
  );
});
