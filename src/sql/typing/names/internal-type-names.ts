import type { DataType } from '../../ast/index.js';

/** What PostgreSQL calls the types that SQL has other words for. */
const INTERNAL_NAMES: Readonly<Record<string, string>> = {
  boolean: 'bool',
  smallint: 'int2',
  int: 'int4',
  integer: 'int4',
  bigint: 'int8',
  real: 'float4',
  'double precision': 'float8',
  decimal: 'numeric',
  dec: 'numeric',
  char: 'bpchar',
  character: 'bpchar',
  nchar: 'bpchar',
  'national character': 'bpchar',
  'national char': 'bpchar',
  'character varying': 'varchar',
  'char varying': 'varchar',
  'nchar varying': 'varchar',
  'national character varying': 'varchar',
  'national char varying': 'varchar',
  'bit varying': 'varbit',
  'time without time zone': 'time',
  'time with time zone': 'timetz',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
};

/** FLOAT(p) is a float4 up to this many binary digits. */
const SINGLE_PRECISION = 24;

/** The name of a type as PostgreSQL's catalogue has it, without its schema. */
export function typeNameOf({ name, path, arguments: [precision] }: DataType): string {
  if (path !== undefined) return name;
  if (name === 'float') {
    return precision?.kind === 'number' && Number(precision.text) <= SINGLE_PRECISION ? 'float4' : 'float8';
  }
  return INTERNAL_NAMES[name] ?? name;
}
