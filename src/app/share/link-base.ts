import type { LinkBase } from '../state/services.ts';

/** The remark on a link with a local address. */
export const LOCAL_LINK = 'it works on this machine only';

/**
 * Returns the base of links: the address of the published page, otherwise the page's own. The address of a file or of a
 * server on this machine is local: it does not work elsewhere.
 */
export function linkBaseOf(
  { href, protocol, hostname }: Pick<Location, 'href' | 'protocol' | 'hostname'>,
  published: string | null,
): LinkBase {
  if (published !== null) return { base: published, isLocal: false };
  const isLocal = !['http:', 'https:'].includes(protocol) || LOCAL_HOST.test(hostname);
  return { base: href.replace(/#.*/, ''), isLocal };
}

const LOCAL_HOST = /^(?:(?:.*\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** Completes a link for a text or a picture to share. A local address is left out: others cannot open it. */
export const toPublicLink = ({ base, isLocal }: LinkBase, fragment: string): string =>
  isLocal ? fragment : base + fragment;
