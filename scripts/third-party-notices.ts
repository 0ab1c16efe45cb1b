import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

export const NOTICES_FILE = 'third-party-notices.txt';

/** What a notice says of a package. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The text of its licence files. */
  readonly text: string;
}

interface NoticeCollector {
  /** Records the packages in a bundle. Vite builds workers apart, so each of them needs a recorder of its own. */
  record(): Plugin;
  /** Records, and writes the notices beside the bundle. */
  write(): Plugin;
  /** The notices of what was recorded so far. */
  text(): string;
}

/** Collects the licences of the packages whose code ends up in a build: what is only installed needs no notice. */
export function collectNotices(): NoticeCollector {
  const folders = new Set<string>();
  const recordFrom = (bundle: Rolldown.OutputBundle) => {
    for (const folder of packageFolders(bundle)) folders.add(folder);
  };
  const text = () => noticesText([...folders].map(readPackage));
  return {
    record: () => ({
      name: 'record-packages',
      apply: 'build',
      generateBundle: (_options, bundle) => recordFrom(bundle),
    }),
    write: () => ({
      name: 'write-notices',
      apply: 'build',
      generateBundle(_options, bundle) {
        recordFrom(bundle);
        if (folders.size > 0) this.emitFile({ type: 'asset', fileName: NOTICES_FILE, source: text() });
      },
    }),
    text,
  };
}

/** The folders of the packages that have code in a bundle. */
function packageFolders(bundle: Rolldown.OutputBundle): string[] {
  const modules = Object.values(bundle).flatMap((output) =>
    output.type === 'chunk' ? Object.entries(output.modules) : [],
  );
  return modules.flatMap(([id, { renderedLength }]) => {
    const folder = renderedLength > 0 ? folderOf(id) : null;
    return folder === null ? [] : [folder];
  });
}

/** The package folder that a module lies in: `…/node_modules/name` or `…/node_modules/@scope/name`; null for our own code. */
export function folderOf(id: string): string | null {
  // The bundler marks modules that it makes up from others with a leading NUL.
  const path = id.replace(/^\0/, '').split(sep).join('/');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null;
}

/** Reads a package's notice. A package whose licence is unknown stops the build: its code may not be shipped. */
export function readPackage(folder: string): BundledPackage {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} ${version} has no licence in its package.json`);
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim());
  if (texts.length > 0) return { name, version, licence: license, text: texts.join('\n\n') };
  const holder = typeof author === 'string' ? author : author?.name;
  if (license !== 'MIT' || !holder) throw new Error(`${name} ${version} (${license}) has no licence file`);
  return { name, version, licence: license, text: mitLicence(holder) };
}

/** The text of the MIT licence, which is also our own, for a package that names it and leaves out its file. */
const mitLicence = (holder: string): string =>
  readFileSync('LICENSE', 'utf8')
    .trim()
    .replace(/^Copyright .*$/m, () => `Copyright (c) ${holder}`);

/** The notices as one text. Packages under the very same text share it. */
export function noticesText(packages: readonly BundledPackage[]): string {
  const groups = new Map<string, string[]>();
  for (const { name, version, licence, text } of [...packages].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const heading = `${name} ${version} (${licence})`;
    groups.set(text, [...(groups.get(text) ?? []), heading]);
  }
  const parts = [...groups].map(([text, headings]) => `${RULE}\n${headings.join('\n')}\n${RULE}\n\n${text}\n`);
  return [HEAD, ...parts].join('\n');
}

const RULE = '-'.repeat(72);
const HEAD = 'The Lazy MMU Visualiser contains code of these packages.\n';

/** A page with a text in a comment at its end: a browser neither shows nor runs it. */
export function withComment(html: string, text: string): string {
  const end = html.lastIndexOf('</body>');
  if (end < 0) throw new Error('the page has no body to put a comment in');
  // Nothing in the text may close the comment.
  return `${html.slice(0, end)}<!--\n${text.replace(/--(!?)>/g, '-- $1>')}-->\n  ${html.slice(end)}`;
}
