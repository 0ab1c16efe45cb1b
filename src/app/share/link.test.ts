import { describe, expect, test } from 'vitest';
import { scenarios } from '../../content/scenarios/index.ts';
import { openLink } from '../document/open-link.ts';
import { resolveRequest } from '../document/open-request.ts';
import { openScenario } from '../document/scenario-document.ts';
import { done, stateOf } from '../testing.ts';
import { linkForMail, linkOf } from './link.ts';

/** Returns notes, no two of them alike, whose link at step 0 has this many characters. */
function notesWithLinkOf(length: number): string {
  const notes: string[] = [];
  for (let rest = length - '#1/v6/arm64-7.0//0'.length; rest > 0; ) {
    const code = rest > 500 ? 400 : rest;
    notes.push(`note "${String(notes.length).padEnd(code - 'Q.'.length, 'x')}"`);
    rest -= code;
  }
  return notes.join('; ');
}

describe('links', () => {
  test('a link restores its document at the same statement', () => {
    const state = done(stateOf('enable; irq { set k1 }; disable', 2, { revision: 'v3', checks: 'stop' }), 'into');
    const link = linkOf(state);
    const opening = link.ok ? openLink(link.value) : null;
    expect(link.ok && link.value).toBe('#1/v3/arm64-7.0/EIsk1.D/3/at-0/checks-stop');
    expect(opening?.ok && resolveRequest(opening.value)).toMatchObject({
      cursor: state.cursor,
      caret: 3,
      document: { program: state.document.program, setup: state.document.setup, title: null },
    });
  });

  test.each(scenarios.all.map((scenario) => [scenario.id, scenario] as const))(
    'a link to scenario %s restores its title without containing it',
    (_id, scenario) => {
      const content = resolveRequest(openScenario(scenario));
      const link = linkOf(content);
      expect(link.ok && link.value).not.toContain('title');
      const opening = link.ok ? openLink(link.value) : null;
      expect(opening?.ok && opening.value.document.title).toBe(scenario.title);
    },
  );

  test('a link keeps its title', () => {
    const opening = openLink('#1/v6/arm64-7.0/ED/1/title-who_flushes');
    expect(opening.ok && opening.value.document.title).toBe('who flushes');
    const link = opening.ok ? linkOf(resolveRequest(opening.value)) : null;
    expect(link?.ok && link.value).toBe('#1/v6/arm64-7.0/ED/1/title-who_flushes');
  });

  test('a link to a step that the run does not reach opens before the first step', () => {
    const opening = openLink('#1/v3-07/arm64-7.0/DED/3');
    expect(opening.ok && resolveRequest(opening.value).cursor).toEqual({ slot: -1, moment: null });
    const far = openLink('#1/v6/arm64-7.0/ED/1/at-77');
    expect(far.ok && resolveRequest(far.value).cursor).toEqual({ slot: 0, moment: null });
  });

  test('a link may use an alias of a revision', () => {
    const opening = openLink('#1/v5/arm64-7.0/ED/1');
    expect(opening.ok && opening.value.document.setup.revision).toBe('v6');
  });

  test('a link to several architectures selects the first, shows the others and reports those that cannot run', () => {
    const opening = openLink('#1/v6/arm64-7.0_none-7.1_s390-7.0/ED/1');
    expect(opening.ok && [opening.value.document.setup.backend, opening.value.document.otherArchitectures]).toEqual([
      'arm64',
      [{ backend: 'none', era: '7.1' }],
    ]);
    expect(opening.ok && opening.value.remark).toMatch(
      /^Some architectures of the link cannot be shown: s390 7\.0 \(.* is not simulated for kernel 7\.0.*\)\.$/,
    );
    expect(opening.ok && linkOf(resolveRequest(opening.value))).toEqual({
      ok: true,
      value: '#1/v6/arm64-7.0_none-7.1/ED/1',
    });
  });

  test('a program that is too long for an address has no link', () => {
    const long = Array.from({ length: 80 }, (_, i) => `note "${i}${'é'.repeat(400)}"`).join('; ');
    const link = linkOf(stateOf(long));
    expect(link.ok ? '' : link.error).toMatch(/^the link would be \d+ characters long; /);
    expect(linkOf(stateOf('repeat 200000 { enable }'))).toEqual({
      ok: false,
      error: '200000 events are too many for a link',
    });
  });

  test('a link opens at the step, whatever zeros its program has', () => {
    const at = (text: string, steps: number) => linkOf(stateOf(text, steps));
    expect(at('set 0; note "0"; bh off', 2)).toEqual({ ok: true, value: '#1/v6/arm64-7.0/s0Q0.B0/2' });
    expect(at('', 0)).toEqual({ ok: true, value: '#1/v6/arm64-7.0/0/0' });
  });

  test('a setup whose names do not fit into a link has none', () => {
    const state = stateOf('enable');
    for (const part of [{ revision: 'v/6' }, { backend: 'Arm_64' }] as const) {
      const document = { ...state.document, setup: { ...state.document.setup, ...part } };
      expect(linkOf({ ...state, document })).toEqual({ ok: false, error: 'a link cannot describe this setup' });
    }
  });

  test('a mail has the public link, unless the link is too long for a mail or there is none', () => {
    const page = { base: 'https://lazy.example.org/', isLocal: false };
    expect(linkForMail(stateOf('enable', 1), page)).toBe('https://lazy.example.org/#1/v6/arm64-7.0/E/1');
    expect(linkForMail(stateOf('enable', 1), { ...page, isLocal: true })).toBe('#1/v6/arm64-7.0/E/1');
    expect(linkForMail(stateOf(notesWithLinkOf(2000)), { base: '', isLocal: false })).toHaveLength(2000);
    expect(linkForMail(stateOf(notesWithLinkOf(2001)), page)).toBeNull();
    expect(linkForMail(stateOf('repeat 200000 { enable }'), page)).toBeNull();
  });

  test('a link has at most 30,000 characters', () => {
    const longest = linkOf(stateOf(notesWithLinkOf(30_000)));
    expect(longest.ok && longest.value).toHaveLength(30_000);
    expect(linkOf(stateOf(notesWithLinkOf(30_001)))).toEqual({
      ok: false,
      error: 'the link would be 30001 characters long; the limit is 30000',
    });
  });

  test('a program of 120,000 events has a link, and one event more has none', () => {
    expect(linkOf(stateOf('repeat 120000 { enable }'))).toEqual({ ok: true, value: '#1/v6/arm64-7.0/N120000E./0' });
    expect(linkOf(stateOf('repeat 120001 { enable }'))).toEqual({
      ok: false,
      error: '120001 events are too many for a link',
    });
  });
});
