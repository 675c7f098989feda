import {
  NOTICES,
  positionAt,
  type ColumnDefinition,
  type DataType,
  type Dialect,
  type TranslatedStatement,
} from '../../sql/index.js';
import { fittingType, type FittingType } from './fitting-types.js';
import { isMoment, typeOf, type Gathered } from './gathered-values.js';

type Notice = TranslatedStatement['notices'][number];

/**
 * A column with a type that keeps what rows hold in it.
 *
 * @param text what it was read from
 * @param notices gets what is told of it
 */
export function fittedColumn(
  column: ColumnDefinition,
  held: Gathered,
  {
    from,
    to,
    text,
    notices,
  }: { readonly from: Dialect; readonly to: Dialect; readonly text: string; readonly notices: Notice[] },
): ColumnDefinition {
  const type = typeOf(column.type, from);
  const fitting = fittingType(type, numbersOf(column.type), held, to);
  if (fitting === undefined) {
    if (isMoment(type) && held.forms.has('day')) notices.push(made('TYPE_CHANGED', daysOf(column), column, text));
    if (isMoment(type) && held.forms.has('milliseconds'))
      notices.push(made('TYPE_CHANGED', millisecondsOf(column), column, text));
    return column;
  }
  notices.push(noticeOf(column, fitting, text));
  return { ...column, type: madeType(fitting, column) };
}

const numbersOf = (type: DataType | undefined): readonly number[] =>
  (type?.arguments ?? []).flatMap((value) => (value.kind === 'number' ? [Number(value.text)] : []));

const madeType = ({ name, arguments: numbers }: FittingType, { span }: ColumnDefinition): DataType => ({
  kind: 'data-type',
  name,
  arguments: numbers.map((value) => ({ kind: 'number', text: String(value), span })),
  span,
});

const daysOf = ({ name }: ColumnDefinition): string =>
  `Rows hold days without times in \`${name.value}\`: they become the moments at which these begin.`;

const millisecondsOf = ({ name }: ColumnDefinition): string =>
  `Rows hold milliseconds since 1970 in \`${name.value}\`: they become the moments that these are, in UTC.`;

/** More digits or letters are no other type, and a day without a time is less of the same; anything else is another. */
function noticeOf(column: ColumnDefinition, fitting: FittingType, text: string): Notice {
  const called = `\`${column.name.value}\``;
  const declared = column.type?.name ?? '';
  if (fitting.arguments.length > 0)
    return made('TYPE_WIDENED', `Rows hold more than ${called} declares: the column is made for them.`, column, text);
  if (fitting.name === 'date' && /^(?:timestamp|datetime)/i.test(declared))
    return made('TYPE_NARROWED', `Rows hold days without times in ${called}: the column does too.`, column, text);
  const type = declared === '' ? 'no type' : `\`${declared}\``;
  const message = `${called} declares ${type}, and rows hold other values: it becomes \`${fitting.name}\`, which keeps them.`;
  return made('TYPE_CHANGED', message, column, text);
}

const made = (
  code: 'TYPE_WIDENED' | 'TYPE_NARROWED' | 'TYPE_CHANGED',
  message: string,
  { span }: ColumnDefinition,
  text: string,
): Notice => ({
  code,
  severity: NOTICES[code].severity,
  message: code === 'TYPE_CHANGED' ? `${message} ${NOTICES[code].advice}` : message,
  ...positionAt(text, span.start),
  source: text.slice(span.start, span.end),
});
