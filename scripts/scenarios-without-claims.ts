import { sep } from 'node:path';
import type { Plugin } from 'vite';
import { firstSentence } from '../src/content/scenario.ts';

const FOLDER = 'src/content/scenarios/';

/** Parts of a scenario that only tests, the command line and readers of the code need, and what replaces them in the page. */
const REPLACED: Readonly<Record<string, (value: { readonly type: string; readonly value?: unknown }) => string>> = {
  claims: () => '[]',
  source: () => "''",
  summary: (value) => {
    if (value.type !== 'Literal' || typeof value.value !== 'string') throw new Error('a summary is one plain string');
    return JSON.stringify(firstSentence(value.value));
  },
};

/** Leaves claims, sources and all but the first sentence of each summary out of the page: most of a scenario's text. */
export const scenariosWithoutClaims = (): Plugin => ({
  name: 'scenarios-without-claims',
  apply: 'build',
  transform: {
    order: 'post',
    handler(code, id) {
      if (!id.split(sep).join('/').includes(FOLDER) || !code.includes('claims:')) return null;
      for (const statement of this.parse(code).body) {
        if (statement.type !== 'ExportDefaultDeclaration') continue;
        const { declaration } = statement;
        if (declaration.type !== 'ObjectExpression') continue;
        const parts = declaration.properties.flatMap((property) => {
          if (property.type !== 'Property' || property.key.type !== 'Identifier') return [];
          const write = REPLACED[property.key.name];
          const { start, end } = property.value;
          return write ? [{ start, end, replacement: write(property.value) }] : [];
        });
        if (parts.length !== Object.keys(REPLACED).length) break;
        // From the end, so that earlier offsets stay valid.
        const shortened = parts.reduceRight(
          (text, { start, end, replacement }) => `${text.slice(0, start)}${replacement}${text.slice(end)}`,
          code,
        );
        return { code: shortened, map: null };
      }
      throw new Error(`${id} has no claims, source or summary in the object that it exports`);
    },
  },
});
