import type { Expression, InList, InQuery, Query } from '../../ast/index.js';
import { allColumnsOf, binary, boolean, derivedTable, name, number, qualified, text } from '../made-nodes.js';
import type { RuleTable, Translator } from '../translator.js';
import { alike } from './alike.js';
import { isNumber, isText } from './coercion.js';
import { soughtMoment } from './moment-comparison.js';
import { openMembers } from './open-bounds.js';
import { listedClasses } from './storage-classes.js';
import { bySourceRules, compared, comparedAs, noticeOfText } from './text-comparison.js';

/** Whether a value is one of several. */
export const membership: RuleTable = { 'in-list': inList, 'in-query': inQuery };

export function inList(node: InList, t: Translator): Expression {
  if (node.items.length === 0) return boolean(node.negated, node.span);
  if (node.operand.kind === 'row') return inRows(node, t);
  if (t.typeName(node.operand) === 'ARRAY' && t.target !== t.source)
    t.refuse(node, 'Arrays can’t be compared in the target.', 'Compare their elements.');
  const ofClasses = listedClasses(node, t);
  if (ofClasses !== undefined) return ofClasses;
  const ofMoments = openMembers(node, t);
  if (ofMoments !== undefined) return ofMoments;
  // a parameter may be a list, each of whose texts is compared as it is
  const parameter = node.items.find((one) => one.kind === 'parameter');
  if (parameter !== undefined && bySourceRules(node.operand, t, 'equality')) {
    t.notice('UNKNOWN_TYPE', parameter, 'Texts of a list that is a parameter compare as the target’s columns do.');
    return { ...node, operand: t.value(node.operand), items: t.all(node.items) };
  }
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

export function inQuery(node: InQuery, t: Translator): Expression {
  const { operand } = node;
  const [first] = t.scope.columnsOf(node.query) ?? [];
  if (first?.type === undefined || first.type.type === 'TEXT') noticeOfText([operand], t, 'equality');
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
  const from = [derivedTable(made, alias, span)];
  return allColumnsOf(from, span);
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
