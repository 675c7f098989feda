import {
  asked,
  type BitsLiteral,
  type BytesLiteral,
  type Expression,
  type NumberLiteral,
  type Parameter,
  type StringLiteral,
  type TypedLiteral,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { cast, dataType, number, text } from '../made-nodes.js';
import type { RuleTable, Translator } from '../translator.js';
import { arrayOfQuery, HAS_ARRAYS } from './arrays/array-values.js';
import { castTo } from './casts.js';
import { jsonArray } from './documents/json-elements.js';
import { NO_NUMBERS, TAKE_NULL } from './moments/endless-values.js';
import { hexOfText, holdsBytes } from './texts/utf8-bytes.js';

/** Values that are written out. */
export const literals: RuleTable = {
  string,
  bytes,
  bits,
  number: wholeNumber,
  'typed-literal': typedLiteral,
  parameter,
  array: (node, t) => (HAS_ARRAYS[t.target] ? t.children(node) : jsonArray(node.items, node, t)),
  'array-query': (node, t) => (HAS_ARRAYS[t.target] ? t.children(node) : arrayOfQuery(node, t)),
  variable: (node, t) =>
    t.refuse(node, `\`${t.textOf(node)}\` is a variable of the session, and the target has none.`, 'Use a parameter.'),
  'variable-assignment': (node, t) =>
    t.refuse(node, 'A variable that is assigned while the query runs has no counterpart.', 'Use a window function.'),
  interval: (node, t) =>
    t.refuse(node, 'An interval stands here by itself.', 'Add it to a date or subtract it from one.'),
};

/** Whether a text that is written out may hold the character NUL. */
const HOLDS_NUL: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

function string(node: StringLiteral, t: Translator): Expression {
  const { span, charset } = node;
  if (charset === 'binary' && t.source === 'MYSQL')
    return BYTES[t.target]({ kind: 'bytes', hex: hexOfText(node.value), span }, t);
  if (asked(node, holdsBytes)) {
    t.refuse(
      node,
      'This text holds bytes that are no UTF-8.',
      'Name the `--encoding` of the script; or dump again, binary columns as hexadecimal (`mysqldump --hex-blob`).',
    );
  }
  if (asked(node, holdsNul) && !HOLDS_NUL[t.target]) t.refuse(node, 'The target’s texts hold no NUL.', 'Use bytes.');
  return isPlain(node) ? node : text(node.value, span);
}

const holdsNul = (content: string): boolean => content.includes('\0');

const isPlain = ({ charset, national, comments }: StringLiteral): boolean =>
  charset === undefined && national === undefined && comments === undefined;

const BYTES: Readonly<Record<DialectName, (node: BytesLiteral, t: Translator) => Expression>> = {
  POSTGRESQL: ({ hex, span }) => cast(text(`\\x${hex.toLowerCase()}`, span), dataType('bytea', span)),
  MYSQL: ({ hex, span }) => ({ kind: 'bytes', hex, span }),
  SQLITE: ({ hex, span }) => ({ kind: 'bytes', hex, span }),
};

/** MySQL's bytes are text where a character set stands before them. */
function bytes(node: BytesLiteral, t: Translator): Expression {
  if (node.charset === undefined) return BYTES[t.target](node, t);
  const codes = node.hex.match(/../g) ?? [];
  if (codes.some((code) => parseInt(code, 16) > 127)) t.refuse(node, 'Bytes beyond ASCII as text of a character set.');
  return text(String.fromCharCode(...codes.map((code) => parseInt(code, 16))), node.span);
}

function bits(node: BitsLiteral, t: Translator): Expression {
  const { digits, span } = node;
  // bytes of a number in MySQL, a type of its own in PostgreSQL
  if (t.from.features.hexIsBits) t.refuse(node, 'The target has no bit strings.', 'Write the bits as an integer.');
  return number(digits === '' ? 0n : BigInt(`0b${digits}`), span);
}

const hasRadix = (content: string): boolean => /^0[xob]/i.test(content);
const isEndless = (content: string): boolean => /e/i.test(content) && !Number.isFinite(Number(content));

/**
 * A whole number in hexadecimal digits is bytes to another dialect, and one that is too large is SQLite's infinity, as its shell
 * writes it.
 */
function wholeNumber(node: NumberLiteral, t: Translator): Expression {
  if (t.source === 'SQLITE' && asked(node, isEndless)) {
    if (t.target === 'POSTGRESQL') return cast(text('Infinity', node.span), dataType('double precision', node.span));
    t.refuse(node, NO_NUMBERS, TAKE_NULL);
  }
  return asked(node, hasRadix) ? number(BigInt.asIntN(64, BigInt(node.text)), node.span) : node;
}

/** A typed literal is its text, cast: each dialect says so in its own way. */
function typedLiteral(node: TypedLiteral, t: Translator): Expression {
  return castTo(node.value, node.type, node, t);
}

/** All places for values become numbered ones or named ones; `place-styles.ts` writes them in the target's style. */
function parameter(node: Parameter, t: Translator): Expression {
  if (node.name !== undefined) return { ...node, spelling: `:${node.name}` };
  const place = node.number ?? t.places.get(node) ?? 1;
  return { ...node, number: place, spelling: `$${place}` };
}
