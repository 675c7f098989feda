import { asked, type BinaryOperator, type Expression } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { INTEGER_TYPES } from '../expressions/number-types.js';
import type { RelationColumn } from '../../typing/index.js';
import type { Translator } from '../translator.js';

/** Whether a column keeps the digits that it declares: SQLite's keep what they are given. https://sqlite.org/datatype3.html */
const ROUNDS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: true, SQLITE: false };

/** Says that the target rounds a computed number which the source keeps as it is. */
export function noticeOfDigits(value: Expression, column: RelationColumn | undefined, t: Translator): void {
  if (ROUNDS[t.source] || !ROUNDS[t.target] || column?.type === undefined) return;
  const { type, scale } = column.type;
  const kept = INTEGER_TYPES.has(type) ? 0 : type === 'DECIMAL' ? scale : undefined;
  if (kept !== undefined && digitsOf(value, t) > kept) t.notice('STORED_DIGITS', value);
}

const GROWS: Readonly<Partial<Record<BinaryOperator, (left: number, right: number) => number>>> = {
  add: Math.max,
  subtract: Math.max,
  multiply: (left, right) => left + right,
};

/** How many digits an expression gives a number behind the point; of what only takes numbers over none that count. */
function digitsOf(node: Expression, t: Translator): number {
  if (node.kind === 'number') return /\.(\d*)$/.exec(node.text)?.[1]?.length ?? 0;
  if (node.kind === 'string')
    return asked(node, (written) => /^\s*[-+]?\d*\.(\d+)\s*$/.exec(written)?.[1]?.length ?? 0);
  if (node.kind === 'unary') return digitsOf(node.operand, t);
  if (node.kind === 'column') return t.typeOf(node).type?.scale ?? 0;
  if (node.kind === 'call') return node.name.parts[0]?.value.toLowerCase() === 'avg' ? Infinity : 0;
  if (node.kind !== 'binary') return 0;
  if (node.operator === 'divide') return t.typeName(node) === 'INTEGER' ? 0 : Infinity;
  return GROWS[node.operator]?.(digitsOf(node.left, t), digitsOf(node.right, t)) ?? 0;
}
