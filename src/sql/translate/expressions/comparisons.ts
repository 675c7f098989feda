import type {
  BetweenExpression,
  BinaryExpression,
  BinaryOperator,
  Expression,
  InList,
  InQuery,
  QuantifiedComparison,
  Query,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import type { SqlTypeName } from '../../typing/index.js';
import {
  allOf,
  binary,
  boolean,
  cast,
  column,
  dataType,
  item,
  name,
  not,
  qualified,
  queryOf,
  text,
} from '../made-nodes.js';
import type { RuleTable, Translator } from '../translator.js';
import { isNumber, isText, numberOf, textOf, wanted } from './coercion.js';
import { noteComparedCase } from '../functions/letter-case.js';
import { saidCase, withoutSaidCase } from './explicit-collation.js';
import { asMoment, isMoment, MOMENT_TYPES } from './moments.js';
import { bySourceRules, compared, comparedAs, noticeOfText } from './text-comparison.js';
import { HAS_BOOLEANS, isTruth } from './truth.js';

/** What compares values: operands of different types become alike by the source's rules. */
export const comparisons: RuleTable = {
  between,
  'in-list': inList,
  'in-query': inQuery,
  quantified,
};

const ORDERING: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>([
  'less',
  'less-or-equal',
  'greater',
  'greater-or-equal',
]);

/** a = b */
export function comparison(node: BinaryExpression, t: Translator): Expression {
  if (node.left.kind === 'row' && node.right.kind === 'row') return rowComparison(node, t);
  const purpose = ORDERING.has(node.operator) ? 'order' : 'equality';
  const [left, right] = alike([node.left, node.right], t, purpose) as [Expression, Expression];
  return { ...node, left, right };
}

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

/** What values are made alike for: whether they are the same, or which comes first. */
export type Purpose = 'equality' | 'order';

/** Values that are compared with one another, as the target compares them to the same end. */
export function alike(nodes: readonly Expression[], t: Translator, purpose: Purpose): Expression[] {
  if (purpose === 'equality') noteComparedCase(nodes);
  if (nodes.some((node) => saidCase(node) === 'caseless') && !HAS_CASELESS_COLLATIONS[t.target])
    return nodes.map((node) => t.form('LOWER($1)', [textOf(withoutSaidCase(node), t)], node));
  const kind = KINDS.find(([applies]) => applies(nodes, t));
  if (kind !== undefined) return nodes.map((node) => kind[1](node, t));
  if (nodes.some((node) => isText(node, t))) {
    noticeOfText(nodes, t, purpose);
    return nodes.map((node) => compared(node, t, purpose));
  }
  return nodes.map((node) => t.value(node));
}

/** Whether a collation that one side names makes both compare without regard to case. */
const HAS_CASELESS_COLLATIONS: Readonly<Record<DialectName, boolean>> = {
  POSTGRESQL: false,
  MYSQL: true,
  SQLITE: true,
};

type Applies = (nodes: readonly Expression[], t: Translator) => boolean;

const isBoolean = (node: Expression, t: Translator): boolean => isTruth(node, t) || t.typeName(node) === 'BOOLEAN';
const isUntyped = (node: Expression): boolean =>
  node.kind === 'null' || node.kind === 'parameter' || node.kind === 'string';

/** How values of different types are compared; the first row that applies tells. */
const KINDS: readonly (readonly [Applies, (node: Expression, t: Translator) => Expression])[] = [
  [(nodes, t) => nodes.some((node) => isBoolean(node, t)), truthAlike],
  [(nodes, t) => nodes.some((node) => isMoment(node, t)) && nodes.some((node) => !isNumber(node, t)), asMoment],
  [comparesAsNumbers, numberOf],
  [comparesAsText, affinityText],
];

/** MySQL compares a text and a number as numbers, as does who reads a literal as what stands beside it. */
function comparesAsNumbers(nodes: readonly Expression[], t: Translator): boolean {
  if (!nodes.some((node) => isNumber(node, t))) return false;
  if (!nodes.some((node) => isText(node, t) || node.kind === 'string')) return false;
  return !AFFINITY[t.source] || !nodes.some((node) => node.kind === 'column' && isText(node, t));
}

/** A column of text makes text of a number beside it in SQLite. */
function comparesAsText(nodes: readonly Expression[], t: Translator): boolean {
  return AFFINITY[t.source] && nodes.some((node) => isText(node, t)) && nodes.some((node) => isNumber(node, t));
}

/** A number that a column of text beside it makes a text, which MySQL would read as a number. */
function affinityText(node: Expression, t: Translator): Expression {
  if (!isNumber(node, t)) return textOf(node, t);
  const made = textOf(node, t);
  if (made.kind === 'string') return made;
  return made.kind === 'number' ? text(made.text, node.span) : cast(made, dataType(TEXT_NAME[t.target], node.span));
}

const TEXT_NAME: Readonly<Record<DialectName, string>> = { POSTGRESQL: 'text', MYSQL: 'char', SQLITE: 'text' };

const AFFINITY: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: false, SQLITE: true };

