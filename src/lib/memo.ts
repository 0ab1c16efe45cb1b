/**
 * A function that remembers its last answer: asked again with the same arguments (by identity) it gives the same object,
 * so that a view that depends on it is not drawn again.
 */
export function memoLast<A extends readonly unknown[], R>(derive: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | null = null;
  return (...args) => {
    if (last?.args.length === args.length && args.every((arg, i) => arg === last?.args[i])) return last.result;
    last = { args, result: derive(...args) };
    return last.result;
  };
}
