const ENCODER = new TextEncoder();

/**
 * A byte that is no part of UTF-8, in a text that was read from bytes: it stands as a lone surrogate, U+DC80 to U+DCFF, as
 * Python's `surrogateescape` has it (https://peps.python.org/pep-0383/).
 */
const ESCAPED = /(?<![\ud800-\udbff])[\udc80-\udcff]/;
const ESCAPED_OR_PLAIN = /((?<![\ud800-\udbff])[\udc80-\udcff])|(?:(?!(?<![\ud800-\udbff])[\udc80-\udcff])[^])+/g;

/** Whether a text holds bytes that are no UTF-8. */
export const holdsBytes = (text: string): boolean => ESCAPED.test(text);

/** The bytes of a text in UTF-8, those that are none among them; in hexadecimal digits, upper case. */
export function hexOfText(text: string): string {
  let hex = '';
  for (const [part, escaped] of text.matchAll(ESCAPED_OR_PLAIN)) {
    const bytes = escaped === undefined ? ENCODER.encode(part) : [escaped.charCodeAt(0) & 0xff];
    for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  }
  return hex.toUpperCase();
}
