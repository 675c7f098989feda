/** The contract's names of types, one set for every engine. */
export const SQL_TYPE_NAMES = [
  'BOOLEAN',
  'INTEGER',
  'BIGINT',
  'DECIMAL',
  'FLOAT',
  'TEXT',
  'BINARY',
  'DATE',
  'TIME',
  'TIMESTAMP',
  'TIMESTAMPTZ',
  'INTERVAL',
  'JSON',
  'UUID',
  'ENUM',
  'ARRAY',
  'OTHER',
] as const;

export type SqlTypeName = (typeof SQL_TYPE_NAMES)[number];

/** The type of a value. Where nothing can be told, `undefined` stands in its place. */
export interface SqlType {
  readonly type: SqlTypeName;
  /** Of an ARRAY, however many dimensions it has; undefined where it can't be told. */
  readonly element?: SqlType;
  /** MySQL's UNSIGNED. */
  readonly unsigned?: true;
  /** Digits behind the point, of a DECIMAL that is declared with them. */
  readonly scale?: number;
  /** Of a FLOAT that its engine keeps in four bytes, where the target's column has eight. */
  readonly single?: true;
  /** Of what its source, MySQL, keeps as bits, whatever the target's column has. */
  readonly bits?: true;
  /** Of a text that its source keeps as one of some words, whatever the target's column has. */
  readonly words?: true;
}

const PLAIN = Object.fromEntries(SQL_TYPE_NAMES.map((type) => [type, Object.freeze({ type })])) as Readonly<
  Record<SqlTypeName, SqlType>
>;

/** A type that is no more than its name. */
export const plainType = (name: SqlTypeName): SqlType => PLAIN[name];

/** An array of values of a type; an array of arrays is an array of more dimensions. */
export function arrayOf(element: SqlType | undefined): SqlType {
  if (element === undefined) return PLAIN.ARRAY;
  return element.type === 'ARRAY' ? element : { type: 'ARRAY', element };
}

export function isSameType(one: SqlType | undefined, other: SqlType | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  return (
    one.type === other.type &&
    one.unsigned === other.unsigned &&
    one.scale === other.scale &&
    isSameType(one.element, other.element)
  );
}
