import type { DataType } from '../../ast/index.js';
import { arrayOf, plainType, type SqlType } from '../sql-type.js';
import { decimalOf, namesOf, type TypeNames } from './type-names.js';

/** https://www.postgresql.org/docs/current/datatype.html; what isn't here is a user's type, of which nothing is known. */
const NAMES = namesOf({
  BOOLEAN: 'bool, boolean',
  INTEGER: 'int, int2, int4, integer, smallint, serial, serial2, serial4, smallserial',
  BIGINT: 'int8, bigint, serial8, bigserial',
  DECIMAL: 'numeric, decimal, dec, money',
  FLOAT: 'real, float, float4, float8, double precision',
  TEXT: `text, varchar, char, character, bpchar, name, citext, character varying, char varying, nchar, nchar varying,
    national character, national char, national character varying, national char varying`,
  BINARY: 'bytea',
  DATE: 'date',
  TIME: 'time, timetz, time with time zone, time without time zone',
  TIMESTAMP: 'timestamp, timestamp without time zone',
  TIMESTAMPTZ: 'timestamptz, timestamp with time zone',
  INTERVAL: 'interval',
  JSON: 'json, jsonb',
  UUID: 'uuid',
  OTHER: `inet, cidr, macaddr, macaddr8, bit, varbit, bit varying, point, line, lseg, box, path, polygon, circle,
    tsvector, tsquery, xml, jsonpath, hstore, oid, xid, xid8, cid, tid, pg_lsn, pg_snapshot, txid_snapshot, record, void,
    regclass, regcollation, regconfig, regdictionary, regnamespace, regoper, regoperator, regproc, regprocedure, regrole,
    regtype, int4range, int8range, numrange, tsrange, tstzrange, daterange, int4multirange, int8multirange,
    nummultirange, tsmultirange, tstzmultirange, datemultirange`,
});

const SYSTEM_SCHEMA = 'pg_catalog';

function read(type: DataType): SqlType | undefined {
  const { path, dimensions, ofColumn } = type;
  if (ofColumn === true) return undefined;
  const schema = path !== undefined && path.parts.length > 1 ? path.parts[0]?.value : SYSTEM_SCHEMA;
  const name = schema === SYSTEM_SCHEMA ? NAMES.get(type.name) : undefined;
  const single = name === 'DECIMAL' ? decimalOf(type) : name && plainType(name);
  return dimensions === undefined ? single : arrayOf(single);
}

export const postgresql: TypeNames = { declared: read, cast: read };
