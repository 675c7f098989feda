import { uniqueKeys, type OutputColumn, type StatementText } from '../../sql/index.js';
import type { NumberFormat } from '../column-type.js';
import type { JsonValue, ResultColumn, StatementRequest } from '../database-adapter.js';
import { VALUE_FORMS, type ValueFormName } from '../values/value-forms.js';
import type { MysqlRow } from './mysql-row.js';
import { typeOf, type MysqlColumn } from './mysql-types.js';
import { bitReader, readerOf, type ValueReader } from './mysql-values.js';

/** How the rows of a statement are read. */
export interface ResultShape {
  readonly columns: readonly ResultColumn[];
  /** Of those columns whose values are not passed on as they are. */
  readonly readers: readonly ColumnReader[];
}

interface ColumnReader {
  readonly index: number;
  readonly read: ValueReader;
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
    if (known?.numbers === numbers && known.native === native) return known;
    const isAlike = known?.numbers === numbers && areAlike(known.native, native);
    const shape = isAlike ? { ...known, native } : { native, numbers, ...shapeOf(native, numbers, told()) };
    this.known.set(statement, shape);
    return shape;
  }
}

/** Makes of one row what the answer carries; in its place, as nobody else has it. */
export function readRow(row: MysqlRow, readers: readonly ColumnReader[]): JsonValue[] {
  const answer = row as JsonValue[];
  for (const { index, read } of readers) {
    const value = row[index];
    if (value !== null && value !== undefined) answer[index] = read(value);
  }
  return answer;
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
    readers: native.flatMap((column, index): ColumnReader[] => {
      const form = types[index]?.form ?? 'other';
      const read = form === 'bits' ? bitReader(column.columnLength) : readerOf(form, column, numbers);
      return read === undefined ? [] : [{ index, read }];
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