const TRUE_WORDS: ReadonlySet<string> = new Set(['t', 'true', 'y', 'yes', 'on', '1']);

/** Truth values beside numbers, and beside the words that PostgreSQL reads as such. */
function truthAlike(node: Expression, t: Translator): Expression {
  if (node.kind === 'string' && HAS_BOOLEANS[t.source])
    return boolean(TRUE_WORDS.has(node.value.toLowerCase()), node.span);
  if (!HAS_BOOLEANS[t.target] || HAS_BOOLEANS[t.source]) return t.value(node);
  if (node.kind === 'number' && (node.text === '0' || node.text === '1')) return boolean(node.text === '1', node.span);
  if (isBoolean(node, t) || isUntyped(node)) return t.raw(node) as Expression;
  return t.form('$1 <> 0', [t.value(node)], node);
}

function between(node: BetweenExpression, t: Translator): Expression {
  const [operand, low, high] = alike([node.operand, node.low, node.high], t, 'order') as [
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

function inList(node: InList, t: Translator): Expression {
  if (node.items.length === 0) return boolean(node.negated, node.span);
  if (node.operand.kind === 'row') return inRows(node, t);
  const [operand, ...items] = alike([node.operand, ...node.items], t, 'equality') as [Expression, ...Expression[]];
  return { ...node, operand, items };
}

/** A list of rows is a list of values to SQLite only where VALUES says so. */
function inRows(node: InList, t: Translator): Expression {
  const { operand, items, negated, span } = node;
  if (!t.to.features.inTable) return t.children(node);
  const rows = items.map((row) =>
    row.kind === 'row'
      ? ({ kind: 'row-values', items: row.items.map((one) => t.value(one)), span: row.span } as const)
      : t.refuse(row, 'A row is compared with what is none.'),
  );
  const query: Query = { kind: 'query', body: { kind: 'values', rows, span }, span };
  return { kind: 'in-query', negated, operand: t.value(operand), query, span };
}

function inQuery(node: InQuery, t: Translator): Expression {
  const { operand } = node;
  const [first] = t.scope.columnsOf(node.query) ?? [];
  if (isText(operand, t) && (first?.type === undefined || first.type.type === 'TEXT'))
    noticeOfText([operand], t, 'equality');
  const query = t.node(node.query);
  if (!bySourceRules(operand, t, 'equality')) return { ...node, operand: t.value(operand), query };
  return { ...node, operand: compared(operand, t, 'equality'), query: comparedColumn(node.query, query, t) };
}

/** The one column of a query as it is compared. */
function comparedColumn(source: Query, made: Query, t: Translator): Query {
  const [asked] = source.body.kind === 'select' ? source.body.columns : [];
  if (made.body.kind !== 'select' || asked === undefined || asked.expression.kind === 'star')
    return t.refuse(source, 'The texts of this query can’t be compared by the source’s rules.', 'Name its column.');
  const columns = made.body.columns.map((one) => ({
    ...one,
    expression: comparedAs(textual(asked.expression, t), one.expression, t, 'equality'),
  }));
  return { ...made, body: { ...made.body, columns } };
}

/** A column of the query, whose type is known within it alone. */
const textual = (node: Expression, t: Translator): Expression =>
  isText(node, t) ? node : { kind: 'collate', operand: node, collation: qualified('C', node.span), span: node.span };

/** Whether the target has ANY and ALL over queries. */
const HAS_QUANTIFIERS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: true, SQLITE: false };

function quantified(node: QuantifiedComparison, t: Translator): Expression {
  if (node.right.kind === 'query') return overQuery(node, node.right, t);
  if (t.target === t.source) return t.children(node);
  const items = node.right.kind === 'array' ? node.right.items : undefined;
  if (items !== undefined) return overItems(node, items, t);
  return t.refuse(
    node,
    'An array that is no literal can’t be compared with in the target.',
    'Use IN with a list, or a query.',
  );
}

/** x = ANY (ARRAY[a, b]): one of them, or all of them. */
function overItems(node: QuantifiedComparison, items: readonly Expression[], t: Translator): Expression {
  const { left, operator, quantifier, negated, span } = node;
  if (operator === 'equal' && quantifier === 'any')
    return inList({ kind: 'in-list', negated: false, operand: left, items, span }, t);
  if (operator === 'not-equal' && quantifier === 'all')
    return inList({ kind: 'in-list', negated: true, operand: left, items, span }, t);
  if (items.length === 0) return boolean(quantifier === 'all', span);
  const tests = items.map((one): Expression => {
    if (typeof operator === 'object') return t.refuse(node, `The operator \`${operator.symbol}\` has no counterpart.`);
    return isComparison(operator)
      ? t.value({ kind: 'binary', operator, left, right: one, span })
      : t.value({ kind: 'pattern-match', language: operator, negated, operand: left, pattern: one, span });
  });
  const [first] = tests as [Expression];
  if (tests.length === 1) return first;
  return { kind: 'logical', operator: quantifier === 'any' ? 'or' : 'and', operands: tests, span };
}

type Operator = Exclude<QuantifiedComparison['operator'], { readonly symbol: string }>;
const COMPARISONS: ReadonlySet<string> = new Set(['equal', 'not-equal', ...ORDERING]);
const isComparison = (operator: Operator): operator is BinaryOperator => COMPARISONS.has(operator);

function overQuery(node: QuantifiedComparison, query: Query, t: Translator): Expression {
  const { left, operator, quantifier, span } = node;
  if (HAS_QUANTIFIERS[t.target] && typeof operator !== 'object' && isComparison(operator)) {
    return { ...node, left: t.value(left), right: t.node(query) };
  }
  if (operator === 'equal' && quantifier === 'any')
    return inQuery({ kind: 'in-query', negated: false, operand: left, query, span }, t);
  if (operator === 'not-equal' && quantifier === 'all')
    return inQuery({ kind: 'in-query', negated: true, operand: left, query, span }, t);
  if (typeof operator === 'object' || !isComparison(operator))
    return t.refuse(node, 'The target has no ANY and ALL over patterns.');
  return counted(operator, node, query, t);
}

/**
 * x > ALL (query) where there is no ALL: whether a row speaks against it, else whether one can't be told.
 * Of ANY the same, turned around.
 */
function counted(operator: BinaryOperator, node: QuantifiedComparison, query: Query, t: Translator): Expression {
  const { left, quantifier, span } = node;
  const alias = name(t.freshName('rows'), span);
  const value = name('value', span);
  const test = binary(operator, t.value(left), column([alias, value], span));
  const rows = namedRows(t.node(query), value, t);
  const exists = (condition: Expression): Expression => ({
    kind: 'exists',
    query: queryOf({
      kind: 'select',
      columns: [item({ kind: 'number', text: '1', span })],
      from: [{ kind: 'derived-table', lateral: false, query: rows, alias, span }],
      where: condition,
      span,
    }),
    span,
  });
  const decisive = quantifier === 'all' ? not(test) : test;
  return t.form(
    `CASE WHEN $1 THEN ${quantifier === 'any' ? 'TRUE' : 'FALSE'} WHEN $2 THEN NULL ELSE ${quantifier === 'any' ? 'FALSE' : 'TRUE'} END`,
    [exists(decisive), exists({ kind: 'is', negated: false, operand: test, test: 'NULL', span })],
    node,
  );
}

/** A query of one column under a name of ours. */
function namedRows(query: Query, alias: ReturnType<typeof name>, t: Translator): Query {
  const { body } = query;
  const [first] = body.kind === 'select' ? body.columns : [];
  if (body.kind !== 'select' || first === undefined || first.expression.kind === 'star') {
    return t.refuse(query, 'ANY and ALL over this query can’t be composed.', 'Name its column.');
  }
  return { ...query, body: { ...body, columns: [{ ...first, alias }] } };
}

/** Types that PostgreSQL does not compare with text. */
export const needsCast = (type: SqlTypeName | undefined): boolean => type !== undefined && MOMENT_TYPES.has(type);

export { cast, dataType, wanted };
