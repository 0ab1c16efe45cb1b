import { sep } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = 'src/content/scenarios/';

/** Leaves the claims of scenarios out of the page: tests alone read them, and they are half of what a scenario says. */
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
        for (const property of declaration.properties) {
          if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
          if (property.key.name !== 'claims') continue;
          const { start, end } = property.value;
          return { code: `${code.slice(0, start)}[]${code.slice(end)}`, map: null };
        }
      }
      throw new Error(`${id} has no claims where they were expected: in the object that it exports`);
    },
  },
});
