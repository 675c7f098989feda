import type { DataType, Expression, Name } from '../../../ast/index.js';
import type { Dialect, DialectName } from '../../../dialects/index.js';
import { typeOfDataType, type SqlType, type SqlTypeName } from '../../../typing/index.js';
import { cast, column as columnNamed, dataType } from '../../made-nodes.js';

/** Types between which a column's own affinity, or nothing, is all that values need. */
const ALIKE: ReadonlySet<string> = new Set([
  'INTEGER BIGINT',
  'BIGINT INTEGER',
  'INTEGER DECIMAL',
  'BIGINT DECIMAL',
  'INTEGER FLOAT',
  'BIGINT FLOAT',
  'DECIMAL FLOAT',
  'BOOLEAN INTEGER',
  'BOOLEAN BIGINT',
  'JSON TEXT',
  'UUID TEXT',
  'DATE TEXT',
]);

type CastType = (written: DataType) => DataType;

const called =
  (typeName: string): CastType =>
  ({ span, arguments: values }) =>
    dataType(typeName, span, values);

/** Changes of a type for which MySQL's MODIFY makes other values than PostgreSQL does. */
const MODIFIED_OTHERWISE: ReadonlySet<string> = new Set([
  'BOOLEAN TEXT',
  'TEXT BOOLEAN',
  'FLOAT TEXT',
  'TIME TEXT',
  'TIMESTAMP TEXT',
  'TIMESTAMPTZ TEXT',
]);

/** Whether MySQL's own change of a type leaves other values than PostgreSQL's. */
export const isModifiedOtherwise = (present: SqlTypeName, type: SqlTypeName): boolean =>
  MODIFIED_OTHERWISE.has(`${present} ${type}`);

/** What MySQL's CAST calls a column's type. */
const MYSQL_CASTS: Readonly<Partial<Record<SqlTypeName, CastType>>> = {
  INTEGER: ({ span }) => dataType('signed', span),
  BIGINT: ({ span }) => dataType('signed', span),
  BOOLEAN: ({ span }) => dataType('signed', span),
  DECIMAL: called('decimal'),
  FLOAT: ({ span }) => dataType('double', span),
  TEXT: called('char'),
  DATE: ({ span }) => dataType('date', span),
  TIMESTAMP: called('datetime'),
  TIMESTAMPTZ: called('datetime'),
  TIME: called('time'),
};

const CAST_TYPES: Readonly<Record<DialectName, (type: SqlType, written: DataType) => DataType | undefined>> = {
  POSTGRESQL: (_type, written) => written,
  MYSQL: ({ type }, written) => MYSQL_CASTS[type]?.(written),
  SQLITE: () => undefined,
};

/**
 * What a column holds as another type, in the source's words: what the source makes of its values when the type changes.
 * @param present the type that it has
 * @returns undefined where its values stay what they are
 */
export function conversionOf(
  own: Name,
  present: SqlType | undefined,
  written: DataType,
  from: Dialect,
): Expression | undefined {
  const type = typeOfDataType(written, from);
  if (present === undefined || type === undefined) return undefined;
  const isSame = present.type === type.type && (type.type !== 'DECIMAL' || type.scale === present.scale);
  if (isSame || ALIKE.has(`${present.type} ${type.type}`)) return undefined;
  const to = CAST_TYPES[from.name](type, written);
  return to && cast(columnNamed([own], own.span), to);
}
