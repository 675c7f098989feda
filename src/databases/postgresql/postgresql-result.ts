import type { FieldDef as Field } from 'pg';
import { uniqueKeys } from '../../sql/index.js';
import type { NumberFormat } from '../column-type.js';
import type { JsonValue, ResultColumn } from '../database-adapter.js';
import { VALUE_FORMS } from '../values/value-forms.js';
import { typeWords } from './postgresql-types.js';
import { readerOf, type TextReader } from './postgresql-values.js';
import type { TextRow } from './statement-query.js';
import type { AskTypes, TypeCatalogue } from './type-catalogue.js';

/** How the rows of a statement are read. */
export interface ResultShape {
  readonly columns: readonly ResultColumn[];
  readonly readers: readonly TextReader[];
}

/** The shapes of results; that of a prepared statement, whose description stays, is worked out once. */
export class ResultShapes {
  private readonly known: Readonly<Record<NumberFormat, WeakMap<readonly Field[], ResultShape>>> = {
    SAFE: new WeakMap(),
    STRINGS: new WeakMap(),
  };

  constructor(private readonly types: TypeCatalogue) {}

  async of(native: readonly Field[], numbers: NumberFormat, ask: AskTypes): Promise<ResultShape> {
    const known = this.known[numbers].get(native);
    if (known !== undefined) return known;
    const types = await this.types.typesOf(native, ask);
    const keys = uniqueKeys(native.map(({ name }) => name));
    const shape: ResultShape = {
      columns: native.map(({ name, dataTypeModifier }, index) => {
        const type = types[index] ?? { name: '', form: 'other' };
        const key = keys[index] ?? name;
        return { name, key, type: VALUE_FORMS[type.form].type, databaseType: typeWords(type, dataTypeModifier) };
      }),
      readers: types.map((type) => readerOf(type, numbers)),
    };
    this.known[numbers].set(native, shape);
    return shape;
  }
}

/** Maps one row to what the answer carries. */
export function readRow(row: TextRow, readers: readonly TextReader[]): JsonValue[] {
  return row.map((text, index) => (text === null ? null : (readers[index]?.(text) ?? null)));
}
