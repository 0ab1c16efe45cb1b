import { expect, test } from 'vitest';
import { setupOf } from '../engine/world.ts';
import { type Discovery, type Inquiry, inquire } from '../explore/inquiry.ts';
import { inquiryOf, KNOWN_FINDINGS } from '../explore/known-findings.ts';
import { openingOf } from './discovery.ts';
import { contentOf } from './opening.ts';
import { at, flat, stateOf } from './testing.ts';

/** What a known finding opens: title, program, place. */
function opens(inquiry: Inquiry) {
  const reply = inquire(inquiry);
  const opening = openingOf(inquiry, (reply.ok ? reply.value : null) as Discovery);
  const state = { ...stateOf(''), ...contentOf(opening, null) };
  return [opening.document.title, flat(state), at(state)];
}

const known = (id: string) => {
  const found = KNOWN_FINDINGS.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return inquiryOf(found);
};

test('a discovery is a document of its own, at the statement where it shows', () => {
  expect(opens(known('F4'))).toEqual([
    'found: kernel-check.disable.1 in v3-07 on arm64 7.0, after 1',
    'disable',
    '0.0',
  ]);
  expect(opens(known('F5b'))).toEqual([
    'found: active-outside-section in v6 on arm64 7.0, after 4',
    'enable; pause; disable; resume',
    '3',
  ]);
  expect(opens(known('F14'))).toEqual(['found: v4 on arm64 7.0 differs from v6 on arm64 7.0', 'pause', '0']);
});

test('a state that is there at the start opens before the first row', () => {
  const goal = [{ task: 'A', what: 'enable_count', compare: '=', value: 0 }] as const;
  const inquiry: Inquiry = { ...known('F5'), setup: setupOf({}), about: { kind: 'reach', goal } };
  expect(opens(inquiry)).toEqual(['found: a described state in v6 on arm64 7.0', '', '-1']);
});
