/** A place where builds of the application are published, one after the other, by a server of this machine's own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect } from '@playwright/test';

/** Folders with a build each. */
export interface Builds {
  readonly first: string;
  readonly second: string;
}

/** The build that the other tests look at, and one that the plugin of a configuration changed. Takes some seconds. */
export function builds(config = 'e2e/second-build.config.ts'): Builds {
  const second = mkdtempSync(join(tmpdir(), 'lazymmu-second-build-'));
  // What Playwright says of the environment would make it a build for tests.
  const { NODE_ENV: _, ...env } = process.env;
  const args = ['build', '--config', config, '--outDir', second, '--logLevel', 'error'];
  const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', ...args], { encoding: 'utf8', env });
  expect(built.status, built.stderr).toBe(0);
  return { first: 'dist', second };
}

export interface Site {
  readonly address: string;
  /** Publishes another build in the place of the one that is there. */
  publish(folder: string): void;
  /** From now on files whose path matches are not to be had, or come from this folder. */
  except(path: RegExp, folder: string | null): void;
  /** All files are those of the build again. */
  mend(): void;
  /** The paths that were asked for since the last time. */
  asked(): string[];
  /** False: whoever asks is hung up on, as if there were no network. */
  connect(yes: boolean): void;
  close(): Promise<void>;
}

/** The same files are to be had in here, as on a host of many projects, or those of a build of its own. */
export const FOLDER = '/projects/lazy/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export async function startSite(first: string, inFolder: string | null = null): Promise<Site> {
  let folder = first;
  let exception: { readonly path: RegExp; readonly folder: string | null } | null = null;
  let connected = true;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    if (!connected) {
      request.socket.destroy();
      return;
    }
    asked.push(pathname);
    const path = pathname.replace(FOLDER, '/').replace(/\/$/, '/index.html');
    const published = pathname.startsWith(FOLDER) ? (inFolder ?? folder) : folder;
    const home = exception?.path.test(path) ? exception.folder : published;
    try {
      if (home === null) throw new Error('withheld');
      const bytes = readFileSync(join(home, path));
      // A host that has everything kept for ten minutes must not keep a new version away.
      response
        .writeHead(200, { 'content-type': TYPES[extname(path)] ?? '', 'cache-control': 'max-age=600' })
        .end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    publish(next) {
      folder = next;
    },
    except(path, instead) {
      exception = { path, folder: instead };
    },
    mend() {
      exception = null;
    },
    asked: () => asked.splice(0),
    connect(yes) {
      connected = yes;
      if (!yes) server.closeAllConnections();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
