import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { firstSentence } from '../src/content/scenario.ts';
import { scenarios } from '../src/content/scenarios/index.ts';
import { scenariosWithoutClaims } from './scenarios-without-claims.ts';

test('a built scenario has no claims, no source and only the first sentence of its summary', async () => {
  const [scenario] = scenarios.all;
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [scenariosWithoutClaims()],
    build: {
      write: false,
      minify: false,
      lib: { entry: entryOf(scenario?.id ?? ''), formats: ['es'], fileName: 'scenario' },
    },
  })) as Rolldown.RolldownOutput[];
  const code = output[0]?.output[0].code ?? '';
  const { default: built } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(built).toEqual({ ...scenario, claims: [], source: '', summary: firstSentence(scenario?.summary ?? '') });
});

const entryOf = (id: string): string => {
  const folder = 'src/content/scenarios';
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => basename(name) === `${id}.ts`);
  return `${folder}/${file}`;
};
