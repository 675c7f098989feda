import { foldName } from '../analysis/folded-names.js';
import type { Query, QueryBody, SelectItem, Statement } from '../ast/index.js';
import type { DialectName } from '../dialects/index.js';
import { generate } from '../generate/index.js';
import { columnName, outputColumns } from '../typing/index.js';
import { statementColumns } from '../typing/statement-typing.js';
import { exactName, isReserved } from './expressions/names.js';
import { item, name } from './made-nodes.js';
import { lastOf } from './queries/lowering/references.js';
import type { Translator } from './translator.js';

/** The columns of a result are called as the source calls them, where the target would call them otherwise. */
export function withSourceNames(source: Statement, made: Statement, t: Translator): Statement {
  if (!t.isExact || source.kind !== 'query' || made.kind !== 'query') return made;
  if (!firstColumns(made.body).some((one) => mayBeCalledOtherwise(one, t))) return made;
  // what the source calls them; nothing where a star stands for some
  const names = statementColumns(source, t.scope, 'result')?.map((column) => column.name);
  const body = renamed(source.body, made.body, names, t);
  return body === made.body ? made : ({ ...made, body } satisfies Query);
}

function firstColumns(body: QueryBody): readonly SelectItem[] {
  if (body.kind === 'set-operation') return firstColumns(body.left);
  return body.kind === 'select' ? body.columns : [];
}

/** Every engine calls a column that is no more than that by its name, and PostgreSQL that name in lower case. */
function mayBeCalledOtherwise({ alias, expression }: SelectItem, t: Translator): boolean {
  if (alias !== undefined || expression.kind === 'star') return false;
  return expression.kind !== 'column' || t.to.features.foldsNames;
}

function renamed(source: QueryBody, made: QueryBody, names: readonly string[] | undefined, t: Translator): QueryBody {
  if (names?.length !== firstColumns(made).length) return made;
  return withItems(source, made, (one, index) => called(one, names[index] as string, t));
}

/** The columns of a query, the first of those that are combined, each changed where its counterpart stands in the source. */
function withItems(
  source: QueryBody,
  made: QueryBody,
  change: (made: SelectItem, index: number, source: SelectItem) => SelectItem,
): QueryBody {
  if (made.kind === 'set-operation' && source.kind === 'set-operation') {
    const left = withItems(source.left, made.left, change);
    return left === made.left ? made : { ...made, left };
  }
  if (made.kind !== 'select' || source.kind !== 'select' || made.columns.length !== source.columns.length) return made;
  const columns = made.columns.map((one, index) => change(one, index, source.columns[index] as SelectItem));
  return columns.some((one, index) => one !== made.columns[index]) ? { ...made, columns } : made;
}

/** Names have letters of the Basic Multilingual Plane alone in MySQL: https://dev.mysql.com/doc/refman/8.4/en/identifiers.html */
const TAKES_ANY_LETTER: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };
const BEYOND_BASIC = /[\u{10000}-\u{10ffff}]/u;

function called(made: SelectItem, wanted: string, t: Translator): SelectItem {
  const { expression } = made;
  if (!mayBeCalledOtherwise(made, t) || wanted === '' || wanted === ownName(made, t)) return made;
  if (!TAKES_ANY_LETTER[t.target] && BEYOND_BASIC.test(wanted)) return made;
  const keepsQuotes =
    !/^\w+$/.test(wanted) || isReserved(wanted, t) || (t.to.features.foldsNames && wanted !== wanted.toLowerCase());
  return { ...made, alias: name(wanted, expression.span, keepsQuotes) };
}

/**
 * The columns of a query that others read from, by the names that these write: a table's column may have it in another
 * case, which is another name to PostgreSQL, and what is computed is called otherwise by each engine.
 */
export function withWrittenNames(source: Query, made: Query, t: Translator): Query {
  const body = withItems(source.body, made.body, (one, _, from) => writtenItem(from, one, t));
  return body === made.body ? made : { ...made, body };
}

function writtenItem(source: SelectItem, made: SelectItem, t: Translator): SelectItem {
  if (made.alias !== undefined || source.expression.kind === 'star') return made;
  if (source.expression.kind !== 'column') return computedItem(source, made, t);
  if (!t.to.features.foldsNames || made.expression.kind !== 'column') return made;
  const written = lastOf(source.expression);
  const wanted = t.scope.fold(written);
  const isCalled = foldName(lastOf(made.expression), t.to) === wanted;
  return isCalled ? made : { ...made, alias: exactName(wanted, written, t) };
}

/** What is computed has a name of the engine's own: PostgreSQL calls it as its function, the others as it is written. */
function computedItem(source: SelectItem, made: SelectItem, t: Translator): SelectItem {
  const { names } = t.scope.context;
  if (names === undefined || (!t.from.features.foldsNames && !names.asksForText)) return made;
  const wanted = columnName(source, t.scope, 'derived');
  return names.asksFor(t.scope.keyOf(wanted)) ? called(made, wanted, t) : made;
}

/** What the target calls it by itself. */
function ownName(made: SelectItem, t: Translator): string {
  const query: Query = {
    kind: 'query',
    body: { kind: 'select', columns: [item(made.expression)], span: made.span },
    span: made.span,
  };
  const sql = generate(query, t.to, { width: Infinity });
  const [own] = outputColumns(query, t.to, {}) ?? [];
  return own === undefined || own.name === '?column?' ? sql.slice('SELECT '.length) : own.name;
}
