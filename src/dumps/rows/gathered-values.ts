import {
  typeOfDataType,
  type ColumnDefinition,
  type DataType,
  type Dialect,
  type SqlTypeName,
} from '../../sql/index.js';
import type { HeldValues } from './fitting-types.js';
import { formOfNumber, formOfText, type Form, type FormOptions } from './forms-of-values.js';
import type { WrittenValue } from './written-values.js';

/** What is gathered of one column. */
export interface Gathered extends HeldValues, FormOptions {
  readonly forms: Set<Form>;
  longest: number;
  mostDigits: number;
}

const NUMERIC: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName>([
  ...(['INTEGER', 'BIGINT', 'FLOAT', 'DECIMAL', 'BOOLEAN'] as const),
  ...(['TIMESTAMP', 'TIMESTAMPTZ', 'DATE', 'TIME', 'JSON', 'UUID'] as const),
]);

/** What a declaration means; bytes are a type here, of which the language says nothing, since any value may be in there. */
export const typeOf = (type: DataType | undefined, dialect: Dialect): SqlTypeName | undefined =>
  type && (/^blob$/i.test(type.name) ? 'BINARY' : typeOfDataType(type, dialect)?.type);

/** Whether a type keeps moments. */
export const isMoment = (type: SqlTypeName | undefined): boolean => type === 'TIMESTAMP' || type === 'TIMESTAMPTZ';

/** Whether a column has a rule of a kind. */
export const hasRule = (
  { constraints }: ColumnDefinition,
  kind: ColumnDefinition['constraints'][number]['rule']['kind'],
): boolean => constraints.some(({ rule }) => rule.kind === kind);

/** What is to be gathered of a column that other values may come into; a number of rows takes none. */
export function gatheredOf(column: ColumnDefinition, dialect: Dialect): Gathered | undefined {
  const { type } = column;
  if (hasRule(column, 'primary-key') && /^integer$/i.test(type?.name ?? '')) return undefined;
  const name = typeOf(type, dialect);
  return {
    forms: new Set(),
    longest: 0,
    mostDigits: 0,
    hasDefault: hasRule(column, 'default-value'),
    isNumeric: NUMERIC.has(name),
    isDocument: name === 'JSON',
    isMoment: isMoment(name),
  };
}

/** Takes in one value. */
export function gather(column: Gathered, value: WrittenValue): void {
  if (value.kind === 'null') return;
  if (value.kind === 'bytes') {
    column.forms.add('bytes');
    return;
  }
  const { kind, text } = value;
  column.longest = Math.max(column.longest, text.length);
  const form = kind === 'number' ? formOfNumber(text, column) : formOfText(text, column);
  column.forms.add(form);
  if (column.isNumeric && (form === 'whole' || form === 'huge' || form === 'fraction'))
    column.mostDigits = Math.max(column.mostDigits, digitsOf(text));
}

/** Whether a column comes to hold what it did not yet, where it takes over the values of another. */
export function takesOver(to: Gathered, from: Gathered): boolean {
  const before = to.forms.size + to.longest + to.mostDigits;
  for (const form of from.forms) {
    // a text may be a number, or a document, to the column that it comes to
    if (form === 'text' && (to.isNumeric !== from.isNumeric || to.isDocument !== from.isDocument)) continue;
    to.forms.add(form === 'milliseconds' && !to.isMoment ? 'whole' : form);
  }
  to.longest = Math.max(to.longest, from.longest);
  if (to.isNumeric) to.mostDigits = Math.max(to.mostDigits, from.mostDigits);
  return to.forms.size + to.longest + to.mostDigits > before;
}

/** How many digits a number has before its point. */
function digitsOf(text: string): number {
  const [mantissa = '', exponent = '0'] = text.trim().toLowerCase().split('e');
  const whole = /^[+-]?0*(\d*)/.exec(mantissa)?.[1] ?? '';
  return Math.max(0, whole.length + Number(exponent));
}
