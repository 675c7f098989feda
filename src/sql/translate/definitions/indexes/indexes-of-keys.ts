import type { CreateIndex, QualifiedName, Span, Statement } from '../../../ast/index.js';
import type { CatalogueTable } from '../../../catalogue.js';
import { column as columnNamed, name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

/**
 * Statements of MySQL with an index before each that drops one by which a foreign key finds its rows: the others need none
 * for it. https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
export function withIndexesOfKeys(
  statements: readonly Statement[],
  t: Translator,
  owner?: CatalogueTable,
): readonly Statement[] {
  if (t.target !== 'MYSQL' || t.source === 'MYSQL') return statements;
  return statements.flatMap((statement) => [...neededBefore(statement, t, owner), statement]);
}

function neededBefore(statement: Statement, t: Translator, owner: CatalogueTable | undefined): CreateIndex[] {
  const table = tableOf(statement);
  const known = owner ?? (table && t.scope.context.catalogue?.table(table.parts.map(({ value }) => value)));
  if (table === undefined || known === undefined) return [];
  const dropped = droppedBy(statement);
  const areKeys = new Set(known.foreignKeys?.map((key) => key.name.toLowerCase()));
  const isGone = (name: string): boolean =>
    dropped.has(name.toLowerCase()) && (statement.kind === 'drop' || !areKeys.has(name.toLowerCase()));
  const staysKey = (name: string): boolean => statement.kind === 'drop' || !dropped.has(name.toLowerCase());
  return keysWithoutIndex(known, isGone)
    .filter(({ name: own }) => staysKey(own))
    .map((key) => {
      t.notice('DETAIL_DROPPED', table, 'A column keeps an index of its own, which the target needs for what it does.');
      return indexOfKey(key, table, statement.span);
    });
}

/** What a table has an index for: its foreign keys, and the column that counts by itself. */
function needs({ name: own, columns, foreignKeys = [] }: CatalogueTable): readonly Key[] {
  const counting = columns.find(({ autoIncrement }) => autoIncrement === true);
  return counting === undefined
    ? foreignKeys
    : [...foreignKeys, { name: `${own}_${counting.name}`, columns: [counting.name] }];
}

/**
 * The foreign keys of a table that have no index any more where some are gone, and the column that counts:
 * https://dev.mysql.com/doc/refman/8.4/en/create-table.html
 */
export function keysWithoutIndex(known: CatalogueTable, isGone: (index: string) => boolean): Key[] {
  const keys = indexedColumns(known);
  const gone = keys.filter((key) => isGone(key.name));
  const left = keys.filter((key) => !gone.includes(key));
  return needs(known).filter(
    (key) =>
      gone.some(({ columns }) => leads(columns, key.columns)) &&
      !left.some(({ columns }) => leads(columns, key.columns)),
  );
}

function tableOf(statement: Statement): QualifiedName | undefined {
  if (statement.kind === 'drop' && statement.object === 'INDEX') return statement.on;
  return statement.kind === 'alter-table' ? statement.name : undefined;
}

/** The indexes that a statement drops, in lower case; MySQL calls that of the primary key so. */
function droppedBy(statement: Statement): ReadonlySet<string> {
  if (statement.kind === 'drop')
    return new Set(statement.names.map(({ parts }) => parts.at(-1)?.value.toLowerCase() ?? ''));
  if (statement.kind !== 'alter-table') return new Set();
  return new Set(
    statement.actions.flatMap((action) => {
      if (action.kind !== 'drop-constraint') return [];
      return [action.object === 'PRIMARY KEY' ? 'primary' : (action.name?.value.toLowerCase() ?? '')];
    }),
  );
}

/** A key or an index, by its columns. */
type Key = NonNullable<CatalogueTable['foreignKeys']>[number];

function indexedColumns({ primaryKey = [], indexes = [] }: CatalogueTable): Key[] {
  const primary = primaryKey.length === 0 ? [] : [{ name: 'primary', columns: primaryKey }];
  return [...primary, ...indexes.map((index) => ({ name: index.name, columns: index.columns ?? [] }))];
}

const leads = (columns: readonly string[], wanted: readonly string[]): boolean =>
  columns.slice(0, wanted.length).join('\0').toLowerCase() === wanted.join('\0').toLowerCase();

/** An index for a foreign key, by its name. */
export function indexOfKey(key: Key, table: QualifiedName, span: Span): CreateIndex {
  return {
    kind: 'create-index',
    type: 'index',
    name: { kind: 'qualified-name', parts: [name(key.name, span, true)], span },
    table,
    elements: key.columns.map((column) => ({
      kind: 'index-element',
      expression: columnNamed([name(column, span, true)], span),
      span,
    })),
    span,
  };
}
