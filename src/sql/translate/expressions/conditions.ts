import { functionOfCall } from '../../analysis/function-of-call.js';
import {
  resultsOf,
  type CaseExpression,
  type Expression,
  type IsTest,
  type LogicalExpression,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { isFound } from '../functions/documents/json-text-searches.js';
import { inSource } from '../in-source.js';
import { allOf, isNull } from '../made-nodes.js';
import type { RuleTable, Translator } from '../translator.js';
import { resultsAlike } from './comparisons/common-values.js';
import { alike } from './comparisons/alike.js';
import { isIntervalValue, sizeOf } from './intervals/interval-values.js';
import { condition } from './truth.js';

/** What asks for conditions: AND, OR and XOR, CASE, IS. */
export const conditions: RuleTable = {
  logical,
  is,
  case: choice,
};

/** Where truth values are numbers, any number but 0 is one. */
const EITHER: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '($1) <> ($2)',
  MYSQL: '$1 XOR $2',
  SQLITE: '(($1) <> 0) <> (($2) <> 0)',
};

function logical(node: LogicalExpression, t: Translator): Expression {
  const operands = node.operands.map((operand) => condition(operand, t));
  if (node.operator !== 'xor' || t.to.operators.infix.has('XOR')) return { ...node, operands };
  // one of two is true where they are not the same
  const [first, ...others] = operands as [Expression, ...Expression[]];
  return others.reduce((left, right) => t.form(EITHER[t.target], [left, right], node), first);
}

/** Tests that PostgreSQL has alone. */
const OF_POSTGRESQL: ReadonlySet<IsTest['test']> = new Set<IsTest['test']>(['DOCUMENT', 'NORMALIZED', 'JSON']);

/** IS TRUE asks of a condition what IS NULL asks of a value. */
function is(node: IsTest, t: Translator): Expression {
  const asksTruth = node.test === 'TRUE' || node.test === 'FALSE' || node.test === 'UNKNOWN';
  if (OF_POSTGRESQL.has(node.test) && !t.to.features.foldsNames) {
    t.refuse(node, `IS ${node.test} has no counterpart in the target.`, 'Test it with a function that the target has.');
  }
  if (node.test === 'NULL') {
    const found = isMatched(node, t) ?? isFound(node, t) ?? rowTest(node, t);
    if (found !== undefined) return found;
  }
  if (!asksTruth) {
    const operand = isIntervalValue(node.operand, t) ? sizeOf(node.operand, t) : t.value(node.operand);
    return { ...node, operand };
  }
  const operand = condition(node.operand, t);
  return node.test === 'UNKNOWN' ? { ...node, operand, test: 'NULL' } : { ...node, operand };
}

/** regexp_match(text, pattern) IS NOT NULL: whether it matches. */
function isMatched({ operand, negated }: IsTest, t: Translator): Expression | undefined {
  if (t.source === t.target || operand.kind !== 'call') return undefined;
  if (functionOfCall(operand, t.from)?.meaning !== 'regexp_match' || operand.arguments.length !== 2) return undefined;
  return inSource(negated ? 'COALESCE($1 ~ $2, false)' : 'NOT COALESCE($1 ~ $2, false)', operand.arguments, operand, t);
}

/** (a, b) IS NULL: each of them is, and of IS NOT NULL none is. */
function rowTest({ operand, negated }: IsTest, t: Translator): Expression | undefined {
  if (t.source === t.target || operand.kind !== 'row' || operand.items.length === 0) return undefined;
  return allOf(operand.items.map((one) => isNull(t.value(one), negated)));
}

/** CASE with an operand compares; without one its branches are conditions. */
function choice(node: CaseExpression, t: Translator): Expression {
  const { operand, branches, otherwise } = node;
  const results = resultsAlike(resultsOf(node), t);
  const asked = branches.map((branch) => branch.condition);
  const [compared, ...conditions] =
    operand === undefined
      ? [undefined, ...asked.map((one) => condition(one, t))]
      : alike([operand, ...asked], t, 'equality');
  const made = branches.map((branch, index) => ({
    ...branch,
    condition: conditions[index] as Expression,
    result: results[index] as Expression,
  }));
  return {
    ...node,
    ...(compared !== undefined && { operand: compared }),
    branches: made,
    ...(otherwise !== undefined && { otherwise: results[branches.length] as Expression }),
  };
}
