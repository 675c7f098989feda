import type { Expression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import type { Translator } from '../../translator.js';
import { text } from '../../made-nodes.js';
import { hexOfText } from './utf8-bytes.js';

const HEX = /^\\x((?:[0-9a-f]{2}|\s)*)$/i;
const ESCAPE = /\\(?:(\\)|([0-3][0-7]{2})|)|([^\\]+)/g;

/** What PostgreSQL reads for the same bytes. */
const PRINTED = /^[\x20-\x5b\x5d-\x7e]*$/;

/**
 * The bytes that a written text stands for, where its column keeps bytes. PostgreSQL reads `\x00ff`, or the older form with
 * octal codes; to MySQL a text is its bytes. Any other expression, and what is neither, gives undefined, and so does a text
 * that the target takes for the same bytes.
 * https://www.postgresql.org/docs/current/datatype-binary.html
 */
export function bytesOfText(value: Expression, t: Translator): Expression | undefined {
  // SQLite keeps a number as such among bytes; PostgreSQL takes none for them
  if (value.kind === 'number' && t.source === 'SQLITE' && t.target === 'POSTGRESQL')
    return text(value.text, value.span);
  if (value.kind !== 'string') return undefined;
  const hex = HEX_OF_TEXT[t.source](value.value, t);
  return hex === undefined
    ? undefined
    : (t.raw({ kind: 'bytes', hex: hex.toUpperCase(), span: value.span }) as Expression);
}

const HEX_OF_TEXT: Readonly<Record<DialectName, (text: string, t: Translator) => string | undefined>> = {
  POSTGRESQL: (text) => HEX.exec(text)?.[1]?.replace(/\s/g, '') ?? escapedBytes(text),
  MYSQL: (text, t) => (t.target === 'POSTGRESQL' && PRINTED.test(text) ? undefined : hexOfText(text)),
  // a text in such a column stays one, and only PostgreSQL would read codes in it
  SQLITE: (text, t) => (t.target === 'POSTGRESQL' && !PRINTED.test(text) ? hexOfText(text) : undefined),
};

/** Backslashes stand for themselves twice, and before three octal digits for a byte. */
function escapedBytes(text: string): string | undefined {
  let hex = '';
  for (const [all, backslash, octal, plain] of text.matchAll(ESCAPE)) {
    if (backslash !== undefined) hex += '5c';
    else if (octal !== undefined) hex += parseInt(octal, 8).toString(16).padStart(2, '0');
    else if (plain !== undefined && all !== '') hex += hexOfText(plain);
    else return undefined;
  }
  return hex;
}
