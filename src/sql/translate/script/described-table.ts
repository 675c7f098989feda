import { foldName, ownName } from '../../analysis/folded-names.js';
import type {
  ColumnDefinition,
  CreateIndex,
  CreateTable,
  DataType,
  TableConstraint,
  TableKey,
} from '../../ast/index.js';
import type { CatalogueColumn, CatalogueForeignKey, CatalogueIndex, CatalogueTable } from '../../catalogue.js';
import type { Dialect } from '../../dialects/index.js';
import { generate } from '../../generate/index.js';
import { typeOfDataType } from '../../typing/index.js';
import { usualName } from '../definitions/alterations/changed-definition.js';
import { changesItsColumns } from '../definitions/constraints/acted-on-columns.js';
import { withConstraints } from '../definitions/constraints/constraints.js';
import { counts } from './counting-columns.js';
import { primaryKeyName } from './given-names.js';
import { printed } from './printed.js';

/** A table as its own engine would describe it, by the statements that make it. */
export function describedTable(table: CreateTable, indexes: readonly CreateIndex[], dialect: Dialect): CatalogueTable {
  const primaryKey = primaryKeyOf(table, dialect);
  const keyName = dialect.name === 'POSTGRESQL' ? primaryKeyName(table, dialect) : undefined;
  const unique = indexes.filter(({ type, where }) => type === 'unique' && where === undefined);
  const apart = unique.flatMap(({ elements }) => {
    const columns = keyColumns({ elements }, dialect);
    return columns.length < elements.length ? [] : [columns];
  });
  return {
    schema: undefined,
    name: ownName(table.name, dialect),
    columns: (table.elements ?? []).flatMap((element) =>
      element.kind === 'column-definition' ? [describedColumn(element, primaryKey, dialect)] : [],
    ),
    primaryKey,
    ...(keyName !== undefined && { primaryKeyName: keyName }),
    uniqueKeys: [...uniqueKeysOf(table, dialect), ...apart],
    checks: checksOf(table, dialect),
    indexes: [...indexesOfKeys(table, dialect), ...indexes.flatMap((index) => namedIndex(index, dialect))],
    foreignKeys: foreignKeysOf(table, dialect),
  };
}

function describedColumn(column: ColumnDefinition, primaryKey: readonly string[], dialect: Dialect): CatalogueColumn {
  const { type, constraints } = column;
  const name = foldName(column.name, dialect);
  const has = (kind: string): boolean => constraints.some(({ rule }) => rule.kind === kind);
  const autoIncrement = counts(column);
  const isOfKey = primaryKey.includes(name) && dialect.name !== 'SQLITE';
  return {
    name,
    type: type === undefined ? undefined : typeOfDataType(type, dialect),
    databaseType: type === undefined ? '' : typeText(type, dialect),
    nullable: !(has('not-null') || has('primary-key') || autoIncrement || isOfKey),
    default: defaultOf(column, dialect),
    autoIncrement,
    generated: has('generated'),
    generationExpression: generationOf(column, dialect),
  };
}

/** A type as its engine writes it. */
function typeText(type: DataType, dialect: Dialect): string {
  const { span } = type;
  const name = { kind: 'name', value: 'c', quoted: false, span } as const;
  const column: ColumnDefinition = { kind: 'column-definition', name, type, constraints: [], span };
  const table = { kind: 'qualified-name', parts: [name], span } as const;
  const written = generate({ kind: 'create-table', name: table, elements: [column], span }, dialect, {
    width: Infinity,
  });
  return written
    .slice(written.indexOf('(') + 1, written.lastIndexOf(')'))
    .trim()
    .slice('c '.length)
    .toLowerCase();
}

export function defaultOf({ constraints }: ColumnDefinition, dialect: Dialect): string | null {
  for (const { rule } of constraints) if (rule.kind === 'default-value') return printed(rule.value, dialect);
  return null;
}

/** What a column is computed by; null for one that is not. */
export function generationOf({ constraints }: ColumnDefinition, dialect: Dialect): string | null {
  for (const { rule } of constraints) if (rule.kind === 'generated') return printed(rule.expression, dialect);
  return null;
}

/** The columns of a table’s primary key. */
export function primaryKeyOf({ elements = [] }: CreateTable, dialect: Dialect): string[] {
  for (const element of elements) {
    if (element.kind === 'table-constraint' && element.rule.kind === 'table-key' && element.rule.type === 'primary')
      return keyColumns(element.rule, dialect);
    if (element.kind === 'column-definition' && element.constraints.some(({ rule }) => rule.kind === 'primary-key'))
      return [foldName(element.name, dialect)];
  }
  return [];
}

