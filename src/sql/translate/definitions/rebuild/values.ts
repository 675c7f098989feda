import type { ColumnDefinition, DataType, Expression, Name } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { typeOfDataType, type SqlType, type SqlTypeName } from '../../../typing/index.js';
import { cast, column as columnNamed, dataType, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { MadeColumn } from '../columns.js';
import { impliedValue } from '../implied-values.js';

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

/** What a column holds as another type of the source; undefined where its values stay what they are. */
export function convertedValue(own: Name, written: DataType, t: Translator): Expression | undefined {
  const value = columnNamed([own], own.span);
  const present = t.typeOf(value).type;
  const type = typeOfDataType(written, t.from);
  if (present === undefined || type === undefined) return undefined;
  const isSame = present.type === type.type && (type.type !== 'DECIMAL' || type.scale === present.scale);
  if (isSame || ALIKE.has(`${present.type} ${type.type}`)) return undefined;
  const to = CAST_TYPES[t.source](type, written);
  return to === undefined ? undefined : t.value(cast(value, to));
}

/** The value of a new column in rows that are there already; undefined where that is its default. */
export function firstValue(node: ColumnDefinition, made: MadeColumn, t: Translator): Expression | undefined {
  const { span, type } = node;
  const has = (kind: string): boolean => node.constraints.some(({ rule }) => rule.kind === kind);
  if (made.counter === undefined && node.type?.name.endsWith('serial') === true)
    return t.form('row_number() OVER ()', [], node);
  const first = impliedValue(node, t);
  return first !== undefined && type !== undefined && has('not-null')
    ? typeof first === 'number'
      ? number(first, span)
      : text(first, span)
    : undefined;
}
