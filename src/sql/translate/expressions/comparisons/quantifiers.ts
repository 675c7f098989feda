import { functionOfCall } from '../../../analysis/function-of-call.js';
import type {
  BinaryOperator,
  DataType,
  Expression,
  FunctionCall,
  QuantifiedComparison,
  Query,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { hasAggregate } from '../../../typing/aggregates.js';
import {
  allOf,
  anyOf,
  binary,
  boolean,
  calledTable,
  cast,
  column,
  derivedTable,
  item,
  name,
  not,
  qualified,
  queryOf,
} from '../../made-nodes.js';
import type { RuleTable, Translator } from '../../translator.js';
import { elementType, isArray, isElement, isPlainElement } from '../arrays/array-values.js';
import { ORDERING } from './comparisons.js';
import { inList, inQuery } from './membership.js';
import { itemsOfText } from '../arrays/written-arrays.js';

/** ANY and ALL of an array or of a query. */
export const quantifiers: RuleTable = { quantified };

/** Whether the target has ANY and ALL over queries. */
const HAS_QUANTIFIERS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: true, SQLITE: false };

function quantified(node: QuantifiedComparison, t: Translator): Expression {
  if (node.right.kind === 'query') return overQuery(node, node.right, t);
  if (t.target === t.source) return t.children(node);
  if (node.right.kind === 'array-query') return overRows(node, node.right.query, t);
  const items = node.right.kind === 'array' ? node.right.items : (itemsOfCast(node.right) ?? itemsOfText(node.right));
  if (items !== undefined) return overItems(node, items, t);
  const found =
    ofParameter(node, t) ??
    ofParts(node, node.right, t) ??
    ofElements(node, node.right, t) ??
    ofRows(node, node.right, t);
  if (found !== undefined) return found;
  return t.refuse(
    node,
    'An array that is no literal can’t be compared with in the target.',
    'Use IN with a list, or a query.',
  );
}

/**
 * The elements of `(ARRAY['a'::varchar, 'b'::varchar])::text[]`, as PostgreSQL writes each list of texts into the checks and views
 * that it dumps: a cast of all is one of each.
 */
function itemsOfCast(array: Expression): readonly Expression[] | undefined {
  if (array.kind !== 'cast' || array.operand.kind !== 'array' || array.type.dimensions?.length !== 1) return undefined;
  const { dimensions: _, ...each } = array.type;
  return array.operand.items.map((one) => {
    const isWord = one.kind === 'cast' && one.operand.kind === 'string' && isTextType(one.type) && isTextType(each);
    return isWord ? one.operand : cast(one, each);
  });
}

const isTextType = ({ name: called, arguments: given }: DataType): boolean =>
  given.length === 0 && (called === 'text' || called === 'character varying' || called === 'varchar');

/** x = ANY (ARRAY(SELECT …)): one of the rows, of which the query may take the first ones alone. */
function overRows(node: QuantifiedComparison, query: Query, t: Translator): Expression {
  const { left: operand, operator, quantifier, span } = node;
  return operator === 'equal' && quantifier === 'any'
    ? inQuery({ kind: 'in-query', negated: false, operand, query, span }, t)
    : overQuery(node, query, t);
}

/** x = ANY ($1): a parameter takes its array as the list that stands in IN, cast or not. */
function ofParameter(node: QuantifiedComparison, t: Translator): Expression | undefined {
  const { right } = node;
  const value = right.kind === 'cast' ? right.operand : right;
  if (value.kind !== 'parameter') return undefined;
  const isEqual = node.operator === 'equal' && node.quantifier === 'any';
  const isOther = node.operator === 'not-equal' && node.quantifier === 'all';
  return isEqual || isOther ? overItems(node, [value], t) : undefined;
}

/** x = ANY (string_to_array(text, ',')): one of the rows that unnest has of it. */
function ofParts(
  { left, operator, quantifier, span }: Pick<QuantifiedComparison, 'left' | 'operator' | 'quantifier' | 'span'>,
  array: Expression,
  t: Translator,
  type?: DataType,
): Expression | undefined {
  if (operator !== 'equal' || quantifier !== 'any') return undefined;
  if (array.kind === 'cast' && array.type.dimensions !== undefined) {
    const { dimensions: _, ...each } = array.type;
    return ofParts({ left, operator, quantifier, span }, array.operand, t, each);
  }
  if (array.kind !== 'call' || functionOfCall(array, t.from)?.meaning !== 'string_to_array') return undefined;
  const alias = name(t.freshName('parts'), span);
  const value = name('part', span);
  const part = column([alias, value], span);
  const call: FunctionCall = { kind: 'call', name: qualified('unnest', span), arguments: [array], span };
  const query = queryOf({
    kind: 'select',
    columns: [item(type === undefined ? part : cast(part, type))],
    from: [calledTable(call, [alias, value], span)],
    span,
  });
  const made = inQuery({ kind: 'in-query', negated: false, operand: left, query, span }, t);
  const [text] = array.arguments;
  // of no array nothing is known, where no rows have no value
  if (text === undefined || t.typeOf(text).nullable === false) return made;
  return t.form('$1 IS NOT NULL AND $2 OR $1 IS NULL AND NULL', [t.value(text), made], array);
}

