/**
 * Memory in bytes at which a search in this browser stops: half of the device's, because arrays need their old contents
 * while they grow. Browsers say 0.25 … 8 GiB, or nothing.
 */
export function memoryLimit(browser: Navigator): number {
  const gibibytes = 'deviceMemory' in browser ? Number(browser.deviceMemory) : UNKNOWN;
  return (gibibytes / 2) * 2 ** 30;
}

const UNKNOWN = 4;
