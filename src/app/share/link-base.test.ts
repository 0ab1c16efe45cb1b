import { expect, test } from 'vitest';
import { linkBaseOf, toPublicLink } from './link-base.ts';

const at = (href: string, published: string | null = null) => linkBaseOf(new URL(href), published);

test.each([
  'file:///home/somebody/lazy-mmu-visualiser.html',
  'http://localhost:4200/',
  'http://lazy.localhost/',
  'http://127.0.0.1:4200/',
  'http://127.9.9.9/',
  'http://127.10.200.255/',
  'http://[::1]:4200/',
  'http://[::]/',
  'http://0.0.0.0:4200/',
  'https://localhost/',
  'http://a.b.localhost/',
  'blob:https://lazy.example.org/1234',
])('links from %s work only on this machine', (href) => {
  expect(at(`${href}#1/v6/arm64-7.0/ED/2`)).toEqual({ base: href, isLocal: true });
});

test.each([
  'https://lazy.example.org/',
  'http://192.168.0.7/lazy/?embed',
  'https://localhost.example.org/',
  'https://notlocalhost/',
  'https://a.127.0.0.1.example.org/',
  'https://127.0.0.1.example.org/',
  'https://0.0.0.0.example.org/',
  'http://[fe80::1]/',
  'http://212.7.0.1/',
])('links at %s work elsewhere', (href) => {
  expect(at(`${href}#1/v6/arm64-7.0/ED/2`)).toEqual({ base: href, isLocal: false });
});

test('links start with the address of the published page, whichever copy creates them', () => {
  const published = { base: 'https://lazy.example.org/', isLocal: false };
  for (const href of ['file:///home/somebody/page.html', 'http://localhost/', 'https://mirror.example.net/?embed']) {
    expect(at(href, published.base)).toEqual(published);
  }
});

test('a public link has no local address', () => {
  expect(toPublicLink(at('file:///home/somebody/page.html'), '#1/v6')).toBe('#1/v6');
  expect(toPublicLink(at('https://lazy.example.org/'), '#1/v6')).toBe('https://lazy.example.org/#1/v6');
});
