import mysql from 'mysql2';
import { uniqueKeys, type OutputColumn, type StatementText } from '../../sql/index.js';
import type { NumberFormat } from '../column-type.js';
import type { JsonValue, ResultColumn, StatementRequest } from '../database-adapter.js';
import { VALUE_FORMS, type ValueFormName } from '../values/value-forms.js';
import type { MysqlRow } from './mysql-row.js';
import { typeOf, type MysqlColumn } from './mysql-types.js';
import { bitReader, readerOf, type ValueReader } from './mysql-values.js';

const { Types } = mysql as unknown as { readonly Types: Readonly<Record<string, number>> };

/** How the rows of a statement are read. */
export interface ResultShape {
  readonly columns: readonly ResultColumn[];
  readonly readers: readonly ValueReader[];
}

interface KnownShape extends ResultShape {
  readonly native: readonly MysqlColumn[];
  readonly numbers: NumberFormat;
}

/** The shapes of statements' results, worked out once for as long as the server describes them alike. */
export class ResultShapes {
  private readonly known = new WeakMap<StatementText, KnownShape>();

  of(native: readonly MysqlColumn[], { statement, numbers, told }: StatementRequest): ResultShape {
    const known = this.known.get(statement);
    if (known?.numbers === numbers && areAlike(known.native, native)) return known;
    const shape = { native, numbers, ...shapeOf(native, numbers, told()) };
    this.known.set(statement, shape);
    return shape;
  }
}

/** Maps one row to what the answer carries. */
export function readRow(row: MysqlRow, readers: readonly ValueReader[]): JsonValue[] {
  return row.map((value, index) => (value === null ? null : (readers[index]?.(value) ?? null)));
}

function shapeOf(
  native: readonly MysqlColumn[],
  numbers: NumberFormat,
  told: readonly OutputColumn[] | null,
): ResultShape {
  const keys = uniqueKeys(native.map(({ name }) => name));
  const beside = told?.length === native.length ? told : [];
  const types = native.map((column, index) => toldType(column, beside[index]));
  return {
    columns: types.map(({ form, words }, index) => {
      const name = native[index]?.name ?? '';
      return { name, key: keys[index] ?? name, type: VALUE_FORMS[form].type, databaseType: words };
    }),
    readers: native.map((column, index): ValueReader => {
      const form = types[index]?.form ?? 'other';
      if (form === 'bits') return bitReader(column.columnLength);
      return readerOf(form, column.columnType === Types.FLOAT, numbers);
    }),
  };
}

/** All that a shape is made of. */
const LOOKS = [
  'name',
  'columnType',
  'columnLength',
  'flags',
  'decimals',
  'characterSet',
  'extendedTypeName',
  'extendedFormat',
] as const satisfies readonly (keyof MysqlColumn)[];

function areAlike(left: readonly MysqlColumn[], right: readonly MysqlColumn[]): boolean {
  if (left.length !== right.length) return false;
  return left.every((column, index) => LOOKS.every((look) => column[look] === right[index]?.[look]));
}

const INTEGERS: ReadonlySet<ValueFormName> = new Set(['integer', 'bigint']);

/** The wire knows no truth values and, on MariaDB, no JSON of expressions: what the text tells stands in for it. */
function toldType(column: MysqlColumn, told: OutputColumn | undefined): ReturnType<typeof typeOf> {
  const type = typeOf(column);
  const meant = told?.type?.type;
  if (meant === 'BOOLEAN' && INTEGERS.has(type.form)) return { ...type, form: 'boolean' };
  if (meant === 'JSON' && type.form === 'text') return { ...type, form: 'json' };
  return type;
}
