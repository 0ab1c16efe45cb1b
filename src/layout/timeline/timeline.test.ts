import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Program, Setup } from '../../engine/model.ts';
import { calls, events, irq, page, runOf, sleep, switchTo, within } from '../../engine/testing.ts';
import { arbitraryCalls, arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { BOX, FONT, MARK } from '../metrics.ts';
import type { Scene } from '../scene.ts';
import { describeScene, measure } from '../testing.ts';
import { layoutTimeline } from './timeline.ts';
import { endLabelX } from './torn-outline.ts';

const sceneOf = (setup: Partial<Setup>, program: Program, first = 0, last = 999, columnWidth = 88): Scene =>
  layoutTimeline(runOf(setup, program), { first, last, columnWidth, measure });
const laneOf = (scene: Scene, id: string) => describeScene(scene).filter((line) => line.startsWith(`${id}:`));

describe('the timeline', () => {
  test('the six calls of the commit message are drawn on v6', () => {
    expect(describeScene(sceneOf({}, calls('EEPRDD')))).toMatchSnapshot();
  });

  test('an enable inside a pause is drawn on v3, with pending barriers', () => {
    expect(describeScene(sceneOf({ revision: 'v3' }, events('E k1 PEDR D')))).toMatchSnapshot();
  });

  test('an interrupt inside an enable is drawn after its first write', () => {
    const program = [within('enable', { at: 'write', number: 1 }, irq(...calls('ED'))), ...calls('D')];
    expect(describeScene(sceneOf({ revision: 'v4-07' }, program))).toMatchSnapshot();
  });

  test('no two lanes have the same name, even if a field is called active', () => {
    const titles = sceneOf({ revision: 'v4' }, calls('ED')).lanes.map(({ title, subtitle }) => `${title}|${subtitle}`);
    expect(titles.slice(2, 5)).toEqual([
      'nesting_level|0 … 255',
      'active|false or true',
      'Mode active|in_lazy_mmu_mode()',
    ]);
    expect(titles[5]).toBe('Callbacks|counts seen by the callback');
  });

  test('two tasks on two CPUs have lanes of their own, and a lane shows which one runs', () => {
    const program = [...calls('E'), switchTo('B', 1), ...calls('E'), switchTo('A'), ...calls('D')];
    const scene = sceneOf({}, program);
    expect(laneOf(scene, 'runs')).toMatchSnapshot();
    expect(scene.lanes.map(({ id }) => id)).toEqual([
      'events',
      'runs',
      ...['A', 'B'].flatMap((t) => [
        `sections:${t}`,
        `field:${t}:enable_count`,
        `field:${t}:pause_count`,
        `active:${t}`,
      ]),
      'callbacks',
      'backend:arm64-7.0:A',
      'backend:arm64-7.0:B',
      'findings',
    ]);
  });

  test('an architecture with a queue per CPU has a lane for each, with what was flushed there', () => {
    const program = [...events('E 1'), switchTo('B', 1), ...events('E 2 3'), switchTo('A'), ...calls('D')];
    const scene = sceneOf({ backend: 'xen-pv' }, program);
    expect([...laneOf(scene, 'backend:xen-pv-7.0:0'), ...laneOf(scene, 'backend:xen-pv-7.0:1')]).toMatchSnapshot();
  });

  test('a flush without a call for it says why, and which pages it carried', () => {
    const scene = sceneOf({ backend: 'xen-pv', capacity: 2 }, [...events('E 1 2 3'), switchTo('B')]);
    expect(laneOf(scene, 'backend:xen-pv-7.0')).toMatchSnapshot();
    const titles = scene.marks.filter(({ kind }) => kind === 'flushed').map(({ title }) => title);
    expect(titles).toEqual([
      '2 updates flushed in 1 hypercall because there was no room for more: m1:1, m1:2',
      '1 update flushed in 1 hypercall because the task leaves the CPU: m1:3',
    ]);
    expect(scene.lanes.find(({ architecture }) => architecture)?.subtitle).toBe(
      '7.0 · per CPU: a queue of 2 (kernel: 31) updates; preemptible',
    );
  });

  test('a callback without pending work says so', () => {
    const words = (backend: string) => laneOf(sceneOf({ backend }, calls('ED')), `backend:${backend}-7.0`);
    expect(words('none')).toEqual(Array(2).fill('backend:none-7.0: value no code'));
    expect(words('powerpc-radix')).toEqual(Array(2).fill('backend:powerpc-radix-7.0: value no work'));
    expect(words('powerpc-hash')).toEqual([
      'backend:powerpc-hash-7.0: value preempt off',
      'backend:powerpc-hash-7.0: value preempt on',
    ]);
  });

  test('a word that is wider than its column is not drawn', () => {
    const words = (columnWidth: number) =>
      laneOf(sceneOf({ backend: 'none' }, calls('ED'), 0, 9, columnWidth), 'backend:none-7.0').length;
    expect([words(60), words(40)]).toEqual([2, 0]);
  });

  test('several architectures share the columns, and a BUG of one ends only its run', () => {
    const program = events('E EDD k1');
    const [pre, arm, none] = ['xen-pv', 'arm64', 'none'].map((backend) =>
      runOf({ backend, revision: 'pre', era: '6.19' }, program),
    );
    if (!pre || !arm || !none) throw new Error('three runs');
    const look = { first: 0, last: 99, columnWidth: 88, measure };
    const scene = layoutTimeline(arm, look, [none, arm, pre]);
    const told = (id: string) => describeScene(scene).filter((line) => line.startsWith(`backend:${id}`));
    expect(told('xen-pv')).toMatchSnapshot();
    expect(told('arm64').at(-1)).toBe('backend:arm64-6.19: @4 immediate immediate dsb+isb');
    expect(scene.lanes.flatMap(({ architecture }) => architecture ?? [])).toEqual([
      { backend: 'none', era: '6.19', main: false },
      { backend: 'arm64', era: '6.19', main: true },
      { backend: 'xen-pv', era: '6.19', main: false },
    ]);
    // Seen from the run that ended, there are no more columns.
    expect(layoutTimeline(pre, look, [none, arm, pre]).columns).toHaveLength(2);
  });

  test('a call that resumes at another time on another architecture stands in the column of its row', () => {
    const program = [within('enable', 5, switchTo('B')), ...calls('ED'), switchTo('A'), ...calls('D')];
    const look = { first: 0, last: 99, columnWidth: 88, measure };
    const own = runOf({}, program);
    const other = runOf({ backend: 'powerpc-hash' }, program);
    // On arm64 the call stays suspended until its task runs again; powerpc refuses the switch, and the call resumes immediately.
    expect(own.slotOf(3)).toBeGreaterThan(other.slotOf(3));
    const told = describeScene(layoutTimeline(own, look, [own, other]));
    expect(told.filter((line) => /^\d|^backend:powerpc-hash|^callbacks/.test(line))).toMatchSnapshot();
  });

  test('a revision without state has no lanes for it', () => {
    const { lanes } = sceneOf({ revision: 'pre' }, calls('ED'));
    expect(lanes.map(({ id }) => id)).toEqual(['events', 'sections:A', 'callbacks', 'backend:arm64-6.19', 'findings']);
  });

  test('an empty program has empty lanes', () => {
    const scene = sceneOf({}, []);
    expect(scene.lanes).toHaveLength(8);
    expect([scene.width, scene.columns, scene.boxes, scene.paths, scene.marks, scene.labels]).toEqual([
      0,
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  test('a section that is open before or after the window continues beyond it', () => {
    expect(laneOf(sceneOf({}, calls('EEDE'), 1, 2), 'sections:A')).toEqual([
      'sections:A: section "depth 1" x 0..176 y 52..134 open both',
      'sections:A: section "depth 2" x 44..132 y 70..130',
    ]);
  });

  test('a label that does not fit is replaced by the brief one, not cut', () => {
    const labels = (columnWidth: number) =>
      sceneOf({}, calls('EEPRDDE'), 0, 999, columnWidth).boxes.map(({ label }) => label);
    expect(labels(60)).toEqual(['depth 1', 'depth 2', 'paused', '1', 'active', 'active', '']);
    // Where the pause lies over the rest of it, too.
    expect(labels(40)).toEqual(['depth 1', '2', '', '1', 'active', 'active', '']);
  });

  test('a box that is still open when the run ends says so at the end alone', () => {
    const ends = (first: number, last: number) =>
      sceneOf({}, calls('EEDEP'), first, last)
        .boxes.filter(({ kind }) => kind === 'section' || kind === 'pause')
        .map(({ label, end, open, title }) => [label, end ?? '', open, title.split(', ').at(-1)]);
    expect(ends(0, 999)).toEqual([
      ['depth 1', '', 'right', 'still open at the end of the run'],
      ['depth 2', '', 'none', 'depth 2'],
      ['depth 2', 'open', 'right', 'still open at the end of the run'],
      ['', 'open', 'right', 'still open at the end of the run'],
    ]);
    expect(ends(0, 3).every(([, end]) => end === '')).toBe(true);
  });

  test('a value of 255 stands within its lane, clear of the edges', () => {
    const scene = sceneOf({}, calls('E'.repeat(255)), 250, 254);
    const lane = scene.lanes.find(({ id }) => id === 'field:A:enable_count');
    const value = scene.labels.find(({ text }) => text === '255');
    expect((value?.y ?? 0) - FONT.value.size - (lane?.y ?? 0)).toBeGreaterThanOrEqual(4);
  });

  test('several kinds of findings in one row have a mark each if they fit, and all are in the title', () => {
    const marks = (columnWidth: number) =>
      sceneOf({}, calls('DEEDD'), 0, 999, columnWidth)
        .marks.filter(({ id, slot }) => id.startsWith('findings') && slot === 0)
        .map(({ kind, label, title }) => [kind, label, title.split('; ').length]);
    const both = (label: string) => [
      ['warning', '', 4],
      ['rule', label, 4],
    ];
    expect(marks(88)).toEqual(both('×3'));
    expect(marks(56)).toEqual(both('3'));
    expect(marks(30)).toEqual(both(''));
    expect(marks(20)).toEqual([['warning', '', 4]]);
  });

  test('the caption of an architecture is a sentence, also in brief', () => {
    const captions = ['none', 'powerpc-radix', 'arm64', 'powerpc-hash', 'sparc64', 'xen-pv', 's390'].map((backend) => {
      const scene = sceneOf(
        backend === 's390' ? { backend, revision: 'v7.2-ptes', era: 's390' } : { backend },
        calls('ED'),
      );
      return scene.lanes.find(({ architecture }) => architecture)?.caption?.brief;
    });
    expect(captions).toEqual([
      'Defers nothing.',
      'Defers nothing.',
      'Defers the barriers after storing a valid kernel entry.',
      'Defers the TLB invalidation of old translations.',
      'Defers the TLB invalidation of valid user entries.',
      'Defers the store.',
      'Defers the store.',
    ]);
  });

  test('255 nested sections are four boxes and a number', () => {
    const scene = sceneOf({}, calls('E'.repeat(255)), 250, 254);
    expect(scene.boxes.filter(({ kind }) => kind === 'section')).toHaveLength(4);
    expect(laneOf(scene, 'sections:A')[3]).toContain('section "depth 250"');
    expect(laneOf(scene, 'sections:A').slice(4)).toEqual(
      [252, 253, 254, 255].map((depth) => `sections:A: caption depth ${depth}`),
    );
  });

  test('a check that does not print again has a mark of its own', () => {
    const scene = sceneOf({}, calls('DEED').concat(calls('D')));
    expect(laneOf(scene, 'findings')).toMatchSnapshot();
  });

  test('a read of a page shows its value, and a page without a translation faults', () => {
    const scene = sceneOf({}, [page('set', 'k1'), page('read', 'k1'), page('touch', 'k2'), sleep]);
    expect(laneOf(scene, 'backend:arm64-7.0')).toMatchSnapshot();
  });
});

/** Architectures and revisions that draw differently. */
const SETUPS: readonly Partial<Setup>[] = [
  {},
  { revision: 'v3' },
  { revision: 'v4-07', checks: 'off' },
  { revision: 'pre' },
  { backend: 'none' },
  { backend: 'xen-pv' },
  { backend: 'powerpc-hash', capacity: 2 },
  { revision: 'v7.2', backend: 'sparc64' },
];

describe('for any program', () => {
  const widths = fc.constantFrom(16, 40, 64, 88, 140);
  const anyScene = fc
    .tuple(fc.oneof(arbitraryProgram(), arbitraryCalls({ maxLength: 40 })), widths, fc.nat(10), fc.nat(20))
    .chain(([program, columnWidth, first, count]) =>
      fc
        .constantFrom<Partial<Setup>>(...SETUPS)
        .map((setup) => ({ setup, program, columnWidth, first, last: first + count })),
    );

  test('texts do not overlap in a lane, and everything stands inside the scene', () => {
    forAll(anyScene, ({ setup, program, columnWidth, first, last }) => {
      const scene = sceneOf(setup, program, first, last, columnWidth);
      const texts = textsOf(scene);
      for (const text of texts) {
        expect(text.left).toBeGreaterThanOrEqual(0);
        expect(text.right).toBeLessThanOrEqual(scene.width + 1e-6);
      }
      for (const [i, a] of texts.entries()) {
        const clash = texts.find(
          (b, j) => j > i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
        );
        expect(clash && [a, clash]).toBeUndefined();
      }
      for (const { x, y, width, height } of scene.boxes) {
        expect([x >= 0, x + width <= scene.width + 1e-6, y >= 0, y + height <= scene.height, width >= 0]).not.toContain(
          false,
        );
      }
      const ids = [...scene.boxes, ...scene.paths, ...scene.marks, ...scene.labels].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test('lanes keep their place in every window', () => {
    forAll(anyScene, ({ setup, program, columnWidth, first, last }) => {
      expect(
        sceneOf(setup, program, first, last, columnWidth).lanes.map(({ id, y, height }) => ({ id, y, height })),
      ).toEqual(sceneOf(setup, program, 0, 0, columnWidth).lanes.map(({ id, y, height }) => ({ id, y, height })));
    });
  });
});

/** Every text of a scene with its place; those of a column are drawn by its number and stand alone. */
function textsOf({ boxes, marks, labels }: Scene) {
  const at = (text: string, font: { family: 'sans' | 'mono'; size: number }, x: number, y: number) => {
    const width = measure(text, font.family, font.size);
    return text === '' ? [] : [{ text, left: x, right: x + width, top: y - font.size, bottom: y }];
  };
  return [
    ...boxes.flatMap(({ label, x, y }) => at(label, FONT.box, x + BOX.left, y + BOX.baseline)),
    ...boxes.flatMap(({ end = '', x, y, width }) => {
      const left = endLabelX({ x, width }) - measure(end, FONT.box.family, FONT.box.size);
      return at(end, FONT.box, left, y + BOX.baseline);
    }),
    ...marks.flatMap(({ label, detail, x, y }) => [
      ...at(label, FONT.mark, x + MARK.label, y + MARK.baseline),
      ...at(detail, FONT.detail, x + MARK.label, y + MARK.detail),
    ]),
    ...labels.flatMap(({ text, kind, anchor, x, y, id }) => {
      const font = kind === 'caption' ? (id.startsWith('depth') ? FONT.box : FONT.caption) : FONT.value;
      const width = measure(text, font.family, font.size);
      return at(text, font, anchor === 'middle' ? x - width / 2 : x, y);
    }),
  ];
}
