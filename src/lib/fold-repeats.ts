/** Writes a sub-sequence that occurs `times` in a row; the number of characters that it adds depends on `times` alone. */
export type WriteRepeat = (times: number, body: string) => string;

/**
 * Joins codes and writes repeated sub-sequences once. Greedy from the left: at each position it takes the period (of at
 * most 64 codes) that saves the most characters; it repeats this on the result while that gets shorter.
 */
export function foldRepeats(codes: readonly string[], write: WriteRepeat): string {
  let folded = codes;
  for (let before = Number.POSITIVE_INFINITY; folded.length < before; ) {
    before = folded.length;
    folded = foldOnce(folded, write);
  }
  return folded.join('');
}

function foldOnce(codes: readonly string[], write: WriteRepeat): readonly string[] {
  const ids = internAll(codes);
  const following = nextSame(ids);
  const lengths = prefixSums(codes);
  // By period: up to where the codes equal those one period later. Only ever moves right, so the whole takes linear time.
  const matched = new Array<number>(MAX_PERIOD + 1).fill(0);
  const out: string[] = [];
  for (let at = 0; at < codes.length; ) {
    let best = { saved: 0, period: 0, times: 0 };
    // With any other period the very first code differs from the one that it would repeat.
    for (
      let next = following[at] ?? 0;
      next - at <= MAX_PERIOD && 2 * next - at <= codes.length;
      next = following[next] ?? 0
    ) {
      const period = next - at;
      let until = Math.max(matched[period] ?? 0, at);
      while (until + period < ids.length && ids[until] === ids[until + period]) until += 1;
      matched[period] = until;
      const times = Math.floor((until - at) / period) + 1;
      const length = (lengths[at + period] ?? 0) - (lengths[at] ?? 0);
      const saved = (times - 1) * length - write(times, '').length;
      if (times > 1 && saved > best.saved) best = { saved, period, times };
    }
    if (best.times === 0) {
      out.push(codes[at] ?? '');
      at += 1;
      continue;
    }
    out.push(write(best.times, foldRepeats(codes.slice(at, at + best.period), write)));
    at += best.period * best.times;
  }
  return out;
}

const MAX_PERIOD = 64;

function internAll(codes: readonly string[]): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(codes, (code) => {
    const id = known.get(code) ?? known.size;
    if (id === known.size) known.set(code, id);
    return id;
  });
}

/** Returns for each position the next one with the same code; a position after the end if there is none. */
function nextSame(ids: Int32Array): Int32Array {
  const next = new Int32Array(ids.length);
  const lastAt = new Int32Array(ids.length).fill(2 ** 30);
  for (let at = ids.length - 1; at >= 0; at--) {
    const id = ids[at] ?? 0;
    next[at] = lastAt[id] ?? 0;
    lastAt[id] = at;
  }
  return next;
}

function prefixSums(codes: readonly string[]): Int32Array {
  const sums = new Int32Array(codes.length + 1);
  codes.forEach((code, i) => {
    sums[i + 1] = (sums[i] ?? 0) + code.length;
  });
  return sums;
}
