/** Limits of SPIN: options of one d_step with inlines expanded, and characters of one inline. */
const MAX_OPTIONS = 1000;
const MAX_TEXT = 50_000;

/** Returns why SPIN would reject a model, in one sentence, or null if it accepts it. */
export function findSpinLimit(lines: readonly string[]): string | null {
  const text = lines.join('\n').replace(/\/\*[\s\S]*?\*\//g, '');
  const options = new Map<string, number>();
  const count = (part: string): number => {
    const own = part.match(/::/g)?.length ?? 0;
    return [...part.matchAll(/\b(\w+)\(/g)].reduce((sum, [, name = '']) => sum + (options.get(name) ?? 0), own);
  };
  // An inline precedes its callers.
  for (const [, name = '', body = ''] of text.matchAll(/^inline (\w+)\(\) \{([\s\S]*?)\}$/gm)) {
    if (body.length > MAX_TEXT) return tooLarge;
    options.set(name, count(body));
  }
  const steps = [...text.matchAll(/d_step \{([\s\S]*?)\}$/gm)].map(([, body = '']) => count(body));
  return Math.max(0, ...steps) > MAX_OPTIONS ? tooLarge : null;
}

const tooLarge = `a step has more than ${MAX_OPTIONS} options, too many for SPIN: use fewer pages or a smaller --capacity`;
