import type { ValueFormName } from '../values/value-forms.js';

/** What the adapter knows of a type without asking the server. */
export interface PostgresqlType {
  /** The name that PostgreSQL shows, without modifiers. */
  readonly name: string;
  readonly form: ValueFormName;
  /** Of an array, its elements' type. */
  readonly element?: PostgresqlType;
}

type Row = readonly [oid: number, name: string, form: ValueFormName, arrayOid?: number];

/**
 * PostgreSQL's own types by their OIDs, which are the same in every version
 * (https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat).
 */
export const BUILT_IN: readonly Row[] = [
  [16, 'boolean', 'boolean', 1000],
  [21, 'smallint', 'integer', 1005],
  [23, 'integer', 'integer', 1007],
  [26, 'oid', 'integer', 1028],
  [20, 'bigint', 'bigint', 1016],
  [1700, 'numeric', 'decimal', 1231],
  [790, 'money', 'money', 791],
  [700, 'real', 'float', 1021],
  [701, 'double precision', 'float', 1022],
  [25, 'text', 'text', 1009],
  [1043, 'character varying', 'text', 1015],
  [1042, 'character', 'text', 1014],
  [18, '"char"', 'text', 1002],
  [19, 'name', 'text', 1003],
  [705, 'unknown', 'text'],
  [17, 'bytea', 'binary', 1001],
  [1082, 'date', 'date', 1182],
  [1083, 'time without time zone', 'time', 1183],
  [1266, 'time with time zone', 'time', 1270],
  [1114, 'timestamp without time zone', 'timestamp', 1115],
  [1184, 'timestamp with time zone', 'timestamptz', 1185],
  [1186, 'interval', 'interval', 1187],
  [114, 'json', 'json', 199],
  [3802, 'jsonb', 'json', 3807],
  [2950, 'uuid', 'uuid', 2951],
  [1560, 'bit', 'bits', 1561],
  [1562, 'bit varying', 'bits', 1563],
  [869, 'inet', 'other', 1041],
  [650, 'cidr', 'other', 651],
  [829, 'macaddr', 'other', 1040],
  [774, 'macaddr8', 'other', 775],
  [142, 'xml', 'other', 143],
  [600, 'point', 'other', 1017],
  [628, 'line', 'other', 629],
  [601, 'lseg', 'other', 1018],
  // the one type whose arrays are written with semicolons
  [603, 'box', 'other'],
  [602, 'path', 'other', 1019],
  [604, 'polygon', 'other', 1027],
  [718, 'circle', 'other', 719],
  [3904, 'int4range', 'other', 3905],
  [3926, 'int8range', 'other', 3927],
  [3906, 'numrange', 'other', 3907],
  [3908, 'tsrange', 'other', 3909],
  [3910, 'tstzrange', 'other', 3911],
  [3912, 'daterange', 'other', 3913],
  [4451, 'int4multirange', 'other', 6150],
  [4536, 'int8multirange', 'other', 6157],
  [4532, 'nummultirange', 'other', 6151],
  [4533, 'tsmultirange', 'other', 6152],
  [4534, 'tstzmultirange', 'other', 6153],
  [4535, 'datemultirange', 'other', 6155],
  [3614, 'tsvector', 'other', 3643],
  [3615, 'tsquery', 'other', 3645],
  [4072, 'jsonpath', 'other', 4073],
  [3220, 'pg_lsn', 'other', 3221],
  [28, 'xid', 'other', 1011],
  [5069, 'xid8', 'other', 271],
  [27, 'tid', 'other', 1010],
  [2205, 'regclass', 'other', 2210],
  [2206, 'regtype', 'other', 2211],
  [24, 'regproc', 'other', 1008],
  [2202, 'regprocedure', 'other', 2207],
  [4089, 'regnamespace', 'other', 4090],
  [4096, 'regrole', 'other', 4097],
  [2249, 'record', 'other'],
  [2278, 'void', 'nothing'],
];

/** The types that need no asking, by OID: each type, and its array. */
export const KNOWN_TYPES: ReadonlyMap<number, PostgresqlType> = new Map(
  BUILT_IN.flatMap(([oid, name, form, arrayOid]): [number, PostgresqlType][] => {
    const type: PostgresqlType = { name, form };
    const array: PostgresqlType = { name: `${name}[]`, form: 'array', element: type };
    return arrayOid === undefined
      ? [[oid, type]]
      : [
          [oid, type],
          [arrayOid, array],
        ];
  }),
);

/** The OIDs by which parameters are declared. */
export const PARAMETER_TYPES = {
  boolean: 16,
  bytea: 17,
  int8: 20,
  int4: 23,
  text: 25,
  float8: 701,
  timestamp: 1114,
  timestamptz: 1184,
  numeric: 1700,
  jsonb: 3802,
} as const;

/** Types whose modifier is a length behind a header of four bytes. */
const LENGTHS: ReadonlySet<string> = new Set(['character varying', 'character']);
const HEADER = 4;

/** A type with its modifier, as `format_type` writes it: `numeric(10,2)`. */
export function typeWords({ name, element }: PostgresqlType, modifier: number): string {
  if (element !== undefined) return `${typeWords(element, modifier)}[]`;
  if (modifier < 0) return name;
  if (LENGTHS.has(name)) return `${name}(${modifier - HEADER})`;
  if (name === 'bit' || name === 'bit varying') return `${name}(${modifier})`;
  if (name === 'numeric') {
    const packed = modifier - HEADER;
    return `numeric(${packed >> 16},${((packed & 0x7ff) ^ 0x400) - 0x400})`;
  }
  if (name.startsWith('time')) return name.replace(/^(\w+)/, `$1(${modifier})`);
  return name;
}
