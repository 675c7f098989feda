import type { Expression } from '../../ast/index.js';
import { familyOfName, isNameOfNumber } from '../../typing/index.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';
import { isEpochInDigits, isWholePart, numberOfFormat } from './moments/moment-words.js';
import { HAS_BOOLEANS } from './truth.js';

/**
 * `ts >= strftime('%s', …)` of SQLite's, where nobody tells the column's type: a column of numbers makes a number of the digits
 * beside it, https://www.sqlite.org/datatype3.html#type_conversions_prior_to_comparison, which PostgreSQL has to be told. So it is
 * with seconds, and with other parts of moments beside what is a number by its name. Undefined where there is no such pair.
 */
export function epochsAlike(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  if (t.source !== 'SQLITE' || !HAS_BOOLEANS[t.target]) return undefined;
  const parts = nodes.filter((node) => node.kind === 'call' && isWholePart(node, t) && numberOfFormat(node, t));
  const others = nodes.filter((node) => !parts.includes(node));
  if (parts.length === 0 || others.length === 0) return undefined;
  const areSeconds = parts.every((node) => isEpochInDigits(node, t));
  if (!others.every((node) => isOpenNumber(node, areSeconds, t))) return undefined;
  return nodes.map((node) => (parts.includes(node) ? (numberOfFormat(node, t) ?? t.value(node)) : t.value(node)));
}

function isOpenNumber(node: Expression, besideSeconds: boolean, t: Translator): boolean {
  if (node.kind !== 'column' || t.typeName(node) !== undefined) return false;
  const called = lastOf(node).value;
  return besideSeconds || familyOfName(called) === 'number' || isNameOfNumber(called);
}
