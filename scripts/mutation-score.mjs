/**
 * A changed piece of code and what the tests said to it. File, line and both codes identify it, without the line's number.
 *
 * @typedef {{
 *   file: string, line: string, code: string, replacement: string,
 *   number: number, outcome: 'killed' | 'timeout' | 'survived',
 * }} Mutant `line` is the text of the line where `code` begins; blanks are single
 *
 * @typedef {{ file: string, line: string, code: string, replacement: string, reason: string }} ListedSurvivor
 */

/**
 * Reads the mutants of a report in the schema of mutation-testing-elements. Those that could not run are left out.
 *
 * @param {{ files: Record<string, { source: string, mutants: readonly {
 *   status: string, replacement?: string,
 *   location: { start: { line: number, column: number }, end: { line: number, column: number } },
 * }[] }> }} report lines and columns begin with 1
 * @returns {Mutant[]}
 */
export function mutantsOf({ files }) {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants.flatMap(({ status, replacement = '', location: { start, end } }) => {
      const outcome = OUTCOMES[status];
      if (outcome === undefined) return [];
      const code = lines.slice(start.line - 1, end.line);
      code[code.length - 1] = (code.at(-1) ?? '').slice(0, end.column - 1);
      code[0] = (code[0] ?? '').slice(start.column - 1);
      return {
        file,
        line: squeeze(lines[start.line - 1] ?? ''),
        code: squeeze(code.join('\n')),
        replacement: squeeze(replacement),
        number: start.line,
        outcome,
      };
    });
  });
}

/** @type {Readonly<Record<string, Mutant['outcome']>>} */
const OUTCOMES = { Killed: 'killed', Timeout: 'timeout', Survived: 'survived', NoCoverage: 'survived' };

/** @param {string} code */
const squeeze = (code) => code.replace(/\s+/g, ' ').trim();

/** @param {Omit<ListedSurvivor, 'reason'>} mutant */
const keyOf = ({ file, line, code, replacement }) => JSON.stringify([file, line, code, replacement]);

/**
 * Computes the score, and compares the survivors with the list. A listed survivor counts as survived. One entry stands for
 * all mutants with the same file, line and codes.
 *
 * @param {readonly Mutant[]} mutants
 * @param {readonly ListedSurvivor[]} listed those of files without mutants are not compared
 * @returns {{ score: number, summary: string, problems: string[] }} the score in percent; the unlisted survivors, and
 *   the entries of the list that are wrong
 */
export function judgeMutants(mutants, listed) {
  const survived = mutants.filter(({ outcome }) => outcome === 'survived');
  const timeouts = mutants.filter(({ outcome }) => outcome === 'timeout').length;
  const files = new Set(mutants.map(({ file }) => file));
  const keys = new Set(listed.map(keyOf));
  const survivors = new Set(survived.map(keyOf));
  const unlisted = survived.filter((mutant) => !keys.has(keyOf(mutant)));
  const detected = mutants.length - survived.length;
  const score = mutants.length === 0 ? 100 : (100 * detected) / mutants.length;
  return {
    score,
    summary:
      `${score.toFixed(2)} % of ${mutants.length} mutants, ${detected - timeouts} killed, ${timeouts} timed out, ` +
      `${survived.length} survived (${survived.length - unlisted.length} listed)`,
    problems: [
      ...unlisted.map(
        ({ file, number, code, replacement, line }) =>
          `not listed: ${file}:${number} ${code} -> ${replacement || '(nothing)'} in: ${line}`,
      ),
      ...listed
        .filter((entry) => files.has(entry.file) && !survivors.has(keyOf(entry)))
        .map(
          ({ file, code, replacement }) =>
            `listed but killed or gone: ${file} ${code} -> ${replacement || '(nothing)'}`,
        ),
      ...listed
        .filter(({ file, reason }) => files.has(file) && reason.trim() === '')
        .map(({ file, code }) => `listed without a reason: ${file} ${code}`),
    ],
  };
}
