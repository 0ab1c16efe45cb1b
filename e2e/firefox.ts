/**
 * Drives a Firefox as it comes from a distribution. Playwright's own protocol needs a patched one, and the standard that
 * it knows beside it asks for commands that a released one does not have; this is Marionette, which every Firefox has.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

export interface Firefox {
  goto(address: string): Promise<void>;
  /** Loads the page anew, as a person does. */
  reload(): Promise<void>;
  click(selector: string): Promise<void>;
  /** Types into an element. A key that is held down is held until the end of the text. */
  type(selector: string, text: string): Promise<void>;
  /** What a function body returns in the page. */
  run(body: string): Promise<unknown>;
  /** Errors, and violations of a policy, that pages of these addresses caused so far. */
  complaints(...addresses: string[]): Promise<string[]>;
  close(): Promise<void>;
}

export const CTRL_A = '\uE009a';
export const ESCAPE = '\uE00C';

/** The program's name, or why there is none that starts. */
export function findFirefox(): { readonly path: string } | { readonly missing: string } {
  const named = process.env.FIREFOX_BIN;
  const names = named ? [named] : ['firefox-esr', 'firefox'];
  const path = names.find((name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0);
  return path ? { path } : { missing: `no Firefox starts here: tried ${names.join(' and ')}` };
}

const PREFERENCES = {
  // Any port that is free; Firefox writes down which.
  'marionette.port': 0,
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

export async function startFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'lazymmu-firefox-'));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${value});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  // The console is looked at from within the browser itself.
  const args = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const child = spawn(path, args, { stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const close = async () => {
    child.kill();
    await gone;
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const send = await marionette(await portOf(profile));
    await send('WebDriver:NewSession', {});
    return { ...driver(send), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function portOf(profile: string): Promise<number> {
  let port = 0;
  await expect(() => {
    port = Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'));
    expect(port).toBeGreaterThan(0);
  }).toPass();
  return port;
}

type Send = (command: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;

function driver(send: Send): Omit<Firefox, 'close'> {
  const run = (body: string, args: readonly unknown[] = []) =>
    send('WebDriver:ExecuteScript', { script: body, args }).then(resultOf);
  const find = (selector: string) => send('WebDriver:FindElement', { using: 'css selector', value: selector });
  const idOf = async (selector: string) => {
    let id: unknown;
    // As a person does, it waits until there is something to click.
    await expect(async () => {
      id = Object.values(Object(resultOf(await find(selector))))[0];
    }).toPass();
    return id;
  };
  return {
    run: (body) => run(body),
    goto: async (address) => void (await send('WebDriver:Navigate', { url: address })),
    async reload() {
      // The command of that name asks the network for everything, past the service worker.
      await run('window.left = true; location.reload();');
      await expect(async () => {
        expect(await run('return !window.left && document.readyState === "complete"')).toBe(true);
      }).toPass();
    },
    click: async (selector) => void (await send('WebDriver:ElementClick', { id: await idOf(selector) })),
    type: async (selector, text) => void (await send('WebDriver:ElementSendKeys', { id: await idOf(selector), text })),
    async complaints(...addresses) {
      await send('Marionette:SetContext', { value: 'chrome' });
      const all = await run(CONSOLE, [addresses]);
      await send('Marionette:SetContext', { value: 'content' });
      return Array.isArray(all) ? all.map(String) : [`the console is ${String(all)}`];
    },
  };
}

/** Runs inside the browser: its console since the start, of what a page caused. */
const CONSOLE = `
  const [addresses] = arguments;
  // A process that no page is left in is ended in the middle of what it runs, and the console blames the page for it.
  const ended = (one) => one.errorMessage.startsWith('Script terminated by timeout');
  return Services.console.getMessageArray()
    .filter((one) => one instanceof Ci.nsIScriptError && addresses.some((address) => one.sourceName.startsWith(address)))
    .filter((one) => !ended(one))
    .map((one) => one.category + ': ' + one.errorMessage + ' (' + one.sourceName + ')');
`;

const resultOf = (answer: unknown): unknown => Reflect.get(Object(answer), 'value');

/** One command after the other: each message is its length in bytes, a colon, and JSON. */
async function marionette(port: number): Promise<Send> {
  const socket = connect(port, '127.0.0.1');
  const next = messagesOf(socket);
  // It says what it is before it is asked.
  await next();
  let id = 0;
  return async (command, parameters) => {
    id += 1;
    const text = JSON.stringify([0, id, command, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const answer = await next();
    const [, , error, result] = Array.isArray(answer) ? answer : [];
    if (error) throw new Error(`${command}: ${error.error}: ${error.message}`);
    return result;
  };
}

function messagesOf(socket: Socket): () => Promise<unknown> {
  const chunks = socket[Symbol.asyncIterator]();
  let read = Buffer.alloc(0);
  return async () => {
    for (;;) {
      const colon = read.indexOf(':');
      const end = colon + 1 + Number(read.subarray(0, Math.max(0, colon)));
      if (colon > 0 && read.length >= end) {
        const message: unknown = JSON.parse(read.toString('utf8', colon + 1, end));
        read = read.subarray(end);
        return message;
      }
      const { done, value } = await chunks.next();
      if (done) throw new Error('Firefox hung up');
      read = Buffer.concat([read, value]);
    }
  };
}
