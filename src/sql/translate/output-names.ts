import type { ColumnReference, Name, Query, QueryBody, SelectItem, Statement } from '../ast/index.js';
import { generate } from '../generate/index.js';
import { outputColumns } from '../typing/index.js';
import { statementColumns } from '../typing/statement-typing.js';
import { exactName, isReserved } from './expressions/names.js';
import { item, name } from './made-nodes.js';
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
  if (made.kind === 'set-operation' && source.kind === 'set-operation') {
    const left = renamed(source.left, made.left, names, t);
    return left === made.left ? made : { ...made, left };
  }
  if (made.kind !== 'select' || source.kind !== 'select' || made.columns.length !== source.columns.length) return made;
  if (names?.length !== made.columns.length) return made;
  const columns = made.columns.map((one, index) => called(one, names[index] as string, t));
  return columns.some((one, index) => one !== made.columns[index]) ? { ...made, columns } : made;
}

function called(made: SelectItem, wanted: string, t: Translator): SelectItem {
  const { expression } = made;
  if (!mayBeCalledOtherwise(made, t) || wanted === '' || wanted === ownName(made, t)) return made;
  const keepsQuotes =
    !/^\w+$/.test(wanted) || isReserved(wanted, t) || (t.to.features.foldsNames && wanted !== wanted.toLowerCase());
  return { ...made, alias: name(wanted, expression.span, keepsQuotes) };
}

/**
 * The columns of a query that others read from, by the names that these write: a table's column may have it in another
 * case, which is another name to PostgreSQL.
 */
export function withWrittenNames(source: Query, made: Query, t: Translator): Query {
  if (!t.to.features.foldsNames) return made;
  const body = asWritten(source.body, made.body, t);
  return body === made.body ? made : { ...made, body };
}

function asWritten(source: QueryBody, made: QueryBody, t: Translator): QueryBody {
  if (made.kind === 'set-operation' && source.kind === 'set-operation') {
    const left = asWritten(source.left, made.left, t);
    return left === made.left ? made : { ...made, left };
  }
  if (made.kind !== 'select' || source.kind !== 'select' || made.columns.length !== source.columns.length) return made;
  const columns = made.columns.map((one, index) => writtenItem(source.columns[index] as SelectItem, one, t));
  return columns.some((one, index) => one !== made.columns[index]) ? { ...made, columns } : made;
}

function writtenItem(source: SelectItem, made: SelectItem, t: Translator): SelectItem {
  if (made.alias !== undefined || made.expression.kind !== 'column' || source.expression.kind !== 'column') return made;
  const written = lastOf(source.expression);
  const wanted = t.scope.fold(written);
  return lastOf(made.expression).value === wanted ? made : { ...made, alias: exactName(wanted, written, t) };
}

const lastOf = ({ parts }: ColumnReference): Name => parts[parts.length - 1] as Name;

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