/** Keys of columns alone, the primary key first. */
export function uniqueKeysOf(table: CreateTable, dialect: Dialect): string[][] {
  const keys = (table.elements ?? []).flatMap((element) => {
    if (element.kind === 'column-definition')
      return element.constraints.some(({ rule }) => rule.kind === 'unique') ? [[foldName(element.name, dialect)]] : [];
    const isUnique =
      element.kind === 'table-constraint' && element.rule.kind === 'table-key' && element.rule.type === 'unique';
    return isUnique ? [keyColumns(element.rule, dialect)].filter(({ length }) => length > 0) : [];
  });
  const primary = primaryKeyOf(table, dialect);
  return primary.length === 0 ? keys : [primary, ...keys];
}

export function keyColumns({ elements }: Pick<TableKey, 'elements'>, dialect: Dialect): string[] {
  // what starts alike is one key to a part of a column
  if (elements.some(({ length }) => length !== undefined)) return [];
  return elements.flatMap(({ expression }) => {
    const name = expression.kind === 'column' ? expression.parts.at(-1) : undefined;
    return name === undefined ? [] : [foldName(name, dialect)];
  });
}

/** Checks by the names that PostgreSQL gives to those without one. */
function checksOf(table: CreateTable, dialect: Dialect): { name: string | null; expression: string }[] {
  const owner = ownName(table.name, dialect);
  const found: { name: string | null; expression: string }[] = [];
  withConstraints(table, (constraint, column) => {
    const { rule } = constraint;
    if (rule.kind !== 'check' && rule.kind !== 'table-check') return constraint;
    const usual = dialect.name === 'POSTGRESQL' ? usualName(owner, constraint, column) : undefined;
    const name = constraint.name === undefined ? (usual ?? null) : foldName(constraint.name, dialect);
    found.push({ name, expression: printed(rule.condition, dialect) });
    return constraint;
  });
  return found;
}

/** Foreign keys, where they have names or are given some by their columns. */
function foreignKeysOf(table: CreateTable, dialect: Dialect): CatalogueForeignKey[] {
  const owner = ownName(table.name, dialect);
  const found: CatalogueForeignKey[] = [];
  withConstraints(table, (constraint, column) => {
    const { rule } = constraint;
    const columns =
      rule.kind === 'table-foreign-key'
        ? rule.columns
        : rule.kind === 'references' && column
          ? [column.name]
          : undefined;
    const isReference = rule.kind === 'references' || rule.kind === 'table-foreign-key';
    if (columns === undefined || !isReference) return constraint;
    const name = constraint.name?.value ?? usualName(owner, constraint, column);
    const changesColumns = changesItsColumns(rule.reference);
    if (name !== undefined) found.push({ name, columns: columns.map((one) => foldName(one, dialect)), changesColumns });
    return constraint;
  });
  return found;
}

/** What an engine calls the index of a key without a name. */
function usualIndexName(owner: string, columns: readonly string[], { name: dialect }: Dialect): string | undefined {
  if (dialect === 'POSTGRESQL') return [owner, ...columns, 'key'].join('_');
  return dialect === 'MYSQL' ? columns[0] : undefined;
}

function indexesOfKeys(table: CreateTable, dialect: Dialect): CatalogueIndex[] {
  const owner = ownName(table.name, dialect);
  const made = (name: string | undefined, unique: boolean, columns: readonly string[]): CatalogueIndex[] =>
    name === undefined ? [] : [{ name, unique, columns }];
  return (table.elements ?? []).flatMap((element) => {
    if (element.kind === 'column-definition') {
      const unique = element.constraints.find(({ rule }) => rule.kind === 'unique');
      const own = [foldName(element.name, dialect)];
      const name = unique?.name === undefined ? usualIndexName(owner, own, dialect) : foldName(unique.name, dialect);
      return unique === undefined ? [] : made(name, true, own);
    }
    return element.kind === 'table-constraint' ? indexOfConstraint(element, owner, dialect, made) : [];
  });
}

function indexOfConstraint(
  { name, rule }: TableConstraint,
  owner: string,
  dialect: Dialect,
  made: (name: string | undefined, unique: boolean, columns: readonly string[]) => CatalogueIndex[],
): CatalogueIndex[] {
  if (rule.kind !== 'table-key' || rule.type === 'primary') return [];
  const given = rule.indexName ?? name;
  const called =
    given === undefined ? usualIndexName(owner, keyColumns(rule, dialect), dialect) : foldName(given, dialect);
  return made(called, rule.type === 'unique', keyColumns(rule, dialect));
}

const namedIndex = ({ name, type, elements }: CreateIndex, dialect: Dialect): CatalogueIndex[] =>
  name === undefined
    ? []
    : [{ name: ownName(name, dialect), unique: type === 'unique', columns: keyColumns({ elements }, dialect) }];
