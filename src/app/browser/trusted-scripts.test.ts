import { expect, test } from 'vitest';
import { isOwnScript } from './trusted-scripts.ts';

const SERVED = {
  page: 'https://host.example/projects/lazy/index.html?embed#1/v6/arm64-7.0/ED/1',
  origin: 'https://host.example',
};
const FROM_DISK = { page: 'file:///home/somebody/page.html', origin: 'null' };

test.each([
  ['sw.js', true],
  ['https://host.example/projects/lazy/assets/explore-worker-6WobyF-2.js', true],
  ['blob:https://host.example/5f0c0b4e', true],
  ['blob:https://other.example/5f0c0b4e', false],
  ['blob:https://host.example.evil/5f0c0b4e', false],
  ['blob:null/5f0c0b4e', false],
  ['https://host.example/sw.js', false],
  ['https://other.example/projects/lazy/sw.js', false],
  ['//other.example/sw.js', false],
  ['assets/../../x.js', false],
  ['assets/a.js?callback=alert', false],
  ['data:text/javascript,alert(1)', false],
  ['javascript:alert(1)', false],
  ['java\tscript:alert(1)', false],
  [' \u0001javascript:alert(1)', false],
])('T12: %j is a script of this page: %s', (address, isOwn) => {
  expect(isOwnScript(address, SERVED)).toBe(isOwn);
});

test('a page opened from disk starts workers from its own blobs', () => {
  expect(isOwnScript('blob:null/5f0c0b4e', FROM_DISK)).toBe(true);
  expect(isOwnScript('file:///etc/x.js', FROM_DISK)).toBe(false);
});
