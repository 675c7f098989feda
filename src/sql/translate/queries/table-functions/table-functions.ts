import { functionOfCall } from '../../../analysis/function-of-call.js';
import type {
  ColumnReference,
  Expression,
  Name,
  Select,
  SelectItem,
  TableFunction,
  TableReference,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import type { Scope } from '../../../typing/index.js';
import type { Field, Source } from '../../../typing/sources.js';
import { column, item, name } from '../../made-nodes.js';
import { written } from '../../expressions/documents/json-written.js';
import type { Translator } from '../../translator.js';
import { elementRows } from './element-rows.js';
import { recordPlan } from './json-records.js';
import { jsonRows } from './json-rows.js';
import { jsonTablePlan } from './json-table-rows.js';
import type { Planner, RowCall, RowPlan } from '../row-plan.js';
import { seriesRows } from './series.js';

const PLANNERS: Readonly<Record<string, Planner>> = { ...jsonRows, ...elementRows, series: seriesRows };

/** The plans of a translation; undefined while one is made. */
const plans = new WeakMap<Translator, Map<TableFunction, RowPlan | undefined>>();

/** Functions in FROM. */
export function tableFunction(node: TableFunction, t: Translator): TableReference {
  return planOf(node, t).table;
}

function planOf(node: TableFunction, t: Translator): RowPlan {
  const known = plans.get(t) ?? new Map<TableFunction, RowPlan | undefined>();
  plans.set(t, known);
  const present = known.get(node);
  if (present !== undefined) return present;
  known.set(node, undefined);
  const plan = newPlan(node, t) ?? t.refuse(node, `\`${t.textOf(node)}\` has no counterpart in the target.`);
  known.set(node, plan);
  return plan;
}

function newPlan(node: TableFunction, t: Translator): RowPlan | undefined {
  const [first, second] = node.calls;
  if (first === undefined || second !== undefined || first.definitions !== undefined) return undefined;
  const { call } = first;
  const source = sourceOf(node, t.scope);
  const names = source?.columns?.map((one) => one.name) ?? [];
  const alias = node.alias === undefined ? t.freshName('rows') : t.scope.fold(node.alias);
  const rowCall: RowCall = { node, meaning: '', arguments: [], alias, names, t };
  if (call.kind === 'json-table') return jsonTablePlan(call, rowCall);
  if (call.kind !== 'call') return undefined;
  const meaning = functionOfCall(call, t.from)?.meaning ?? '';
  const whole: RowCall = { ...rowCall, meaning, arguments: call.arguments };
  return node.definitions === undefined ? PLANNERS[meaning]?.(whole) : recordPlan(node.definitions, whole);
}

/** A scope and those around it, from the inside out. */
export function outwards(scope: Scope): readonly Scope[] {
  const found = [scope];
  for (let one = scope.outer; one !== undefined; one = one.outer) found.push(one);
  return found;
}

/** Whether there is a function in FROM whose columns a name may mean: seldom, so that most names need not be looked up. */
function hasFunctions(scope: Scope): boolean {
  for (let one: Scope | undefined = scope; one !== undefined; one = one.outer)
    for (const { reference } of one.from.sources) if (reference !== undefined) return true;
  return false;
}

function sourceOf(node: TableFunction, scope: Scope): Source | undefined {
  for (const { from } of outwards(scope)) {
    const found = from.sources.find(({ reference }) => reference === node);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether what stands there are the arguments of these rows, which know nothing of their columns. */
const isPlanned = ({ reference }: Source, t: Translator): boolean =>
  reference !== undefined && plans.get(t)?.has(reference) === true && plans.get(t)?.get(reference) === undefined;

interface Found {
  readonly reference: TableFunction;
  readonly index: number;
  readonly source: Source;
}

/** The column of a function's rows that a name means. */
function find(node: ColumnReference, t: Translator): Found | undefined {
  const { parts } = node;
  const { scope } = t;
  if (!hasFunctions(scope)) return undefined;
  const last = parts[parts.length - 1] as Name;
  const key = scope.key(last);
  const qualifier = scope.qualifierOf(parts);
  for (const { from } of outwards(scope)) {
    const sources = from.sources.filter((one) => !isPlanned(one, t));
    const candidates = qualifier.length === 0 ? sources : sources.filter((one) => one.isNamed(qualifier));
    const source = candidates.find((one) => one.column(key) !== undefined);
    if (source !== undefined) return foundIn(source, key, node, t);
    const whole = parts.length === 1 ? sources.find((one) => one.isNamed([key])) : undefined;
    // the rows of a function of one value are its values
    if (whole?.columns?.length === 1) return foundIn(whole, scope.keyOf(whole.columns[0]?.name ?? ''), node, t);
    if (candidates.some(({ columns }) => columns === undefined)) return undefined;
  }
  return undefined;
}

/** Which of several columns of one name a star stands for: `unnest(a, b)` calls both so. */
const PLACES = new WeakMap<ColumnReference, number>();

function foundIn(source: Source, key: string, node: ColumnReference, t: Translator): Found | undefined {
  const { reference, columns = [] } = source;
  const isIt = (one: { readonly name: string }): boolean => t.scope.keyOf(one.name) === key;
  const index = PLACES.get(node) ?? columns.findIndex(isIt);
  if (reference !== undefined && !PLACES.has(node) && columns.slice(index + 1).some(isIt))
    t.refuse(node, `Several columns are called \`${t.textOf(node)}\` here.`, 'Name them: … AS u (a, b).');
  return reference === undefined || index < 0 ? undefined : { reference, index, source };
}

/** What stands for a column of a function's rows; undefined for other columns. */
export function columnOfRows(node: ColumnReference, t: Translator): Expression | undefined {
  const found = find(node, t);
  if (found === undefined) return undefined;
  if (isValueOfRows(node, t)) return written({ document: node, steps: [], gives: 'value' }, 'value', node, t);
  return (
    planOf(found.reference, t).columns[found.index] ??
    t.refuse(node, `\`${t.textOf(node)}\` is a column that the target has not.`)
  );
}

/** Columns of SQLite's json_each whose values are of the types of what is there. */
const VALUES: ReadonlySet<number> = new Set([1, 3]);

/** Whether a column is what is in a document, and adapts to its place. */
export function isValueOfRows(node: ColumnReference, t: Translator): boolean {
  if (t.source !== 'SQLITE') return false;
  const found = find(node, t);
  return found !== undefined && VALUES.has(found.index) && planOf(found.reference, t).document !== undefined;
}

/** Whether a column is the key of SQLite's json_each: a number in an array, and a text in an object. */
export function isKeyOfRows(node: Expression, t: Translator): boolean {
  if (t.source !== 'SQLITE' || t.target === 'SQLITE' || node.kind !== 'column') return false;
  const found = find(node, t);
  return found?.index === 0 && planOf(found.reference, t).document !== undefined;
}

/** Such a key as the number that it is; NULL where it is a text. */
export const numberOfKey = (node: Expression, t: Translator): Expression =>
  t.form(NUMBER_OF_KEY[t.target], [t.value(node)], node);

const NUMBER_OF_KEY: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: "CASE WHEN $1 ~ '^[0-9]+$' THEN CAST($1 AS bigint) END",
  MYSQL: "CASE WHEN $1 REGEXP '^[0-9]+$' THEN CAST($1 AS SIGNED) END",
  SQLITE: '$1',
};

/** The same where it is reckoned with: a text is 0 then. Undefined where the target reckons with texts of digits as well. */
export const reckonedKey = (node: Expression, t: Translator): Expression | undefined =>
  t.target === 'POSTGRESQL' && isKeyOfRows(node, t)
    ? t.form("CASE WHEN $1 ~ '^[0-9]+$' THEN CAST($1 AS bigint) WHEN $1 IS NOT NULL THEN 0 END", [t.value(node)], node)
    : undefined;

/** The document that such a column has at its row. */
export function documentOfRows(node: Expression, t: Translator): Expression | undefined {
  if (t.source !== 'SQLITE' || node.kind !== 'column') return undefined;
  const found = find(node, t);
  const document = found && VALUES.has(found.index) ? planOf(found.reference, t).document : undefined;
  return document !== undefined && found?.index === ATOM ? t.form(ATOMS[t.target], [document], node) : document;
}

/** The column that has what is neither an array nor an object. */
const ATOM = 3;
const ATOMS: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: "CASE WHEN jsonb_typeof($1) NOT IN ('array', 'object') THEN $1 END",
  MYSQL: "CASE WHEN JSON_TYPE($1) NOT IN ('ARRAY', 'OBJECT') THEN $1 END",
  SQLITE: '$1',
};

/** A star over the rows of a function becomes their columns as the source has them. */
export function withoutStar(node: SelectItem, { from = [] }: Select, t: Translator): readonly SelectItem[] {
  const { expression } = node;
  if (expression.kind !== 'star') return [node];
  const { sources, fields } = t.scope.from;
  const qualifier = expression.qualifier.map((part) => t.scope.key(part));
  const meant = qualifier.length === 0 ? sources : sources.filter((one) => one.isNamed(qualifier));
  if (!meant.some(({ reference }) => reference !== undefined)) return [node];
  const columnsOf = (of: Field[]): SelectItem[] =>
    of.map(({ source, column: one }) => {
      const parts = [...source.path.slice(-1), one.name].map((part) => name(part, node.span, true));
      const own = column(parts, node.span);
      if (source.reference !== undefined) PLACES.set(own, source.columns?.indexOf(one) ?? 0);
      return item(own, name(one.name, node.span));
    });
  if (fields !== undefined) return columnsOf(fields.filter(({ source }) => meant.includes(source)));
  if (!from.some(sharesColumns))
    return meant.flatMap((source) => {
      const { columns, path } = source;
      if (columns !== undefined) return columnsOf(columns.map((one) => ({ source, column: one })));
      // without a catalogue a table's columns are all that its star says
      return [item({ ...expression, qualifier: path.slice(-1).map((part) => name(part, node.span, true)) })];
    });
  return t.refuse(node, 'What this star stands for is not known here.', 'Name the columns, or a `target`.');
}

/** Whether a join makes one of two columns, which then stand elsewhere in a star. */
const sharesColumns = (table: TableReference): boolean =>
  table.kind === 'join' &&
  (table.natural || table.using !== undefined || sharesColumns(table.left) || sharesColumns(table.right));
