/**
 * A Chromium for machines on which none is installed or can be: the npm package @sparticuz/chromium, made for cloud functions.
 * It includes the shared libraries and a font that a bare machine lacks. It is downloaded only when it is needed, so it is
 * not a dependency. Everything is in .browser, which git ignores.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { attempt } from './attempt.mjs';

// The last release for Node 20.
const PACKAGE = '@sparticuz/chromium@147.0.0';
const FOLDER = resolve('.browser');
const UNPACKED = join(FOLDER, 'unpacked');
const START = join(FOLDER, 'chromium');

/** The path of the start script, which exists after an installation. */
export const portable = () => START;

/** Downloads and unpacks it. Returns the start script, or undefined if that fails; the reason goes to stderr. */
export function installPortable() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(UNPACKED, { recursive: true });
  const install = ['install', '--prefix', FOLDER, '--no-save', '--no-audit', '--no-fund', PACKAGE];
  if (!attempt('npm', install, { seconds: 240 })) return undefined;
  if (!attempt('node', ['--input-type=module', '--eval', UNPACK], { seconds: 120, env: UNPACK_ENV })) return undefined;
  // The browser finds its own libraries and font through its environment, so a path alone is not enough.
  const lines = [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH='${join(UNPACKED, 'al2023/lib')}' FONTCONFIG_PATH='${join(UNPACKED, 'fonts')}'`,
    `exec '${join(UNPACKED, 'chromium')}' "$@"`,
  ];
  writeFileSync(START, `${lines.join('\n')}\n`, { mode: 0o755 });
  return START;
}

const UNPACK = `import chromium from ${JSON.stringify(join(FOLDER, 'node_modules/@sparticuz/chromium/build/esm/index.js'))}; await chromium.executablePath();`;

// The package unpacks into the folder for temporary files, and unpacks its shared libraries only in this environment.
const UNPACK_ENV = { TMPDIR: UNPACKED, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
