import type { BetweenExpression, BinaryExpression, BinaryOperator, Expression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { allOf, not } from '../../made-nodes.js';
import { documentIsText } from '../documents/json-text-equality.js';
import type { RuleTable, Translator } from '../../translator.js';
import { alike, type Purpose } from './alike.js';
import { isArray } from '../arrays/array-values.js';
import { equalArrays } from '../arrays/array-equality.js';
import { besideEndless, withFarthest } from '../moments/endless-values.js';
import { comparedEnumerations } from './enumerations.js';
import { isNumber } from '../coercion.js';
import { comparedTexts } from '../moments/moment-comparison.js';
import { holdsDigits, numberOfDigits } from '../numbers/open-digits.js';
import { offsetsInUtc } from '../moments/moment-offsets.js';
import { clockBound, openBetween, openBound } from '../moments/open-bounds.js';
import { epochsAlike } from '../moments/open-epochs.js';
import { besideOpenWord } from '../texts/open-words.js';
import { besideTruthWord } from '../open-truths.js';
import { settled } from '../numbers/settled-decimals.js';
import { boundClasses, comparedClasses } from './storage-classes.js';
import { ofWrittenReals } from '../numbers/written-reals.js';

/** What compares values: operands of different types become alike by the source's rules. */
export const comparisons: RuleTable = { between: (node, t) => toCompare(t, () => between(node, t)) };

/** Operators that ask which comes first. */
export const ORDERING: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>([
  'less',
  'less-or-equal',
  'greater',
  'greater-or-equal',
]);

/** a = b */
export const comparison = (node: BinaryExpression, t: Translator): Expression => toCompare(t, () => compared(node, t));

/** Values that are compared are not shown: it does not matter how many digits they have, or which kind of moment they are. */
function toCompare<T>(t: Translator, work: () => T): T {
  const outer = t.isCompared;
  t.isCompared = true;
  try {
    return work();
  } finally {
    t.isCompared = outer;
  }
}

function compared(node: BinaryExpression, t: Translator): Expression {
  if (node.left.kind === 'row' && node.right.kind === 'row') return rowComparison(node, t);
  if (isArray(node.left, t) || isArray(node.right, t))
    return equalArrays(node, t) ?? t.refuse(node, 'Arrays can’t be compared in the target.', 'Compare their elements.');
  const ofDocuments = documentIsText(node, t);
  if (ofDocuments !== undefined) return ofDocuments;
  const ofEndless = besideEndless(node, t);
  if (ofEndless !== undefined) return ofEndless;
  const [nearer, other] = withFarthest(offsetsInUtc([node.left, node.right], t), t) as [Expression, Expression];
  if (nearer !== node.left || other !== node.right) return compared({ ...node, left: nearer, right: other }, t);
  const ofTruth = besideTruthWord(node, t);
  if (ofTruth !== undefined) return ofTruth;
  const ofWritten = besideOpenWord(node, t) ?? ofWrittenReals(node, t);
  if (ofWritten !== undefined) return ofWritten;
  const [ofColumn, ofEpoch] = epochsAlike([node.left, node.right], t) ?? [];
  if (ofColumn !== undefined && ofEpoch !== undefined) return { ...node, left: ofColumn, right: ofEpoch };
  const ofMoments = clockBound(node, t) ?? comparedClasses(node, t) ?? comparedTexts(node, t);
  if (ofMoments !== undefined) return ofMoments;
  const ofOpenMoment = openBound(node, t);
  if (ofOpenMoment !== undefined) return ofOpenMoment;
  if (holdsDigits(node.left, t) && isNumber(node.right, t))
    return { ...node, left: numberOfDigits(node.left, t), right: t.value(node.right) };
  const purpose = ORDERING.has(node.operator) ? 'order' : 'equality';
  const ofWords = purpose === 'order' ? comparedEnumerations(node, t) : undefined;
  if (ofWords !== undefined) return ofWords;
  const [left, right] = settledAlike([node.left, node.right], t, purpose) as [Expression, Expression];
  return { ...node, left, right };
}

const settledAlike = (nodes: readonly Expression[], t: Translator, purpose: Purpose): Expression[] =>
  alike(nodes, t, purpose).map((made, at) => settled(nodes[at] as Expression, made, t));

/** (a, b) = (c, d): each by its counterpart. */
function rowComparison(node: BinaryExpression, t: Translator): Expression {
  const { left, right } = node;
  if (left.kind !== 'row' || right.kind !== 'row' || left.items.length !== right.items.length) return t.children(node);
  const pairs = left.items.map((one, index) => alike([one, right.items[index] as Expression], t, 'equality'));
  const made = {
    left: { ...left, items: pairs.map(([one]) => one as Expression) },
    right: { ...right, items: pairs.map(([, other]) => other as Expression) },
  };
  return { ...node, ...made };
}

function between(written: BetweenExpression, t: Translator): Expression {
  const ends = [written.operand, written.low, written.high];
  const [tested, lowest, highest] = offsetsInUtc(ends, t) as [Expression, Expression, Expression];
  const node: BetweenExpression = { ...written, operand: tested, low: lowest, high: highest };
  const ofRows = rowBetween(node, t);
  if (ofRows !== undefined) return ofRows;
  const [value, least, most] = node.symmetric ? [] : (epochsAlike([node.operand, node.low, node.high], t) ?? []);
  if (value !== undefined && least !== undefined && most !== undefined)
    return { ...node, operand: value, low: least, high: most };
  const ofMoments = node.symmetric
    ? undefined
    : (boundClasses(node, t) ?? betweenMoments(node, t) ?? openBetween(node, t));
  if (ofMoments !== undefined) return ofMoments;
  if (holdsDigits(node.operand, t) && [node.low, node.high].every((one) => isNumber(one, t)))
    return { ...node, operand: numberOfDigits(node.operand, t), low: t.value(node.low), high: t.value(node.high) };
  const [operand, low, high] = settledAlike([node.operand, node.low, node.high], t, 'order') as [
    Expression,
    Expression,
    Expression,
  ];
  if (!node.symmetric) return { ...node, operand, low, high };
  const inside = allOf([
    t.form(LEAST_OF[t.target], [low, high, operand], node),
    t.form(GREATEST_OF[t.target], [low, high, operand], node),
  ]);
  return node.negated ? not(inside) : inside;
}

/** (a, b) BETWEEN (c, d) AND (e, f): two comparisons, where MySQL has but one value between two others. */
function rowBetween(
  { operand, low, high, negated, symmetric, span }: BetweenExpression,
  t: Translator,
): Expression | undefined {
  if (operand.kind !== 'row' || symmetric) return undefined;
  const inside = allOf([
    comparison({ kind: 'binary', operator: 'greater-or-equal', left: operand, right: low, span }, t),
    comparison({ kind: 'binary', operator: 'less-or-equal', left: operand, right: high, span }, t),
  ]);
  return negated ? not(inside) : inside;
}

/** Dates that the source holds as text may be of other lengths than their bounds: each bound is a comparison then. */
function betweenMoments(
  { operand, low, high, negated, span }: BetweenExpression,
  t: Translator,
): Expression | undefined {
  const least = comparedTexts({ kind: 'binary', operator: 'greater-or-equal', left: operand, right: low, span }, t);
  const most = comparedTexts({ kind: 'binary', operator: 'less-or-equal', left: operand, right: high, span }, t);
  if (least === undefined || most === undefined) return undefined;
  const isPlain =
    least.kind === 'binary' &&
    most.kind === 'binary' &&
    // one bound may be compared as a text, and the other as a moment
    least.left.kind === most.left.kind &&
    least.operator === 'greater-or-equal' &&
    most.operator === 'less-or-equal';
  if (isPlain)
    return {
      kind: 'between',
      negated,
      symmetric: false,
      operand: least.left,
      low: least.right,
      high: most.right,
      span,
    };
  const inside = allOf([least, most]);
  return negated ? not(inside) : inside;
}

const LEAST_OF: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$3 >= LEAST($1, $2)',
  MYSQL: '$3 >= LEAST($1, $2)',
  SQLITE: '$3 >= MIN($1, $2)',
};
const GREATEST_OF: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$3 <= GREATEST($1, $2)',
  MYSQL: '$3 <= GREATEST($1, $2)',
  SQLITE: '$3 <= MAX($1, $2)',
};
