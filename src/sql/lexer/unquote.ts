import type { Dialect } from '../dialects/dialect.js';
import type { Token } from './token.js';

/** What a name in quotes, or a string, says: quotes taken away, doubled quotes halved, escapes resolved. */
export function unquote(token: Token, dialect: Dialect, unicodeEscape = '\\'): string {
  const { text } = token;
  const open = text.search(/["'`[$]/);
  const sign = text[open] ?? '';
  const prefix = text.slice(0, open).toLowerCase();
  if (sign === '$') return dollarBody(text);
  if (sign === '[') return text.slice(1, -1);
  const escapes =
    token.kind !== 'quoted-name' &&
    (prefix === 'e' || (dialect.quoting.backslashEscapes && prefix !== 'x' && prefix !== 'b'));
  const body = joinParts(text.slice(open), sign, escapes);
  if (escapes) return resolveBackslashes(body, sign, dialect);
  const whole = body.replaceAll(sign + sign, sign);
  return prefix === 'u&' ? resolveUnicode(whole, unicodeEscape) : whole;
}

function dollarBody(text: string): string {
  const tag = text.slice(0, text.indexOf('$', 1) + 1);
  return text.slice(tag.length, -tag.length);
}

/** The body of a string; of PostgreSQL's, that goes on in a later line's quotes, all bodies together. */
function joinParts(text: string, sign: string, escapes: boolean): string {
  let body = '';
  let at = 0;
  while (at < text.length) {
    const end = closingQuote(text, at, sign, escapes);
    body += text.slice(at + 1, end);
    at = text.indexOf(sign, end + 1);
    if (at < 0) break;
  }
  return body;
}

function closingQuote(text: string, open: number, sign: string, escapes: boolean): number {
  for (let at = open + 1; at < text.length; at += 1) {
    if (escapes && text[at] === '\\') at += 1;
    else if (text[at] === sign) {
      if (text[at + 1] !== sign) return at;
      at += 1;
    }
  }
  return text.length - 1;
}

/** What a letter behind a backslash stands for; MySQL's table and that of PostgreSQL's E strings. */
const MYSQL_ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\x1a',
  '%': '\\%',
  _: '\\_',
};
const POSTGRESQL_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const POSTGRESQL_CODE = /^(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3}))/;

/**
 * https://dev.mysql.com/doc/refman/8.4/en/string-literals.html#character-escape-sequences,
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE
 */
function resolveBackslashes(body: string, sign: string, dialect: Dialect): string {
  const simple = dialect.quoting.backslashEscapes ? MYSQL_ESCAPES : POSTGRESQL_ESCAPES;
  let text = '';
  for (let at = 0; at < body.length; at += 1) {
    const character = body.charAt(at);
    if (character === sign) at += 1;
    if (character !== '\\') {
      text += character;
      continue;
    }
    at += 1;
    const code = dialect.quoting.backslashEscapes ? null : POSTGRESQL_CODE.exec(body.slice(at, at + 9));
    if (code === null) text += simple[body.charAt(at)] ?? body.charAt(at);
    else {
      const digits = code[1] ?? code[2] ?? code[3];
      const value = digits === undefined ? parseInt(code[4] ?? '0', 8) : parseInt(digits, 16);
      text += value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd';
      at += code[0].length - 1;
    }
  }
  return text;
}

/** `\XXXX` and `\+XXXXXX` of U&'…', with the escape character that UESCAPE says. */
function resolveUnicode(text: string, escape: string): string {
  let resolved = '';
  let at = 0;
  for (let next = text.indexOf(escape); next >= 0; next = text.indexOf(escape, at)) {
    const code = UNICODE_CODE.exec(text.slice(next + 1, next + LONGEST_CODE));
    const digits = code?.[1] ?? code?.[2];
    const value = digits === undefined ? NaN : parseInt(digits, 16);
    resolved += text.slice(at, next) + (value <= 0x10ffff ? String.fromCodePoint(value) : escape);
    const doubled = digits === undefined && text[next + 1] === escape;
    at = next + 1 + (code?.[0].length ?? (doubled ? 1 : 0));
  }
  return resolved + text.slice(at);
}

const UNICODE_CODE = /^(?:\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4}))/;
const LONGEST_CODE = 8;
