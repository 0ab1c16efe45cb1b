import { sep } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = 'src/content/scenarios/';

/** What tests and readers of the code alone read, and what stands in its place. */
const LEFT_OUT: Readonly<Record<string, string>> = { claims: '[]', source: "''" };

/** Leaves the claims and the sources of scenarios out of the page: they are more than half of what a scenario says. */
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
          const instead = LEFT_OUT[property.key.name];
          return instead === undefined ? [] : [{ ...property.value, instead }];
        });
        if (parts.length !== Object.keys(LEFT_OUT).length) break;
        // From the end, so that the places of the others stay what they are.
        const left = parts.reduceRight(
          (text, { start, end, instead }) => `${text.slice(0, start)}${instead}${text.slice(end)}`,
          code,
        );
        return { code: left, map: null };
      }
      throw new Error(`${id} has no claims or no source where they were expected: in the object that it exports`);
    },
  },
});
