import { registerEnumType } from 'type-graphql';
import {
  COLUMN_TYPES,
  type AdapterState,
  type ColumnType,
  type DatabaseAccess,
  type HealthStatus,
  type NumberFormat,
  type PoolStrategy,
} from '../databases/index.js';
import type { DialectName, StatementKind } from '../sql/index.js';

/** An enum object whose values are its names, as type-graphql wants it. */
type Named<Name extends string> = { readonly [N in Name]: N };
type Descriptions<Name extends string> = Readonly<Record<Name, string>>;

function describeEnum<Name extends string>(name: string, description: string, values: Descriptions<Name>): Named<Name> {
  const names = Object.keys(values) as Name[];
  const members = Object.fromEntries(names.map((value) => [value, value])) as Named<Name>;
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(names.map((value) => [value, { description: values[value] }])) as never,
  });
  return members;
}

export const DialectEnum = describeEnum<DialectName>('Dialect', 'A dialect of SQL.', {
  POSTGRESQL: 'SQL as PostgreSQL reads it.',
  MYSQL: 'SQL as MySQL and MariaDB read it.',
  SQLITE: 'SQL as SQLite reads it.',
});

export const DatabaseAccessEnum = describeEnum<DatabaseAccess>('DatabaseAccess', 'What a database may be used for.', {
  READ_ONLY: 'Reads alone; every change is refused.',
  READ_WRITE: 'Reads, and changes through mutations.',
});

export const HealthStatusEnum = describeEnum<HealthStatus>('HealthStatus', 'How well a database answers.', {
  UNKNOWN: 'It was not asked yet.',
  HEALTHY: 'It answers.',
  DEGRADED: 'It answers slowly, its pool is near its end, or a ping failed: `error` tells which.',
  UNREACHABLE: 'It does not answer; Dragoman keeps trying.',
});

export const PoolStrategyEnum = describeEnum<PoolStrategy>('PoolStrategy', 'How a database’s connections are kept.', {
  NONE: 'One is opened for each request, and closed after it.',
  SIMPLE: 'Opened on demand and kept; those beyond `min` are closed when they are idle for long.',
  ADVANCED:
    '`min` are opened ahead and held; old ones are replaced, and those that were idle for long are asked before they are lent.',
  CLUSTERED: 'One budget over the nodes of a cluster; not for a single database.',
});

export const AdapterStateEnum = describeEnum<AdapterState>(
  'AdapterState',
  'Where the connections to a database are in their life.',
  {
    CREATED: 'Registered, nothing opened yet.',
    CONNECTING: 'Being opened, or tried again after a failure.',
    READY: 'Open: statements run.',
    DRAINING: 'Being closed: running statements may end, new ones are refused.',
    CLOSED: 'Closed for good.',
  },
);

export const NumberFormatEnum = describeEnum<NumberFormat>('NumberFormat', 'How numbers travel in an answer.', {
  SAFE: 'JSON numbers, and strings where a number would lose digits.',
  STRINGS: 'Every BIGINT and DECIMAL as a string, so that a column has one type.',
});

export const StatementKindEnum = describeEnum<StatementKind>('StatementKind', 'What a statement does.', {
  SELECT: 'Reads rows: SELECT, VALUES, TABLE.',
  INSERT: 'Adds rows.',
  UPDATE: 'Changes rows.',
  DELETE: 'Deletes rows.',
  UPSERT: 'Adds rows, or changes those that are there: ON CONFLICT, ON DUPLICATE KEY, REPLACE.',
  MERGE: 'Adds, changes and deletes rows by comparison with others.',
  CREATE_TABLE: 'Makes a table.',
  ALTER_TABLE: 'Changes a table’s definition.',
  DROP_TABLE: 'Removes a table.',
  CREATE_INDEX: 'Makes an index.',
  DROP_INDEX: 'Removes an index.',
  CREATE_VIEW: 'Makes a view.',
  DROP_VIEW: 'Removes a view.',
  TRUNCATE: 'Empties a table.',
  TRANSACTION: 'Begins, ends or marks a transaction.',
  UTILITY: 'Serves the engine: EXPLAIN, PRAGMA, SHOW, SET, VACUUM.',
  UNKNOWN: 'None that Dragoman knows; it runs in its own dialect all the same.',
});

const COLUMN_TYPE_DESCRIPTIONS: Descriptions<ColumnType> = {
  BOOLEAN: 'true or false.',
  INTEGER: 'A JSON number; a string past ±2^53.',
  BIGINT: 'A JSON number; a string past ±2^53, or always with NumberFormat STRINGS.',
  DECIMAL: 'An exact decimal, as a string.',
  FLOAT: 'A JSON number; the strings Infinity, -Infinity and NaN.',
  TEXT: 'A string.',
  BINARY: 'Bytes, in base64.',
  DATE: 'A day: 2024-02-29.',
  TIME: 'A time of day: 13:05:00.',
  TIMESTAMP: 'A date and time without a zone: 2024-02-29T13:05:00.',
  TIMESTAMPTZ: 'A moment, in UTC: 2024-02-29T13:05:00Z.',
  INTERVAL: 'A span of time.',
  JSON: 'A JSON value.',
  UUID: 'A UUID, as a string.',
  ENUM: 'One of a type’s labels, as a string.',
  ARRAY: 'A JSON array.',
  OTHER: 'A type of its own, or one that can’t be told: no row came, or its values are mixed.',
};

export const ColumnTypeEnum = describeEnum<ColumnType>(
  'ColumnType',
  'One set of types for every engine.',
  Object.fromEntries(COLUMN_TYPES.map((type) => [type, COLUMN_TYPE_DESCRIPTIONS[type]])) as Descriptions<ColumnType>,
);
