import {
  contains,
  type AlterTable,
  type ColumnDefinition,
  type CreateIndex,
  type DataType,
  type Expression,
  type IndexElement,
  type Name,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import type { SqlTypeName } from '../../../typing/index.js';
import { column as columnNamed, dataType, name, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { alteration, element, keyOver, ofColumn, ofTable } from '../made-definitions.js';
import { readType } from '../alterations/present-columns.js';
import { refuseChanging, startOfLong } from './index-elements.js';

/** Whether an index is over columns that are there, and all rows, in every server of a target. */
const COLUMNS_ALONE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/** Whether an index says what a target's indexes can't: expressions, or unique values of some rows. */
export const isComputed = ({ elements, where, type }: CreateIndex, t: Translator): boolean =>
  COLUMNS_ALONE[t.target] &&
  (elements.some(({ expression }) => expression.kind !== 'column') || (where !== undefined && type === 'unique'));

/**
 * An index over columns that compute what it is to hold, and that `*` leaves out.
 * https://mariadb.com/kb/en/invisible-columns/, https://dev.mysql.com/doc/refman/8.4/en/invisible-columns.html
 * @returns undefined where the types of the values are not known
 */
export function computedIndex(node: CreateIndex, called: Name, t: Translator): AlterTable | undefined {
  const { elements, where, type, span } = node;
  const condition = where === undefined ? undefined : (t.raw(where) as Expression);
  const columns: ColumnDefinition[] = [];
  const keys = elements.map((each, at): IndexElement | undefined => {
    const { expression, direction } = each;
    const last = expression.kind === 'column' ? expression.parts[expression.parts.length - 1] : undefined;
    const length = startOfLong(expression, t);
    if (last !== undefined && condition === undefined && (length === undefined || type !== 'unique')) {
      if (length !== undefined) t.notice('INDEX_PLAINER', each);
      const own = element(columnNamed([t.node(last)], span));
      return { ...own, ...(length !== undefined && { length }), ...(direction && { direction }) };
    }
    const short = typeFor(expression, t);
    const isHashed = short === undefined && type === 'unique' && t.typeName(expression) === 'TEXT';
    const kept = isHashed ? dataType('char', span, [number(HASH_DIGITS, span)]) : short;
    if (kept === undefined) return undefined;
    const whole = t.value(expression);
    refuseChanging(whole, expression, t);
    const value = isHashed ? t.form('SHA2($1, 256)', [whole], each) : whole;
    if (contains(value, ({ kind }) => kind === 'query')) return undefined;
    const own = name(`_${called.value}_${at + 1}`, span);
    const some = condition === undefined ? value : t.form('CASE WHEN $1 THEN $2 END', [condition, value], each);
    columns.push(computedColumn(own, kept, some));
    return { ...element(columnNamed([own], span)), ...(direction && { direction }) };
  });
  const known = keys.filter((key) => key !== undefined);
  if (known.length < keys.length) return undefined;
  const key = {
    ...keyOver(type === 'unique' ? 'unique' : 'index', [], span),
    elements: known,
    ...(type !== 'unique' && { indexName: called }),
  };
  return alteration(
    t.node(node.table),
    [
      ...columns.map((column) => ({ kind: 'add-column', columns: [column], span }) as const),
      { kind: 'add-constraint', constraint: ofTable(key, type === 'unique' ? called : undefined), span },
    ],
    span,
  );
}

/** A text of any length is kept apart by its hash, which is one for texts that are the same byte by byte. */
const HASH_DIGITS = 64;

const computedColumn = (own: Name, type: DataType, expression: Expression): ColumnDefinition => ({
  kind: 'column-definition',
  name: own,
  type,
  constraints: [
    ofColumn({ kind: 'generated', expression, stored: false, span: own.span }),
    ofColumn({ kind: 'visibility', visible: false, span: own.span }),
  ],
  span: own.span,
});

/** Types that hold every value of a kind. */
const HOLDS: Readonly<Partial<Record<SqlTypeName, readonly [typeName: string, ...numbers: number[]]>>> = {
  INTEGER: ['bigint'],
  BIGINT: ['bigint'],
  BOOLEAN: ['boolean'],
  FLOAT: ['double'],
  DATE: ['date'],
  TIMESTAMP: ['datetime', 6],
};

/** A text that a key can be, or a value of a plain type; undefined where a key might lose some of it. */
function typeFor(expression: Expression, t: Translator): DataType | undefined {
  const { span } = expression;
  const isColumn = expression.kind === 'column';
  const words = isColumn ? t.scope.resolve(expression).databaseType : widestText(expression, t);
  if (words !== undefined && !/text|blob|json/i.test(words)) return readType(words, t);
  const [typeName, ...numbers] = HOLDS[t.typeName(expression) ?? 'OTHER'] ?? [];
  return typeName === undefined || isColumn
    ? undefined
    : dataType(
        typeName,
        span,
        numbers.map((each) => number(each, span)),
      );
}

/** The type of the longest of the short texts that a text is made of. */
function widestText(expression: Expression, t: Translator): string | undefined {
  if (t.typeName(expression) !== 'TEXT') return undefined;
  const lengths: number[] = [];
  const isLong = contains(expression, (node) => {
    if (node.kind !== 'column') return false;
    const [, digits] = /^(?:var)?char\((\d+)\)/i.exec(t.scope.resolve(node).databaseType ?? '') ?? [];
    lengths.push(Number(digits ?? 20));
    return digits === undefined && t.typeName(node) === 'TEXT';
  });
  const length = lengths.reduce((sum, each) => sum + each, 0);
  // of a key no more than 3,072 bytes are kept
  return isLong || length === 0 || length > 700 ? undefined : `varchar(${length + 20})`;
}
