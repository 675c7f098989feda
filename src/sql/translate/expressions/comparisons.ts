import { functionOfCall } from '../../analysis/function-of-call.js';
import type {
  BetweenExpression,
  BinaryExpression,
  BinaryOperator,
  Expression,
  FunctionCall,
  InList,
  InQuery,
  QuantifiedComparison,
  Query,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
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
  number,
  qualified,
  queryOf,
  text,
} from '../made-nodes.js';
import type { RuleTable, Translator } from '../translator.js';
import { isNumber, isText, numberOf, textOf } from './coercion.js';
import { comparedIntervals } from './interval-comparison.js';
import { adapted, adaptedToCompare, adapting } from './json-operators.js';
import { noteComparedCase } from '../functions/letter-case.js';
import { saidCase, withoutSaidCase } from './explicit-collation.js';
import { comparedTexts, heldAlike, momentsAlike, soughtMoment } from './moment-comparison.js';
import { boundClasses, comparedClasses, listedClasses } from './storage-classes.js';
import { bySourceRules, compared, comparedAs, noticeOfText, writtenTexts } from './text-comparison.js';
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
  const ofMoments = comparedClasses(node, t) ?? comparedTexts(node, t) ?? comparedIntervals(node, t);
  if (ofMoments !== undefined) return ofMoments;
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
  const moments = momentsAlike(nodes, t) ?? heldAlike(nodes, t);
  if (moments !== undefined) return moments;
  if (nodes.some((node) => saidCase(node) === 'caseless') && !HAS_CASELESS_COLLATIONS[t.target])
    return nodes.map((node) => t.form('LOWER($1)', [textOf(withoutSaidCase(node), t)], node));
  const kind = KINDS.find(([applies]) => applies(nodes, t));
  if (kind !== undefined) return nodes.map((node) => kind[1](node, t));
  if (nodes.some((node) => isText(node, t))) {
    if (nodes.every(({ kind }) => kind === 'string')) return writtenTexts(nodes, t, purpose);
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
  [adaptToNumbers, (node, t) => adaptedToCompare(node, t) ?? numberOf(node, t)],
  [adaptToTexts, (node, t) => adapted(node, 'value-text', t) ?? textOf(node, t)],
  [(nodes, t) => nodes.some((node) => isBoolean(node, t)), truthAlike],
  [comparesAsNumbers, numberOf],
  [comparesAsText, affinityText],
];

/** What is in a document, beside a number or a truth value. */
function adaptToNumbers(nodes: readonly Expression[], t: Translator): boolean {
  const others = nodes.filter((node) => adapting(node, t) === undefined);
  return (
    others.length > 0 && others.length < nodes.length && others.some((node) => isNumber(node, t) || isBoolean(node, t))
  );
}

/** What is in a document, beside a text. */
function adaptToTexts(nodes: readonly Expression[], t: Translator): boolean {
  const others = nodes.filter((node) => adapting(node, t) === undefined);
  return others.length > 0 && others.length < nodes.length && others.some((node) => isText(node, t) || isUntyped(node));
}

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
  const ofMoments = node.symmetric ? undefined : (boundClasses(node, t) ?? betweenMoments(node, t));
  if (ofMoments !== undefined) return ofMoments;
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

function inList(node: InList, t: Translator): Expression {
  if (node.items.length === 0) return boolean(node.negated, node.span);
  if (node.operand.kind === 'row') return inRows(node, t);
  const ofClasses = listedClasses(node, t);
  if (ofClasses !== undefined) return ofClasses;
  const [operand, ...items] = alike([node.operand, ...node.items], t, 'equality') as [Expression, ...Expression[]];
  return { ...node, operand, items };
}

/** A list of rows, each value alike to its counterpart; SQLite takes one only where VALUES says so. */
function inRows(node: InList, t: Translator): Expression {
  const { operand, items, negated, span } = node;
  if (operand.kind !== 'row') return t.children(node);
  const rows = items.map((row) => (row.kind === 'row' ? row : t.refuse(row, 'A row is compared with what is none.')));
  const columns = operand.items.map((one, index) =>
    alike(
      [
        one,
        ...rows.map((row) => row.items[index] ?? t.refuse(row, 'This row has fewer values than it is compared with.')),
      ],
      t,
      'equality',
    ),
  );
  const made = [operand, ...rows].map((row, at) => ({
    ...row,
    items: columns.map((column) => column[at] as Expression),
  }));
  const [tested, ...listed] = made as [(typeof made)[0], ...typeof made];
  if (!t.to.features.inTable) return { ...node, operand: tested, items: listed };
  const values = listed.map((row) => ({ kind: 'row-values', items: row.items, span: row.span }) as const);
  const query: Query = { kind: 'query', body: { kind: 'values', rows: values, span }, span };
  return { kind: 'in-query', negated, operand: tested, query, span };
}

