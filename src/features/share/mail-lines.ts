/** A line of the text for mail, and the row of the program that it speaks of; 0 for none. */
export interface MailLine {
  readonly number: number;
  readonly text: string;
  readonly row: number;
}

/** The lines of a text for mail. A row begins with its number, and what follows with `!` or `+` belongs to it. */
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
