/** The schemes that are known to be schemes: before a colon a name, or a secret, may stand as well. */
const KNOWN_SCHEME = /^(?:postgres|postgresql|mysql|mariadb|sqlite|jdbc):(?:\/\/)?/i;

/** How an address that doesn't fit is shown: any other part of it may be a password that slipped there. */
export function shownUrl(url: string): string {
  const scheme = KNOWN_SCHEME.exec(url)?.[0];
  return scheme === undefined ? 'this text' : `"${scheme}…"`;
}
