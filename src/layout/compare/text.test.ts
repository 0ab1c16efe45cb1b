import { expect, test } from 'vitest';
import type { Event, Setup } from '../../engine/model.ts';
import { calls, events, irq, within, worldOf } from '../../engine/testing.ts';
import { arbitraryProgram, forAll } from '../../notation/arbitrary.ts';
import { compareRuns } from './compare.ts';
import { compareText } from './text.ts';

const textOf = (program: readonly Event[], setups: readonly Partial<Setup>[], link?: string) =>
  compareText(compareRuns(setups.map(worldOf), program), link);
const revisions = (...ids: string[]) => ids.map((revision) => ({ revision }));

test('the text of a comparison matches its golden file', async () => {
  const texts = [
    textOf(calls('EPEDRD'), revisions('v6', 'v4', 'v3'), 'https://host.example/#1/v6/arm64-7.0/EPEDRD/0'),
    textOf([within('enable', 3, irq(...calls('ED'))), ...calls('DD')], revisions('v6', 'v3-07')),
    textOf(events('E k1 D'), [{ backend: 'arm64' }, { backend: 'xen-pv' }]),
    textOf(calls('ED'), revisions('v6', 'v4')),
  ];
  await expect(texts.join('\n=====\n\n')).toMatchFileSnapshot('text.golden.txt');
});

test('every line is 7-bit, at most 72 columns wide and has no blank at either end', () => {
  forAll(arbitraryProgram(), (program) => {
    for (const line of textOf(program, revisions('v6', 'v4')).split('\n')) {
      expect(line).toMatch(/^[\x21-\x7e]?([\x20-\x7e]*[\x21-\x7e])?$/);
      expect(line.length).toBeLessThanOrEqual(72);
    }
  });
});
