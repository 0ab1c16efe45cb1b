/** What axe says of a page: the source is run in it once, and its rules as often as asked. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** Which rules: all that axe has, these alone, or all but these. */
export type Rules = 'all' | { readonly only: readonly string[] } | { readonly allBut: readonly string[] };

/**
 * What breaks a rule, in one line each: the rule, the element and what to do. Frames within the page are not looked into;
 * ours has none.
 */
export async function violations(page: Page, rules: Rules = 'all'): Promise<string[]> {
  // The builder for Playwright runs the source anew for each question and puts the answer together in a second page: most
  // of the time that the tests took.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (asked) => {
    // What a page does about another look, it has done by the next frame.
    await new Promise((done) => requestAnimationFrame(done));
    const { run } = Reflect.get(globalThis, 'axe') as typeof axe;
    const { violations: found } = await run(document, {
      ...asked,
      resultTypes: ['violations'],
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
  }, optionsOf(rules));
}

function optionsOf(rules: Rules): axe.RunOptions {
  if (rules === 'all') return {};
  if ('only' in rules) return { runOnly: [...rules.only] };
  return { rules: Object.fromEntries(rules.allBut.map((name) => [name, { enabled: false }])) };
}