function inQuery(node: InQuery, t: Translator): Expression {
  const { operand } = node;
  const [first] = t.scope.columnsOf(node.query) ?? [];
  if (isText(operand, t) && (first?.type === undefined || first.type.type === 'TEXT'))
    noticeOfText([operand], t, 'equality');
  const made = soughtMoment(operand, first?.type?.type, t) ?? t.value(operand);
  const query = membersOf(asSought(node, t), t);
  if (!bySourceRules(operand, t, 'equality')) return { ...node, operand: made, query };
  return { ...node, operand: compared(operand, t, 'equality'), query: comparedColumn(node.query, query, t) };
}

/** MySQL takes no LIMIT in a query behind IN, but in one behind that. */
function membersOf(query: Query, t: Translator): Query {
  const made = t.node(query);
  if (made.limit === undefined || !t.to.features.duplicateKeys) return made;
  const { span } = query;
  const alias = name(t.freshName('members'), span);
  const from = [{ kind: 'derived-table', lateral: false, query: made, alias, span } as const];
  return queryOf({ kind: 'select', columns: [item({ kind: 'star', qualifier: [], span })], from, span });
}

/** What SQLite's query takes out of documents, as texts or numbers where one is looked for. */
function asSought({ operand, query }: InQuery, t: Translator): Query {
  const { body } = query;
  const [only, second] = body.kind === 'select' ? body.columns : [];
  if (t.source !== 'SQLITE' || body.kind !== 'select' || only === undefined || second !== undefined) return query;
  if (!isInDocument(only.expression) || !(isText(operand, t) || isNumber(operand, t))) return query;
  const expression = isText(operand, t)
    ? binary('concatenate', only.expression, text('', query.span))
    : binary('add', only.expression, number(0, query.span));
  return { ...query, body: { ...body, columns: [{ ...only, expression }] } };
}

/** By its looks: the names of the query are known within it alone. */
function isInDocument(node: Expression): boolean {
  const name = node.kind === 'call' ? node.name.parts : node.kind === 'column' ? node.parts : [];
  const isOperator = node.kind === 'binary' && node.operator === 'json-find-text';
  return isOperator || /^(json_extract|value|atom)$/i.test(name[name.length - 1]?.value ?? '');
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
  const parts = ofParts(node, node.right, t);
  if (parts !== undefined) return parts;
  return t.refuse(
    node,
    'An array that is no literal can’t be compared with in the target.',
    'Use IN with a list, or a query.',
  );
}

/** x = ANY (string_to_array(text, ',')): one of the rows that unnest has of it. */
function ofParts(
  { left, operator, quantifier, span }: QuantifiedComparison,
  array: Expression,
  t: Translator,
): Expression | undefined {
  if (operator !== 'equal' || quantifier !== 'any' || array.kind !== 'call') return undefined;
  if (functionOfCall(array, t.from)?.meaning !== 'string_to_array') return undefined;
  const alias = name(t.freshName('parts'), span);
  const value = name('part', span);
  const call: FunctionCall = { kind: 'call', name: qualified('unnest', span), arguments: [array], span };
  const query = queryOf({
    kind: 'select',
    columns: [item(column([alias, value], span))],
    from: [
      {
        kind: 'table-function',
        lateral: false,
        rowsFrom: false,
        calls: [{ kind: 'table-function-call', call, span }],
        ordinality: false,
        alias,
        columns: [value],
        span,
      },
    ],
    span,
  });
  const made = inQuery({ kind: 'in-query', negated: false, operand: left, query, span }, t);
  const [text] = array.arguments;
  // of no array nothing is known, where no rows have no value
  if (text === undefined || t.typeOf(text).nullable === false) return made;
  return t.form('$1 IS NOT NULL AND $2 OR $1 IS NULL AND NULL', [t.value(text), made], array);
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
