import type { ColumnDefinition, DataType, Expression, Name } from '../../../ast/index.js';
import { column as columnNamed, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { MadeColumn } from '../columns/columns.js';
import { conversionOf } from '../columns/conversions.js';
import { impliedValue } from '../columns/implied-values.js';

/** What a column holds as another type of the source; undefined where its values stay what they are. */
export function convertedValue(own: Name, written: DataType, t: Translator): Expression | undefined {
  const present = t.typeOf(columnNamed([own], own.span)).type;
  const converted = conversionOf(own, present, written, t.from);
  return converted && t.value(converted);
}

/** The value of a new column in rows that are there already; undefined where that is its default. */
export function firstValue(node: ColumnDefinition, made: MadeColumn, t: Translator): Expression | undefined {
  const { span, type } = node;
  const has = (kind: string): boolean => node.constraints.some(({ rule }) => rule.kind === kind);
  if (made.counter === undefined && node.type?.name.endsWith('serial') === true)
    return t.form('row_number() OVER ()', [], node);
  const first = impliedValue(node, t.from);
  return first !== undefined && type !== undefined && has('not-null')
    ? typeof first === 'number'
      ? number(first, span)
      : text(first, span)
    : undefined;
}
