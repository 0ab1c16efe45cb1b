import { sep } from 'node:path';
import type { Plugin } from 'vite';
import { firstSentence } from '../src/content/scenario.ts';

const FOLDER = 'src/content/scenarios/';

/** What tests, the command line and readers of the code alone read, and what stands in its place. */
const LEFT_OUT: Readonly<Record<string, (value: { readonly type: string; readonly value?: unknown }) => string>> = {
  claims: () => '[]',
  source: () => "''",
  summary: (value) => {
    if (value.type !== 'Literal' || typeof value.value !== 'string') throw new Error('a summary is one plain string');
    return JSON.stringify(firstSentence(value.value));
  },
};

/** Leaves the claims, the sources and all but the summaries' first sentences out of the page: most of what a scenario says. */
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
          const write = LEFT_OUT[property.key.name];
          const { start, end } = property.value;
          return write ? [{ start, end, instead: write(property.value) }] : [];
        });
        if (parts.length !== Object.keys(LEFT_OUT).length) break;
        // From the end, so that the places of the others stay what they are.
        const left = parts.reduceRight(
          (text, { start, end, instead }) => `${text.slice(0, start)}${instead}${text.slice(end)}`,
          code,
        );
        return { code: left, map: null };
      }
      throw new Error(`${id} has no claims, source or summary where they were expected: in the object that it exports`);
    },
  },
});
