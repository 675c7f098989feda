import type { BinaryOperator, UnaryOperator } from '../../ast/index.js';
import type { SqlTypeName } from '../sql-type.js';

/** Types that an operator takes alike, by a name of their own. */
export type TypeGroup = 'WHOLE' | 'EXACT' | 'NUMBER' | 'TEXTUAL';

/** What an operand may be: a type, one of a group, MySQL's interval of hours or less, or anything, known or not. */
export type OperandPattern = SqlTypeName | TypeGroup | 'CLOCK_INTERVAL' | 'ANY';

/** What comes out: a type, that of an operand, or the common type of both. */
export type OperatorResult = SqlTypeName | 'LEFT' | 'RIGHT' | 'COMMON';

/** Left operand, right operand, result. A prefix has `ANY` on its left. */
export type OperatorRow = readonly [left: OperandPattern, right: OperandPattern, result: OperatorResult];

/** What an operator gives. The first row that fits tells; where none does, nothing can be told. */
export interface OperatorRule {
  readonly rows: readonly OperatorRow[];
  /** When the answer is NULL: if an operand is, whatever they are, never. */
  readonly nulls: 'STRICT' | 'MAY' | 'NEVER';
}

export type BinaryRules = Readonly<Record<BinaryOperator, OperatorRule>>;
export type UnaryRules = Readonly<Record<UnaryOperator, OperatorRule>>;
export type TypeGroups = Readonly<Record<TypeGroup, ReadonlySet<SqlTypeName>>>;

export const strict = (...rows: OperatorRow[]): OperatorRule => ({ rows, nulls: 'STRICT' });
export const mayBeNull = (...rows: OperatorRow[]): OperatorRule => ({ rows, nulls: 'MAY' });

/** Whatever the operands are, the answer is of this type. */
export const always = (result: SqlTypeName, nulls: OperatorRule['nulls'] = 'STRICT'): OperatorRule => ({
  rows: [['ANY', 'ANY', result]],
  nulls,
});

/** An operator that the dialect does not have. */
export const ABSENT: OperatorRule = { rows: [], nulls: 'MAY' };

const TRUTH = always('BOOLEAN');

/** Comparisons are truth values everywhere, though MySQL and SQLite keep them as 0 and 1. */
export const COMPARISONS = {
  equal: TRUTH,
  'not-equal': TRUTH,
  less: TRUTH,
  'less-or-equal': TRUTH,
  greater: TRUTH,
  'greater-or-equal': TRUTH,
  distinct: always('BOOLEAN', 'NEVER'),
  'not-distinct': always('BOOLEAN', 'NEVER'),
} satisfies Partial<BinaryRules>;
