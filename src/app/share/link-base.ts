import type { LinkBase } from '../state/services.ts';

/** What is said of a link that begins with a local address. */
export const LOCAL_LINK = 'it works on this machine only';

/**
 * Finds what links begin with: the address at which the page is published, or where there is none the page's own. A file or a
 * server on this machine has an address that leads nowhere elsewhere.
 */
export function linkBaseOf(
  { href, protocol, hostname }: Pick<Location, 'href' | 'protocol' | 'hostname'>,
  published: string | null,
): LinkBase {
  if (published !== null) return { base: published, isLocal: false };
  const isLocal = !/^https?:$/.test(protocol) || LOCAL_HOST.test(hostname);
  return { base: href.replace(/#.*$/s, ''), isLocal };
}

const LOCAL_HOST = /^(?:(?:.*\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** Completes a link for a text or a picture that others read. A local address stays out of it: it names a folder, or nothing. */
export const toPublicLink = ({ base, isLocal }: LinkBase, fragment: string): string =>
  isLocal ? fragment : base + fragment;
