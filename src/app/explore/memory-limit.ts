/**
 * Memory in bytes at which a search in this browser stops: half of the device's, because arrays need their old contents
 * while they grow, and at most 4 GiB. Browsers say 0.25 … 32 GiB, or nothing.
 */
export function memoryLimit(browser: Navigator): number {
  const gibibytes = 'deviceMemory' in browser ? Number(browser.deviceMemory) : UNKNOWN;
  return Math.min(gibibytes / 2, MOST) * 2 ** 30;
}

const UNKNOWN = 4;
const MOST = 4;

/**
 * Memory in bytes that a worker takes beside what its search reports: its heap and its code. A search of any size makes the
 * page's process grow by 15 to 75 MB more than its arrays hold (`npm run bench -- memory`).
 */
export const WORKER_BYTES = 25_000_000;
