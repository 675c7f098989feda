import {
  writtenOut,
  type BitsLiteral,
  type BytesLiteral,
  type DataType,
  type Name,
  type StringLiteral,
  type Variable,
} from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { parenthesizedList, words } from './documents.js';
import { concat, type Doc, join } from './layout.js';
import { PRIMARY } from './precedence.js';
import type { Printer, PrintTable } from './printer.js';
import { refuse } from './refusal.js';
import { isAsciiWord } from './word-sieve.js';

/** What a name stands for: any word may follow a dot or AS, some reserved words name functions. */
export type NameRole = 'name' | 'any' | 'function';

/** Names, types and literals. */
export const namesAndLiterals = {
  name: (node, printer) => nameText(node, 'name', printer),
  'qualified-name': ({ parts }, printer) => path(parts, printer),
  'data-type': dataType,
  null: () => 'NULL',
  boolean: ({ value }) => (value ? 'TRUE' : 'FALSE'),
  number: (node) => writtenOut(node, inDigits),
  string: stringLiteral,
  bytes: bytesLiteral,
  bits: bitsLiteral,
  'typed-literal': ({ type, value }, printer) => {
    const { intervalFields, ...plain } = type;
    return words(printer.print(plain), printer.print(value), intervalFields);
  },
  interval: ({ value, unit }, printer) => {
    // any expression may stand here; parentheses show where it ends
    const level = printer.symbols.prefix.get('minus')?.rule.precedence ?? PRIMARY;
    return words('INTERVAL', printer.operand(value, level), unit);
  },
  parameter: ({ spelling }) => spelling,
  variable: (node, printer) => variable(node, printer.dialect),
  keyword: ({ word }) => word,
  star: ({ qualifier }, printer) => (qualifier.length === 0 ? '*' : concat([path(qualifier, printer), '.*'])),
  column: ({ parts }, printer) => path(parts, printer),
} satisfies Partial<PrintTable>;

/** A name with dots between its parts; `role` is that of the first one. */
export function path(parts: readonly Name[], printer: Printer, role: NameRole = 'name'): Doc {
  const behindDot: NameRole = printer.dialect.keywords.anyAfterDot ? 'any' : 'name';
  const [first] = parts;
  if (parts.length === 1) return printer.name(first as Name, role);
  return join(
    '.',
    parts.map((part, index) => printer.name(part, index === 0 ? role : behindDot)),
  );
}

/** A name, in quotes where it was quoted or would be read as something else without. */
export function nameText({ value, quoted }: Name, role: NameRole, printer: Printer): string {
  if (!quoted && (role === 'any' || !printer.sieve.mayHave(value)) && isAsciiWord(value)) return value;
  if (!quoted && isWord(value, printer.dialect) && mayBeBare(value.toUpperCase(), role, printer.dialect)) return value;
  return quotedName(value, printer);
}

export function quotedName(value: string, { rules: { nameQuote } }: Printer): string {
  return `${nameQuote}${value.replaceAll(nameQuote, nameQuote + nameQuote)}${nameQuote}`;
}

const WORD = /^[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*$/;
const WORD_OF_ANY_START = /^[\w$\u0080-\uffff]+$/;
/** What would be read as a number. */
const NUMBER = /^(?:\d+(?:e\d*)?|0x[\da-f]+|0b[01]+)$/i;

function isWord(value: string, { words: { mayStartWithDigit } }: Dialect): boolean {
  return mayStartWithDigit ? WORD_OF_ANY_START.test(value) && !NUMBER.test(value) : WORD.test(value);
}

function mayBeBare(word: string, role: NameRole, { keywords }: Dialect): boolean {
  if (role === 'any') return true;
  const { reserved, callable, functionsOnly, notFunctions, bareFunctions } = keywords;
  if (role === 'name') return !reserved.has(word) && !bareFunctions.has(word);
  if (notFunctions.has(word)) return false;
  return !reserved.has(word) || callable.has(word) || functionsOnly.has(word) || bareFunctions.has(word);
}

const inDigits = (content: string): string => content;

function stringLiteral(node: StringLiteral, printer: Printer): Doc {
  const { charset, national } = node;
  const prefix = charset === undefined ? (national === true ? 'N' : '') : `_${charset}`;
  return prefix + writtenOut(node, (content) => quotedString(content, printer));
}

/** What no dialect writes otherwise within quotes. */
const ESCAPED = /[^ !#-&(-[\]-~\u0080-\ud7ff]/;

/** A text in single quotes. */
export function quotedString(value: string, { rules: { stringEscapes } }: Printer): string {
  if (!ESCAPED.test(value)) return `'${value}'`;
  let text = '';
  for (const character of value) text += character === "'" ? "''" : (stringEscapes[character] ?? character);
  return `'${text}'`;
}

function bytesLiteral({ hex, charset, prefixed }: BytesLiteral, printer: Printer): Doc {
  const { bytesPrefix } = printer.rules;
  if (bytesPrefix === null) return refuse(printer, 'literals of bytes', 'Cast a string in hexadecimal digits.');
  const asNumber = prefixed === true && printer.dialect.features.hexNumbersAreBytes && hex !== '';
  return words(charset === undefined ? undefined : `_${charset}`, asNumber ? `0x${hex}` : `${bytesPrefix}'${hex}'`);
}

function bitsLiteral({ digits, charset }: BitsLiteral, printer: Printer): Doc {
  const { bitsPrefix } = printer.rules;
  if (bitsPrefix === null) return refuse(printer, 'bit strings', 'Write the bits as an integer.');
  return words(charset === undefined ? undefined : `_${charset}`, `${bitsPrefix}'${digits}'`);
}

function variable({ name, system }: Variable, { quoting }: Dialect): Doc {
  if (system !== undefined) return `@@${system === '' ? '' : `${system}.`}${name}`;
  if (/^[\w.$\u0080-\uffff]+$/.test(name)) return `@${name}`;
  const sign = quoting.backtickNames ? '`' : '"';
  return `@${sign}${name.replaceAll(sign, sign + sign)}${sign}`;
}

/** Types whose arguments stand behind the first word: timestamp(3) with time zone. */
const SPLIT_TYPE = /^(time|timestamp) (with(?:out)? time zone)$/;

function dataType(node: DataType, printer: Printer): Doc {
  const before = node.modifiers?.filter((word) => word === 'NATIONAL') ?? [];
  const behind = node.modifiers?.filter((word) => word !== 'NATIONAL') ?? [];
  return concat([
    words(node.setOf === true && 'SETOF', ...before, typeName(node, printer), ...behind, node.intervalFields),
    ...(node.dimensions ?? []).map((bound) => dimension(bound, printer)),
    node.ofColumn === true ? '%TYPE' : '',
    node.charset === undefined ? '' : concat([' CHARACTER SET ', printer.name(node.charset, 'any')]),
    node.collation === undefined ? '' : concat([' COLLATE ', path(node.collation.parts, printer, 'any')]),
  ]);
}

function dimension(bound: number | null, { rules: { arrays } }: Printer): string {
  return arrays === 'brackets' ? `[${bound ?? ''}]` : ' ARRAY';
}

function typeName(node: DataType, printer: Printer): Doc {
  const values = node.arguments.length === 0 ? '' : parenthesizedList(printer.all(node.arguments));
  if (node.path !== undefined) return concat([path(node.path.parts, printer, 'any'), values]);
  const [, head = node.name, tail = ''] = SPLIT_TYPE.exec(node.name) ?? [];
  return words(concat([head.toUpperCase(), values]), tail.toUpperCase());
}
