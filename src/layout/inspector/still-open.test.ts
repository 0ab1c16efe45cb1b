import { expect, test } from 'vitest';
import { calls, runOf } from '../../engine/testing.ts';
import { describeOpenSections } from './still-open.ts';

test('open sections and pauses are described at the end, and nothing if all are closed', () => {
  expect(describeOpenSections(runOf({}, calls('EED')))).toEqual(['At the end task A still has 1 section open.']);
  expect(describeOpenSections(runOf({}, calls('EEP')))).toEqual([
    'At the end task A still has 2 sections and 1 pause open.',
  ]);
  expect(describeOpenSections(runOf({}, calls('EPRD')))).toEqual([]);
});
