/** Keeps a Chromium under test quiet: no update, no sync, no background traffic. Playwright adds --no-sandbox itself. */
export const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
