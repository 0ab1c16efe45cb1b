/** A text as its parts and how often each is repeated, so that an input of four million characters is a short line. */
export type Shape = readonly (readonly [part: string, times: number])[];

export const textOf = (shape: Shape): string => shape.map(([part, times]) => part.repeat(times)).join('');

/** Cuts a shape to a number of characters, within a repeated part if need be. */
export function cutShape(shape: Shape, length: number): Shape {
  const cut: (readonly [string, number])[] = [];
  let left = length;
  for (const [part, times] of shape) {
    if (left <= 0 || part === '') break;
    const whole = Math.min(times, Math.floor(left / part.length));
    cut.push([part, whole]);
    left -= whole * part.length;
    if (whole === times) continue;
    cut.push([part.slice(0, left), 1]);
    break;
  }
  return cut;
}
