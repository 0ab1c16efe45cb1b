import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Bytes, gzip, of all JavaScript that a first visit waits for: the page's entry and what it imports statically. */
const MAX_INITIAL_BYTES = 185_000;

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/**
 * Fails a build whose page begins with more JavaScript than it may, and names the biggest modules in it. What is used
 * later belongs behind a dynamic import: the editor, dialogs, menus.
 */
export function initialScripts(most = MAX_INITIAL_BYTES): Plugin {
  return {
    name: 'initial-scripts',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const refusal = tooMuch(bundle, most);
        if (refusal !== null) this.error(refusal);
      },
    },
  };
}

/** Why a bundle's page is too heavy to start with; null where it is not. Sizes of modules are those before minification. */
export function tooMuch(bundle: Bundle, most: number): string | null {
  const chunks = initialChunks(bundle);
  const bytes = sizeOf(chunks);
  if (bytes <= most) return null;
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
  const biggest = modules.sort(([, a], [, b]) => b.renderedLength - a.renderedLength).slice(0, NAMED);
  return [
    `the page begins with ${bytes} bytes of JavaScript (gzip), at most ${most} are allowed; expected what is used later to be imported when it is used. The biggest modules, before minification:`,
    ...biggest.map(([id, { renderedLength }]) => `  ${String(renderedLength).padStart(7)}  ${relative('.', id)}`),
  ].join('\n');
}

/** The page's entry and all that it imports statically. */
export function initialChunks(bundle: Bundle): Chunk[] {
  const chunks = new Map<string, Chunk>();
  const visit = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || chunks.has(name)) return;
    chunks.set(name, chunk);
    chunk.imports.forEach(visit);
  };
  for (const output of Object.values(bundle)) {
    if (output.type === 'chunk' && output.isEntry && output.facadeModuleId?.endsWith('.html')) visit(output.fileName);
  }
  if (chunks.size === 0) throw new Error('the build has no page with a script');
  return [...chunks.values()];
}

/** Bytes as a server sends them that compresses each file with gzip. */
export const sizeOf = (chunks: readonly Chunk[]): number =>
  chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0);

const NAMED = 20;
