import type {
  ColumnDefinition,
  DataType,
  ForeignReference,
  Name,
  QualifiedName,
  TableConstraint,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { parseStatement } from '../../../parser/index.js';
import type { Translator } from '../../translator.js';

/** Whether a foreign key is of the very type that it refers to: https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html */
const WANTS_SAME_TYPE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/** What a column refers to, in a table that may be there already. */
export interface Referred {
  readonly reference: ForeignReference;
  /** The place of the column in the key. */
  readonly at: number;
}

/** The references of the columns of a table, by their keys. */
export function referencesOf(
  columns: readonly ColumnDefinition[],
  constraints: readonly TableConstraint[],
  keyOf: (name: Name) => string,
): ReadonlyMap<string, Referred> {
  const found = new Map<string, Referred>();
  for (const { name, constraints: own } of columns) {
    for (const { rule } of own)
      if (rule.kind === 'references') found.set(keyOf(name), { reference: rule.reference, at: 0 });
  }
  for (const { rule } of constraints) {
    if (rule.kind !== 'table-foreign-key') continue;
    for (const [at, name] of rule.columns.entries()) found.set(keyOf(name), { reference: rule.reference, at });
  }
  return found;
}

const lastKey = ({ parts }: QualifiedName, t: Translator): string => t.scope.key(parts[parts.length - 1] as Name);

const WHOLE = /^(?:tiny|small|medium|big)?int/i;

/** The whole number that a column refers to, as the target’s table has it; undefined where that is not known, or no matter. */
export function referencedType(
  referred: Referred | undefined,
  made: string,
  own: QualifiedName,
  t: Translator,
): DataType | undefined {
  if (referred === undefined || !WANTS_SAME_TYPE[t.target] || !WHOLE.test(made)) return undefined;
  const { table, columns } = referred.reference;
  // its own columns get their types in one way
  if (lastKey(table, t) === lastKey(own, t)) return undefined;
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)));
  const name = columns[referred.at];
  const called = name === undefined ? known?.primaryKey?.[referred.at] : t.scope.fold(name);
  const column = known?.columns.find((one) => one.name.toLowerCase() === called?.toLowerCase());
  if (column === undefined || !WHOLE.test(column.databaseType)) return undefined;
  const read = parseStatement(`CREATE TABLE t (c ${column.databaseType})`, t.to);
  const [first] = read.kind === 'create-table' ? (read.elements ?? []) : [];
  return first?.kind === 'column-definition' ? first.type : undefined;
}
