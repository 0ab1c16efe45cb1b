/** Writes a sub-sequence that occurs `times` in a row; the number of characters that it adds depends on `times` alone. */
export type WriteRepeat = (times: number, body: string) => string;

/**
 * Joins codes and writes repeated sub-sequences once. Greedy from the left: at each position it takes the period (of at
 * most 64 codes) that saves the most characters; it repeats this on the result while that gets shorter by a hundredth.
 */
export function foldRepeats(codes: readonly string[], write: WriteRepeat): string {
  const table = createTable();
  // Not `from`, which takes several times as long with a million.
  let folded: Int32Array = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) folded[i] = table.idOf(codes[i] as string);
  for (let before = Number.POSITIVE_INFINITY; folded.length <= 0.99 * before && folded.length > 1; ) {
    before = folded.length;
    folded = foldOnce(table, folded, write);
  }
  return Array.from(folded, (id) => table.codes[id]).join('');
}

/** Numbers for the codes and what becomes of them: comparing numbers takes a fraction of the time. */
interface CodeTable {
  readonly codes: string[];
  idOf(code: string): number;
}

function createTable(): CodeTable {
  const codes: string[] = [];
  const ids = new Map<string, number>();
  const idOf = (code: string): number => {
    const known = ids.get(code);
    if (known !== undefined) return known;
    ids.set(code, codes.length);
    return codes.push(code) - 1;
  };
  return { codes, idOf };
}

function foldOnce(table: CodeTable, ids: Int32Array, write: WriteRepeat): Int32Array {
  const following = nextSame(ids, table.codes.length);
  const lengths = prefixSums(table, ids);
  // By period: up to where the codes equal those one period later. Only ever moves right, so the whole takes linear time.
  const matched = new Int32Array(MAX_PERIOD + 1);
  const out = new Int32Array(ids.length);
  let size = 0;
  for (let at = 0; at < ids.length; ) {
    let most = 0;
    let period = 0;
    let times = 0;
    // With any other period the very first code differs from the one that it would repeat.
    for (
      let next = following[at] as number;
      next - at <= MAX_PERIOD && 2 * next - at <= ids.length;
      next = following[next] as number
    ) {
      const length = next - at;
      let until = Math.max(matched[length] as number, at);
      while (until + length < ids.length && ids[until] === ids[until + length]) until += 1;
      matched[length] = until;
      if (until < next) continue;
      const found = Math.floor((until - at) / length) + 1;
      const oneLength = (lengths[next] as number) - (lengths[at] as number);
      const saved = (found - 1) * oneLength - write(found, '').length;
      if (saved > most) [most, period, times] = [saved, length, found];
    }
    if (times === 0) {
      out[size++] = ids[at++] as number;
      continue;
    }
    // With a table of its own, so that the cost of a body does not depend on what else there is.
    const body = Array.from(ids.subarray(at, at + period), (id) => table.codes[id] as string);
    out[size++] = table.idOf(write(times, period === 1 ? (body[0] as string) : foldRepeats(body, write)));
    at += period * times;
  }
  return out.slice(0, size);
}

const MAX_PERIOD = 64;

/** Returns for each position the next one with the same code; a position after the end if there is none. */
function nextSame(ids: Int32Array, count: number): Int32Array {
  const next = new Int32Array(ids.length);
  const lastAt = new Int32Array(count).fill(2 ** 30);
  for (let at = ids.length - 1; at >= 0; at--) {
    const id = ids[at] as number;
    next[at] = lastAt[id] as number;
    lastAt[id] = at;
  }
  return next;
}

function prefixSums({ codes }: CodeTable, ids: Int32Array): Int32Array {
  const sums = new Int32Array(ids.length + 1);
  for (let i = 0; i < ids.length; i++) {
    sums[i + 1] = (sums[i] as number) + (codes[ids[i] as number] as string).length;
  }
  return sums;
}
