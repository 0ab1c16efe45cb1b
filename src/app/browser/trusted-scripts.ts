/** The part of Trusted Types that is used. A browser without it takes the address as it is. */
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptRules): ScriptRules;
}

interface ScriptRules {
  createScriptURL(address: string): string;
}

declare const trustedTypes: PolicyFactory | undefined;

/** The only policy that the page's Content-Security-Policy allows. */
export const SCRIPT_POLICY = 'lazy-mmu-workers';

/** The scripts of a build: the service worker, and the workers as files or as text inside the page in one file. */
const OWN_SCRIPT = /^(?:sw\.js|assets\/[\w-]+\.js)$/;

interface Place {
  /** The page's address. */
  readonly page: string;
  /** The page's origin; `null` on a page that was opened from disk. */
  readonly origin: string;
}

/** Whether an address is a worker of this page's own build. Blobs of this origin are made by this page alone. */
export function isOwnScript(address: string, { page, origin }: Place): boolean {
  const { href, protocol } = new URL(address, page);
  if (protocol === 'blob:') return href.startsWith(`blob:${origin}/`);
  const folder = new URL('.', page).href;
  return href.startsWith(folder) && OWN_SCRIPT.test(href.slice(folder.length));
}

let policy: ScriptRules | null = null;

/** Returns the address of a worker in the form that browsers with Trusted Types demand. Throws for a script of anybody else. */
export function trustedScriptUrl(address: string): string {
  if (typeof trustedTypes === 'undefined') return address;
  policy ??= trustedTypes.createPolicy(SCRIPT_POLICY, {
    createScriptURL(given) {
      if (isOwnScript(given, { page: location.href, origin: self.origin })) return given;
      throw new TypeError(`"${given}" is not a worker of this page`);
    },
  });
  return policy.createScriptURL(address);
}
