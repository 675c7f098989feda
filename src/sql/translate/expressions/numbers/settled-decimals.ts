import { contains, isNoQuery, type ColumnReference, type Expression, type Node } from '../../../ast/index.js';
import { isNameOfDecimal, scopeOfSelect } from '../../../typing/index.js';
import { itemOfAlias } from '../../queries/aliases.js';
import { lastOf } from '../../queries/lowering/references.js';
import type { Translator } from '../../translator.js';
import { digitsOf, nameOfCall } from './digits-behind-point.js';
import { isKeptDecimal } from './kept-decimals.js';

/** More digits than decimals have that are written down, and fewer than a floating-point number is sure of. */
const SURE_DIGITS = 10;

/**
 * A decimal that SQLite computes, to be compared or sorted by: SQLite computes with floating-point numbers, of which 0.1 + 0.2
 * is another than 0.3. Rounded to the digits that it has at home it is the number that is meant, also beside its like.
 * https://sqlite.org/floatingpoint.html
 */
export function settled(node: Expression, made: Expression, t: Translator): Expression {
  const isWanted = t.target === 'SQLITE' && t.source !== 'SQLITE' && t.isExact && !isRound(made);
  const digits = isWanted ? digitsToSettle(behindAlias(node, t), t) : undefined;
  return digits === undefined ? made : t.form(`ROUND($1, ${digits})`, [made], node);
}

/** Whether it is rounded already, as a mean is that MySQL would show. */
function isRound(made: Expression): boolean {
  if (made.kind === 'call') return nameOfCall(made) === 'round';
  const [first] = made.kind === 'subquery' && made.query.body.kind === 'select' ? made.query.body.columns : [];
  return first !== undefined && isRound(first.expression);
}

/** A name of the result's that stands for a value. */
function behindAlias(node: Expression, t: Translator): Expression {
  const item = t.aliases === undefined ? undefined : itemOfAlias(node, t.aliases, t);
  return item?.expression ?? node;
}

/** The digits of a decimal that is computed; undefined of what is none, or has no digits behind the point. */
function digitsToSettle(node: Expression, t: Translator): number | undefined {
  if (!isComputed(node, t) || !isDecimal(node, t)) return undefined;
  const digits = meansBeyondDigits(node, t) ? undefined : digitsOf(node, t);
  return digits === 0 ? undefined : Math.min(digits ?? SURE_DIGITS, SURE_DIGITS);
}

/** Whether a value is a decimal at home; of one whose type nobody tells, a name in it does. */
function isDecimal(node: Expression, t: Translator): boolean {
  const type = t.typeName(node);
  if (type === 'DECIMAL' || isKeptDecimal(node, t)) return true;
  if (type !== undefined) return false;
  return contains(node, (one) => one.kind === 'column' && isNameOfDecimal(lastOf(one).value), isNoQuery);
}

/** Whether it is no value of a table's as it is stored. */
function isComputed(node: Expression, t: Translator): boolean {
  if (node.kind === 'column') return isComputedColumn(node, t);
  if (node.kind === 'subquery') {
    const { body } = node.query;
    const [first] = body.kind === 'select' ? body.columns : [];
    if (body.kind !== 'select' || first === undefined) return false;
    return t.within(scopeOfSelect(body, t.scope), () => isComputed(first.expression, t));
  }
  return contains(node, reckons, isNoQuery);
}

/** A column of another query that is computed there. */
function isComputedColumn(node: ColumnReference, t: Translator): boolean {
  const known = t.scope.known(node);
  return known !== undefined && known.table === undefined && known.type?.type === 'DECIMAL';
}

const RECKONS: ReadonlySet<string> = new Set(['add', 'subtract', 'multiply', 'divide', 'divide-exact']);

const TOTALS: ReadonlySet<string> = new Set(['sum', 'avg']);

const reckons = (node: Node): boolean =>
  (node.kind === 'binary' && RECKONS.has(node.operator)) || (node.kind === 'call' && TOTALS.has(nameOfCall(node)));

/** A quotient or a mean of PostgreSQL's has more digits than what it is of. */
const meansBeyondDigits = (node: Expression, t: Translator): boolean =>
  t.source === 'POSTGRESQL' && contains(node, (one) => one.kind === 'call' && nameOfCall(one) === 'avg');
