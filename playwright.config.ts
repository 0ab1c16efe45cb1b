import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS } from './scripts/chromium-flags.mjs';

// Two runs at the same time need two ports.
const port = process.env.E2E_PORT ?? '4210';
const address = `http://127.0.0.1:${port}`;
// Written by scripts/find-browser.mjs; without it Playwright looks for the browser that it manages itself.
const found = existsSync('.browser-path') ? readFileSync('.browser-path', 'utf8').trim() : undefined;
const executablePath = process.env.BROWSER_BIN ?? found;
const ci = Boolean(process.env.CI);

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  forbidOnly: ci,
  retries: ci ? 2 : 0,
  // Limits are for what never ends, not for what is slow. Below that of scripts/test.mjs, so that a stalled run still
  // reports which tests it got through.
  globalTimeout: 70 * 60_000,
  timeout: 5 * 60_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  snapshotPathTemplate: 'e2e/visual/{arg}{ext}',
  use: {
    baseURL: address,
    // A control that is not there fails the test soon, and not at the end of its five minutes.
    actionTimeout: 60_000,
    trace: 'on-first-retry',
    // What they keep, e2e/offline.spec.ts tests; elsewhere it would stand between a test and the server.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS },
  },
  // The built application, so that what ships is what is tested.
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort --host 127.0.0.1`,
    url: address,
    reuseExistingServer: false,
  },
});
