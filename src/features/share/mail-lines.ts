/** A line of the plain text, and the row of its table that it belongs to; 0 for none. */
export interface MailLine {
  readonly number: number;
  readonly text: string;
  readonly row: number;
}

/** Splits the plain text into lines. A row begins with its number; lines with `!` or `+` that follow belong to it. */
export function mailLines(text: string): readonly MailLine[] {
  let row = 0;
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => {
      const [, own] = /^(\d+) +\S/.exec(line) ?? [];
      if (own !== undefined) row = Number(own);
      else if (!/^[!+] /.test(line)) row = 0;
      return { number: index + 1, text: line, row };
    });
}
