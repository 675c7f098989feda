import type {
  BytesLiteral,
  BitsLiteral,
  Expression,
  NumberLiteral,
  Parameter,
  StringLiteral,
  Variable,
} from '../../ast/index.js';
import type { Token } from '../../lexer/token.js';
import { unquote } from '../../lexer/unquote.js';
import type { Cursor } from '../cursor.js';

const spanOf = ({ start, end }: Token): { start: number; end: number } => ({ start, end });

/** A number; `0x1F` and `0b1` are bytes and bits in MySQL. */
export function parseNumber(cursor: Cursor): NumberLiteral | BytesLiteral | BitsLiteral {
  const token = cursor.next();
  const text = token.text.replaceAll('_', '');
  const radix = text.slice(0, 2).toLowerCase();
  if (cursor.dialect.features.hexNumbersAreBytes && radix === '0x')
    return { ...bytes(token, text.slice(2)), prefixed: true };
  if (cursor.dialect.features.hexNumbersAreBytes && radix === '0b') {
    return { kind: 'bits', digits: text.slice(2), span: spanOf(token) };
  }
  return { kind: 'number', text, span: spanOf(token) };
}

function bytes(token: Token, digits: string, charset?: string): BytesLiteral {
  const hex = (digits.length % 2 === 0 ? digits : `0${digits}`).toUpperCase();
  const node = { kind: 'bytes', hex, span: spanOf(token) } as const;
  return charset === undefined ? node : { ...node, charset };
}

/** 'text', with MySQL's strings side by side joined to one. */
export function parseString(cursor: Cursor): StringLiteral | BytesLiteral | BitsLiteral {
  const { start } = cursor;
  const first = cursor.next();
  const introducer = /^_(\w+)/.exec(first.text)?.[1];
  let value = unquote(first, cursor.dialect, takeEscape(cursor, first));
  while (cursor.dialect.features.joinsStrings && cursor.token()?.kind === 'string') {
    value += unquote(cursor.next(), cursor.dialect);
  }
  const national = /^n'/i.test(first.text);
  return {
    kind: 'string',
    value,
    ...(introducer !== undefined && { charset: introducer }),
    ...(national && { national }),
    span: cursor.since(start),
  };
}

/** UESCAPE 'character', behind U&'…' */
export function takeEscape(cursor: Cursor, { text }: Token): string | undefined {
  if (!text.startsWith('U&') && !text.startsWith('u&')) return undefined;
  if (cursor.key() !== 'UESCAPE' || cursor.token(1)?.kind !== 'string') return undefined;
  cursor.index += 2;
  return cursor.token(-1)?.text.slice(1, -1);
}

const binaryOf = (hex: string): string =>
  hex.replace(/[\da-f]/gi, (digit) => parseInt(digit, 16).toString(2).padStart(4, '0'));

/** x'1F' and b'101' */
export function parseBlob(cursor: Cursor): BytesLiteral | BitsLiteral {
  const token = cursor.next();
  const base = token.text.charAt(0).toLowerCase();
  const digits = token.text.slice(2, -1).replace(/['\s]/g, '');
  if (!(base === 'x' ? /^[\da-f]*$/i : /^[01]*$/).test(digits)) {
    cursor.index -= 1;
    cursor.unexpected(base === 'x' ? 'hexadecimal digits in the quotes' : 'zeros and ones in the quotes');
  }
  if (base === 'b') return { kind: 'bits', digits, span: spanOf(token) };
  if (cursor.dialect.features.hexIsBits) return { kind: 'bits', digits: binaryOf(digits), span: spanOf(token) };
  return bytes(token, digits);
}

/** MySQL's `_latin1 0x41` and `_utf8mb4 'text'`: a word that starts with an underscore, with a literal behind it. */
export function parseIntroduced(cursor: Cursor): Expression | undefined {
  const token = cursor.token();
  const { charsetIntroducers } = cursor.dialect.quoting;
  if (!charsetIntroducers || token?.kind !== 'word' || !token.text.startsWith('_')) return undefined;
  const literal = cursor.token(1);
  if (literal === undefined || !['string', 'blob', 'number'].includes(literal.kind)) return undefined;
  cursor.index += 1;
  const charset = token.text.slice(1);
  const node =
    literal.kind === 'string' ? parseString(cursor) : literal.kind === 'blob' ? parseBlob(cursor) : parseNumber(cursor);
  const span = cursor.since(token.start);
  return node.kind === 'number' ? { ...node, span } : { ...node, charset, span };
}

export function parseParameter(cursor: Cursor): Parameter {
  const token = cursor.next();
  const node = { kind: 'parameter', spelling: token.text, span: spanOf(token) } as const;
  if (token.kind !== 'placeholder') return node;
  if ('number' in token) return { ...node, number: token.number };
  return 'name' in token ? { ...node, name: token.name } : node;
}

const SCOPE = /^@@(?:(global|session|local|persist_only|persist)\s*\.\s*)?/i;

/** @name, @`name`, @@name, @@scope.name */
export function parseVariable(cursor: Cursor): Variable {
  const token = cursor.next();
  const span = spanOf(token);
  const system = SCOPE.exec(token.text);
  if (system === null) {
    const text = token.text.slice(1);
    const quoted = /^["'`]/.test(text);
    const name = quoted ? unquote({ kind: 'quoted-name', text, start: 0, end: text.length }, cursor.dialect) : text;
    return { kind: 'variable', name, span };
  }
  const scope = (system[1] ?? '').toUpperCase() as NonNullable<Variable['system']>;
  return { kind: 'variable', name: token.text.slice(system[0].length), system: scope, span };
}