/** x = ANY (array) and x <> ALL (array), of an array that is a value. */
function ofElements(node: QuantifiedComparison, array: Expression, t: Translator): Expression | undefined {
  if (!isArray(array, t)) return undefined;
  const { left, operator, quantifier } = node;
  const isOne = operator === 'equal' && quantifier === 'any';
  if (!isOne && (operator !== 'not-equal' || quantifier !== 'all')) return undefined;
  const made = isElement(left, array, node, t);
  return isOne ? made : made && not(made);
}

/** x > ALL (array), of an array that is a value: of the rows that unnest makes of it. */
function ofRows(node: QuantifiedComparison, array: Expression, t: Translator): Expression | undefined {
  if (!isArray(array, t) || !isPlainElement(elementType(array, t))) return undefined;
  const made = overQuery(node, rowsOfArray(array, t), t);
  return t.typeOf(array).nullable === false
    ? made
    : t.form('CASE WHEN $1 IS NOT NULL THEN $2 END', [t.value(array), made], node);
}

/** SELECT element FROM unnest(array) */
function rowsOfArray(array: Expression, t: Translator): Query {
  const { span } = array;
  const alias = name(t.freshName('elements'), span);
  const value = name(t.freshName('element'), span);
  const call: FunctionCall = { kind: 'call', name: qualified('unnest', span), arguments: [array], span };
  return queryOf({
    kind: 'select',
    columns: [item(column([alias, value], span))],
    from: [calledTable(call, [alias, value], span)],
    span,
  });
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
  return quantifier === 'any' ? anyOf(tests) : allOf(tests);
}

type Operator = Exclude<QuantifiedComparison['operator'], { readonly symbol: string }>;
const COMPARISONS: ReadonlySet<string> = new Set(['equal', 'not-equal', ...ORDERING]);
const isComparison = (operator: Operator): operator is BinaryOperator => COMPARISONS.has(operator);

function overQuery(node: QuantifiedComparison, query: Query, t: Translator): Expression {
  const { left, operator, quantifier, span } = node;
  // MariaDB compares what a group comes to wrongly from the second run of a prepared statement on
  const isPlain = HAS_QUANTIFIERS[t.target] && !(t.target === 'MYSQL' && hasAggregate(left, t.from));
  if (isPlain && typeof operator !== 'object' && isComparison(operator)) {
    return { ...node, left: t.value(left), right: t.node(query) };
  }
  if (operator === 'equal' && quantifier === 'any')
    return inQuery({ kind: 'in-query', negated: false, operand: left, query, span }, t);
  if (operator === 'not-equal' && quantifier === 'all')
    return inQuery({ kind: 'in-query', negated: true, operand: left, query, span }, t);
  if (typeof operator === 'object' || !isComparison(operator))
    return t.refuse(node, 'The target has no ANY and ALL over patterns.');
  const ofExtreme = hasAggregate(left, t.from) ? byExtreme(operator, node, query, t) : undefined;
  return ofExtreme ?? counted(operator, node, query, t);
}

/** The value of a query that decides: one that is greater than all of them is greater than the greatest. */
const DECIDING: Readonly<Record<QuantifiedComparison['quantifier'], Partial<Record<BinaryOperator, 'MAX' | 'MIN'>>>> = {
  all: { greater: 'MAX', 'greater-or-equal': 'MAX', less: 'MIN', 'less-or-equal': 'MIN' },
  any: { greater: 'MIN', 'greater-or-equal': 'MIN', less: 'MAX', 'less-or-equal': 'MAX' },
};

/** max(x) > ALL (query): what groups come to can't stand within a query of its own. */
function byExtreme(
  operator: BinaryOperator,
  { left, quantifier, span }: QuantifiedComparison,
  query: Query,
  t: Translator,
): Expression | undefined {
  const extreme = DECIDING[quantifier][operator];
  if (extreme === undefined) return undefined;
  const alias = name(t.freshName('rows'), span);
  const value = name('value', span);
  const rows = namedRows(t.node(query), value, t);
  const asked = (sql: string): Expression => ({
    kind: 'subquery',
    query: queryOf({
      kind: 'select',
      columns: [item(t.form(sql, [column([alias, value], span)], left))],
      from: [derivedTable(rows, alias, span)],
      span,
    }),
    span,
  });
  const test = binary(operator, t.value(left), asked(`${extreme}($1)`));
  const decisive = quantifier === 'all' ? not(test) : test;
  const [found, otherwise] = quantifier === 'any' ? ['TRUE', 'FALSE'] : ['FALSE', 'TRUE'];
  return t.form(
    `CASE WHEN $1 = 0 THEN ${otherwise} WHEN $2 THEN ${found} WHEN $3 > 0 OR $4 IS NULL THEN NULL ELSE ${otherwise} END`,
    [asked('COUNT(*)'), decisive, asked('COUNT(*) - COUNT($1)'), test],
    left,
  );
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
      from: [derivedTable(rows, alias, span)],
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
