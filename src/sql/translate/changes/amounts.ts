import { asked, type BinaryOperator, type Expression } from '../../ast/index.js';
import { isNameOfMoney } from '../../typing/index.js';
import type { Translator } from '../translator.js';
import type { AssignedColumn } from './open-columns.js';

/** As many digits behind the point as sums of money have. */
const DIGITS = 2;

/** Declarations of SQLite's that people give to decimals; DOUBLE and FLOAT say that they are none. */
const MAY_BE_DECIMAL = /^(?:real|numeric)$/i;

/** The same of a column that a PostgreSQL's `numeric` without digits may have become, which keeps all of them. */
const MAY_KEEP_ALL = /^(?:decimal|dec|number)$/i;

const RECKONED: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>(['binary', 'call', 'case', 'subquery']);

/**
 * A column of SQLite's that goes by a name of money and declares no digits: what is reckoned for it has the two that the source
 * keeps. https://sqlite.org/datatype3.html#type_affinity
 */
export function withDigitsOfAmounts(value: Expression, assigned: AssignedColumn, t: Translator): AssignedColumn {
  const { called, known } = assigned;
  if (t.target !== 'SQLITE' || t.source === 'SQLITE' || called === undefined) return assigned;
  if (!isNameOfMoney(called.value) || !isMeant(value, known !== undefined)) return assigned;
  if (!declaresNone(assigned, t)) return assigned;
  const type = { type: 'DECIMAL', scale: isSum(value) ? DIGITS_OF_SUM : DIGITS } as const;
  return { ...assigned, known: { name: called.value, nullable: true, ...known, type } };
}

/** A sum has no more digits than what is added up: to round it takes away what floating-point numbers add, and no more. */
const DIGITS_OF_SUM = 10;

function isSum(node: Expression): boolean {
  if (node.kind === 'binary') return ADDING.has(node.operator) && isSum(node.left) && isSum(node.right);
  if (node.kind === 'number') return asked(node, hasFewDigits);
  return node.kind === 'column' || node.kind === 'parameter';
}

const ADDING: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['add', 'subtract']);

const hasFewDigits = (written: string): boolean => /^\d*(?:\.\d{0,2})?$/.test(written);

/** What is written out has the digits that it is to have, where nobody tells of the column. */
const isMeant = ({ kind }: Expression, isKnown: boolean): boolean =>
  RECKONED.has(kind) || (isKnown && (kind === 'number' || kind === 'parameter'));

function declaresNone({ known }: AssignedColumn, t: Translator): boolean {
  if (known?.type === undefined) return known?.databaseType === undefined;
  if (known.type.scale !== undefined || known.type.single === true) return false;
  const declared = known.databaseType ?? '';
  return MAY_BE_DECIMAL.test(declared) || (t.source === 'MYSQL' && MAY_KEEP_ALL.test(declared));
}
