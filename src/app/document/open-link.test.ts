import { expect, test } from 'vitest';
import { backends } from '../../engine/backends/index.ts';
import { revisions } from '../../engine/revisions/index.ts';
import type { View } from '../../notation/link/link.ts';
import { openLink, openView } from './open-link.ts';

const opened = (link: string) => {
  const opening = openLink(link);
  if (!opening.ok) throw new Error(opening.error);
  return opening.value;
};
const complaint = (link: string) => {
  const opening = openLink(link);
  return opening.ok ? null : opening.error;
};

test('a link opens its document with the setup, the step and the query that it names', () => {
  const link = '#1/v3/xen-pv-7.0/EsD/3/at-1/checks-stop/panic/capacity-4/title-Who_flushes/ask-tasks_2'.replace(
    's',
    's1',
  );
  const { document, row, moment, query, ...rest } = opened(link);
  expect(document).toMatchObject({
    title: 'Who flushes',
    setup: { revision: 'v3', backend: 'xen-pv', era: '7.0', checks: 'stop', panicOnWarn: true, capacity: 4 },
    otherArchitectures: [],
  });
  expect(document.program.map(({ kind }) => kind)).toEqual(['call', 'page', 'call']);
  expect({ row, moment, query }).toEqual({ row: 3, moment: 1, query: 'tasks 2' });
  expect(rest).toEqual({});
});

test('a link without options opens after its step, with no query and no remark', () => {
  const { document, ...rest } = opened('#1/v6/arm64-7.0/ED/1');
  expect(document.title).toBeNull();
  expect(rest).toEqual({ row: 1, moment: null });
});

test('every mistake in a link is reported with its place', () => {
  expect(complaint('#1/v6/arm64-7.0/E/9/checks-no')).toBe(
    '1:19: "9" is not a row of this program (expected 0 to 1); 1:28: checks cannot be "no" (expected kernel, stop, off)',
  );
});

test('an unknown name is reported with the known ones', () => {
  expect(complaint('#1/v99/arm64-7.0/E/1')).toBe(`unknown revision "v99"; this page knows ${revisions.ids.join(', ')}`);
  expect(complaint('#1/v6/riscv-7.0/E/1')).toBe(
    `unknown architecture "riscv"; this page knows ${backends.ids.join(', ')}`,
  );
});

test('a view without architectures is refused', () => {
  const view: View = {
    revision: 'v6',
    backends: [],
    program: [],
    row: 0,
    checks: 'kernel',
    panicOnWarn: false,
    capacity: null,
  };
  expect(openView(view)).toEqual({ ok: false, error: 'the link names no architecture' });
});

test('a link to an architecture that was not at its release is refused with the reason', () => {
  expect(complaint('#1/v6/s390-7.0/E/1')).toContain('is not simulated for kernel 7.0');
});

test('a link to more work than a page does at once is refused', () => {
  expect(complaint('#1/v6/arm64-7.0/N900000s0-1023./0')).not.toBeNull();
});

test('each missing architecture is reported with its reason', () => {
  const { remark, document } = opened('#1/v6/arm64-7.0_s390-7.0_none-7.0_s390-7.1/E/1');
  expect(document.otherArchitectures).toEqual([{ backend: 'none', era: '7.0' }]);
  expect(remark).toMatch(
    /^Some architectures of the link cannot be shown: s390 7\.0 \([^;]*\); s390 7\.1 \([^;]*\)\.$/,
  );
});
