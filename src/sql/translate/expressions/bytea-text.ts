import type { Expression } from '../../ast/index.js';
import type { Translator } from '../translator.js';

const HEX = /^\\x((?:[0-9a-f]{2}|\s)*)$/i;
const ESCAPE = /\\(?:(\\)|([0-3][0-7]{2})|)|([^\\]+)/g;

/**
 * The bytes that PostgreSQL reads a written text for, where it takes it for bytes: `\x00ff`, or the older form with
 * octal codes. Any other expression, and what is neither, gives undefined.
 * https://www.postgresql.org/docs/current/datatype-binary.html
 */
export function bytesOfText(value: Expression, t: Translator): Expression | undefined {
  if (value.kind !== 'string' || t.source !== 'POSTGRESQL') return undefined;
  const hex = HEX.exec(value.value)?.[1]?.replace(/\s/g, '') ?? escapedBytes(value.value);
  return hex === undefined
    ? undefined
    : (t.raw({ kind: 'bytes', hex: hex.toUpperCase(), span: value.span }) as Expression);
}

/** Backslashes stand for themselves twice, and before three octal digits for a byte. */
function escapedBytes(text: string): string | undefined {
  let hex = '';
  for (const [all, backslash, octal, plain] of text.matchAll(ESCAPE)) {
    if (backslash !== undefined) hex += '5c';
    else if (octal !== undefined) hex += parseInt(octal, 8).toString(16).padStart(2, '0');
    else if (plain !== undefined && all !== '') hex += hexOf(plain);
    else return undefined;
  }
  return hex;
}

/** In UTF-8, as databases keep their texts. */
const hexOf = (text: string): string =>
  encodeURIComponent(text).replace(
    /%([0-9A-F]{2})|[^]/g,
    (all: string, code?: string) => code ?? all.charCodeAt(0).toString(16).padStart(2, '0'),
  );
