import type { Expression, InList, InQuery, Query, RowExpression, Select } from '../../../ast/index.js';
import { allColumnsOf, binary, boolean, derivedTable, name, number, qualified, text } from '../../made-nodes.js';
import type { RuleTable, Translator } from '../../translator.js';
import { alike } from './alike.js';
import { isNumber, isText } from '../coercion.js';
import { likelyFamily } from '../likely-family.js';
import { soughtMoment } from '../moments/moment-comparison.js';
import { offsetsInUtc } from '../moments/moment-offsets.js';
import { openMembers } from '../moments/open-bounds.js';
import { amongOpenWords } from '../texts/open-words.js';
import { listedClasses } from './storage-classes.js';
import { bySourceRules, compared, comparedAs, noticeOfText } from '../texts/text-comparison.js';

/** Whether a value is one of several. */
export const membership: RuleTable = { 'in-list': inList, 'in-query': inQuery };

export function inList(node: InList, t: Translator): Expression {
  if (node.items.length === 0) return boolean(node.negated, node.span);
  if (node.operand.kind === 'row') return inRows(node, t);
  if (t.typeName(node.operand) === 'ARRAY' && t.target !== t.source)
    t.refuse(node, 'Arrays can’t be compared in the target.', 'Compare their elements.');
  const ofClasses = listedClasses(node, t);
  if (ofClasses !== undefined) return ofClasses;
  const ofWords = amongOpenWords(node, t);
  if (ofWords !== undefined) return ofWords;
  const [tested, ...ofUtc] = offsetsInUtc([node.operand, ...node.items], t) as [Expression, ...Expression[]];
  const ofMoments = openMembers({ ...node, operand: tested, items: ofUtc }, t);
  if (ofMoments !== undefined) return ofMoments;
  // a parameter may be a list, each of whose texts is compared as it is
  const parameter = node.items.find((one) => one.kind === 'parameter');
  if (parameter !== undefined && bySourceRules(node.operand, t, 'equality')) {
    t.notice('UNKNOWN_TYPE', parameter, 'Texts of a list that is a parameter compare as the target’s columns do.');
    return { ...node, operand: t.value(node.operand), items: t.all(node.items) };
  }
  const [operand, ...items] = alike([tested, ...ofUtc], t, 'equality') as [Expression, ...Expression[]];
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

/** `IN (VALUES (…), …)` as a list, whose values are read as what they are compared with; undefined of any other query. */
function asList({ operand, negated, query, span }: InQuery, t: Translator): InList | undefined {
  const { body } = query;
  const isPlain = query.with === undefined && query.orderBy === undefined && query.limit === undefined;
  if (body.kind !== 'values' || !isPlain || t.to.features.inTable) return undefined;
  const items = body.rows.map(({ items: values, span: at }): Expression => {
    const [only, second] = values;
    return only !== undefined && second === undefined ? only : { kind: 'row', items: values, span: at };
  });
  return { kind: 'in-list', operand, negated, items, span };
}

export function inQuery(node: InQuery, t: Translator): Expression {
  const list = t.source === 'SQLITE' ? asList(node, t) : undefined;
  if (list !== undefined) return inList(list, t);
  const { operand } = node;
  const listed = listOf(node);
  if (listed !== undefined) return inList(listed, t);
  const columns = t.scope.columnsOf(node.query) ?? [];
  const [first] = columns;
  valuesOf(operand).forEach((one, index) => {
    const type = columns[index]?.type;
    if (type === undefined || type.type === 'TEXT') noticeOfText([one], t, 'equality');
  });
  if (operand.kind === 'row' && operand.items.some((one) => bySourceRules(one, t, 'equality')))
    return rowInQuery(operand, node, t);
  const made = soughtMoment(operand, first?.type?.type, t) ?? t.value(operand);
  const query = membersOf(asSought(node, t), t);
  if (!bySourceRules(operand, t, 'equality')) return { ...node, operand: made, query };
  return { ...node, operand: compared(operand, t, 'equality'), query: comparedColumns(node.query, query, [true], t) };
}

/** x IN (VALUES (1), (2)) is a list. */
function listOf({ operand, negated, query, span }: InQuery): InList | undefined {
  const { body, orderBy, limit } = query;
  if (body.kind !== 'values' || orderBy !== undefined || limit !== undefined) return undefined;
  const items = body.rows.map(({ items, span: at }): Expression => {
    const [only, second] = items as [Expression, Expression?];
    return second === undefined ? only : { kind: 'row', items, span: at };
  });
  return { kind: 'in-list', negated, operand, items, span };
}

/** What is looked for: one value, or those of a row. */
const valuesOf = (operand: Expression): readonly Expression[] => (operand.kind === 'row' ? operand.items : [operand]);

/** A row with texts in it, which compare by the source's rules, and the query's columns that they are looked for among. */
function rowInQuery(operand: RowExpression, node: InQuery, t: Translator): Expression {
  const items = operand.items.map((one) => compared(one, t, 'equality'));
  const areTexts = operand.items.map((one) => bySourceRules(one, t, 'equality'));
  const query = comparedColumns(node.query, membersOf(node.query, t), areTexts, t);
  return { ...node, operand: { ...operand, items }, query };
}

/** MySQL takes no LIMIT in a query behind IN, but in one behind that. */
function membersOf(query: Query, t: Translator): Query {
  const made = t.node(query);
  if (made.limit === undefined || !t.to.features.duplicateKeys) return made;
  const { span } = query;
  const alias = name(t.freshName('members'), span);
  const from = [derivedTable(made, alias, span)];
  return allColumnsOf(from, span);
}

/** What SQLite's query takes out of documents, as texts or numbers where one is looked for. */
function asSought({ operand, query }: InQuery, t: Translator): Query {
  const { body } = query;
  const [only, second] = body.kind === 'select' ? body.columns : [];
  if (t.source !== 'SQLITE' || body.kind !== 'select' || only === undefined || second !== undefined) return query;
  const family = isInDocument(only.expression) ? familySought(operand, body, t) : undefined;
  if (family === undefined) return query;
  const expression =
    family === 'text'
      ? binary('concatenate', only.expression, text('', query.span))
      : binary('add', only.expression, number(0, query.span));
  return { ...query, body: { ...body, columns: [{ ...only, expression }] } };
}

/** Of an element of a list in JSON a column takes what it is likely to hold, where nobody tells its type. */
function familySought(operand: Expression, { from = [] }: Select, t: Translator): 'text' | 'number' | undefined {
  if (isText(operand, t)) return 'text';
  if (isNumber(operand, t)) return 'number';
  const [source] = from;
  const [call] = source?.kind === 'table-function' ? source.calls : [];
  const called = call?.call.kind === 'call' ? call.call.name.parts[0]?.value : undefined;
  const isList = /^json_(?:each|tree)$/i.test(called ?? '');
  if (!isList || operand.kind !== 'column' || t.typeName(operand) !== undefined) return undefined;
  return likelyFamily(operand, t) === 'number' ? 'number' : 'text';
}

/** By its looks: the names of the query are known within it alone. */
function isInDocument(node: Expression): boolean {
  const name = node.kind === 'call' ? node.name.parts : node.kind === 'column' ? node.parts : [];
  const isOperator = node.kind === 'binary' && node.operator === 'json-find-text';
  return isOperator || /^(json_extract|value|atom)$/i.test(name[name.length - 1]?.value ?? '');
}

/** The columns of a query as they are compared: those that are texts, by the source's rules. */
function comparedColumns(source: Query, made: Query, areTexts: readonly boolean[], t: Translator): Query {
  const asked = source.body.kind === 'select' ? source.body.columns.map((one) => one.expression) : [];
  if (made.body.kind !== 'select' || asked.length !== areTexts.length || asked.some((one) => one.kind === 'star'))
    return t.refuse(source, 'The texts of this query can’t be compared by the source’s rules.', 'Name its column.');
  const columns = made.body.columns.map((one, index) => {
    if (areTexts[index] !== true) return one;
    const column = textual(asked[index] as Expression, t);
    return { ...one, expression: comparedAs(column, one.expression, t, 'equality') };
  });
  return { ...made, body: { ...made.body, columns } };
}

/** A column of the query, whose type is known within it alone. */
const textual = (node: Expression, t: Translator): Expression =>
  isText(node, t) ? node : { kind: 'collate', operand: node, collation: qualified('C', node.span), span: node.span };
