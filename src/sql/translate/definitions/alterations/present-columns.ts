import type { ColumnDefinition, DataType, Expression, Name } from '../../../ast/index.js';
import { column as columnNamed, nothing } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { typeInWords, valueInWords } from '../columns/columns-of-query.js';
import { ofColumn } from '../made-definitions.js';

/** What a column is in the target already, by what the catalogue tells of it; undefined where that is not all. */
export function presentColumn(column: Name, t: Translator): ColumnDefinition | undefined {
  const { span } = column;
  const known = t.scope.resolve(columnNamed([column], span));
  const { nullable, databaseType, default: value, autoIncrement } = known;
  const type = databaseType === undefined ? undefined : readType(databaseType, t);
  if (type === undefined || nullable === undefined || value === undefined) return undefined;
  const constraints = [
    ofColumn({ kind: nullable ? 'nullable' : 'not-null', span }),
    ...(value === null ? [] : [ofColumn({ kind: 'default-value', value: readValue(value, t), span })]),
    ...(autoIncrement === true ? [ofColumn({ kind: 'auto-increment', span })] : []),
  ];
  return { kind: 'column-definition', name: t.node(column), type, constraints, span };
}

/** A type in the target's own words. */
export const readType = (words: string, t: Translator): DataType | undefined => typeInWords(words, t.to);

/** A default in the target's own words. */
export const readValue = (sql: string, t: Translator): Expression =>
  valueInWords(sql, t.to) ?? nothing({ start: 0, end: 0 });
