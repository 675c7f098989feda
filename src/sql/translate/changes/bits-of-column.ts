import type { BitsLiteral, Expression } from '../../ast/index.js';
import { INTEGER_TYPES } from '../expressions/numbers/number-types.js';
import { hexOfText } from '../expressions/texts/utf8-bytes.js';
import { boolean, number, text } from '../made-nodes.js';
import type { RelationColumn } from '../../typing/index.js';
import type { Translator } from '../translator.js';

const WIDTH = /^bit(?: varying)?\((\d+)\)/i;

/**
 * A written value of a column that its source, MySQL, keeps as bits: a number there, however it is written, and to the target
 * a truth value, a number or a string of bits. Undefined for any other value or column.
 * https://dev.mysql.com/doc/refman/8.4/en/bit-type.html
 */
export function bitsOfColumn(
  value: Expression,
  column: RelationColumn | undefined,
  t: Translator,
): Expression | undefined {
  if (value.kind === 'bits' && t.source === 'POSTGRESQL') return writtenBitString(value, column, t);
  // a number in hexadecimal digits: https://dev.mysql.com/doc/refman/8.4/en/hexadecimal-literals.html
  const isNumber = t.source === 'MYSQL' && value.kind === 'bytes' && value.prefixed === true;
  const isMeant = column?.type?.bits === true || (isNumber && INTEGER_TYPES.has(column?.type?.type));
  if (column?.type === undefined || !isMeant) return undefined;
  const bits = writtenBits(value);
  if (bits === undefined) return undefined;
  const { span } = value;
  if (column.type.type === 'BOOLEAN') return t.target === 'POSTGRESQL' ? boolean(bits > 0n, span) : number(bits, span);
  const width = WIDTH.exec(column.databaseType ?? '')?.[1];
  return t.target === 'POSTGRESQL' && width !== undefined
    ? { kind: 'bits', digits: bits.toString(2).padStart(Number(width), '0'), span }
    : number(bits, span);
}

/** PostgreSQL's bits of any length are a text of digits elsewhere, and those of one length a number. */
function writtenBitString(
  { digits, span }: BitsLiteral,
  column: RelationColumn | undefined,
  t: Translator,
): Expression | undefined {
  if (t.target === 'POSTGRESQL' || column?.type === undefined) return undefined;
  return column.type.type === 'TEXT' ? text(digits, span) : number(BigInt(`0b0${digits}`), span);
}

function writtenBits(value: Expression): bigint | undefined {
  if (value.kind === 'number') return /^\d+$/.test(value.text) ? BigInt(value.text) : undefined;
  if (value.kind === 'bytes') return BigInt(`0x0${value.hex}`);
  if (value.kind === 'bits') return BigInt(`0b0${value.digits}`);
  return value.kind === 'string' ? BigInt(`0x0${hexOfText(value.value)}`) : undefined;
}
