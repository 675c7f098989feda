import { registerEnumType } from 'type-graphql';
import {
  COLUMN_TYPES,
  type AdapterState,
  type ColumnType,
  type DatabaseAccess,
  type HealthStatus,
  type IsolationLevel,
  type NumberFormat,
  type ReferentialAction,
  type TableKind,
  type PoolStrategy,
} from '../databases/index.js';
import type { DialectName, Fidelity, NoticeSeverity, StatementKind, TextComparison } from '../sql/index.js';
import type { TransactionView } from '../transactions/index.js';

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

export const IsolationLevelEnum = describeEnum<IsolationLevel>(
  'IsolationLevel',
  'How far a transaction is kept from seeing what others do. An engine that lacks a level refuses it: PostgreSQL has no READ_UNCOMMITTED, SQLite has SERIALIZABLE alone.',
  {
    READ_UNCOMMITTED: 'It may see what others have not committed.',
    READ_COMMITTED: 'Each statement sees what was committed before it began.',
    REPEATABLE_READ: 'All statements see one state, that of its beginning.',
    SERIALIZABLE: 'As if transactions ran one after the other; one that can’t be so is undone, and may be sent again.',
  },
);

export const TransactionStateEnum = describeEnum<TransactionView['state']>(
  'TransactionState',
  'Where a transaction is in its life.',
  {
    ACTIVE: 'It takes statements.',
    FAILED:
      'A statement failed, and the database takes no more before a rollback, to a savepoint or of all; or the connection was lost while it was being committed.',
    COMMITTED: 'What it did stands.',
    ROLLED_BACK: 'Nothing is left of what it did.',
    EXPIRED: 'It was left alone for too long, or lasted too long, and was rolled back.',
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

export const TableKindEnum = describeEnum<TableKind>('TableKind', 'What a table or view is.', {
  TABLE: 'A table.',
  PARTITIONED_TABLE: 'A table whose rows are in its partitions (PostgreSQL).',
  PARTITION: 'One part of a partitioned table (PostgreSQL).',
  VIEW: 'A query under a name.',
  MATERIALIZED_VIEW: 'A query under a name, with the rows that it gave last (PostgreSQL).',
  FOREIGN_TABLE: 'A table that is somewhere else (PostgreSQL).',
  VIRTUAL_TABLE: 'What a module shows as a table, e.g. full text (SQLite).',
  SHADOW_TABLE: 'A table in which a virtual one keeps what it holds (SQLite).',
});

export const ReferentialActionEnum = describeEnum<ReferentialAction>(
  'ReferentialAction',
  'What becomes of the rows that refer to a row which is deleted, or whose key changes.',
  {
    NO_ACTION: 'The change is refused, at the end of the statement or the transaction.',
    RESTRICT: 'The change is refused at once.',
    CASCADE: 'They are deleted, or changed, as well.',
    SET_NULL: 'Their columns become NULL.',
    SET_DEFAULT: 'Their columns get their defaults.',
  },
);

export const FidelityEnum = describeEnum<Fidelity>('Fidelity', 'How far a translation goes to keep the meaning.', {
  EXACT: 'The meaning is kept, at any price in form.',
  IDIOMATIC:
    'The plainer form where only rare values differ (NULL in GREATEST, halves in ROUND, week 53), with a warning of each.',
});

export const TextComparisonEnum = describeEnum<TextComparison>(
  'TextComparison',
  'How text compares and sorts in a translation.',
  {
    TARGET: 'As the target’s columns do; said once per statement where the source would differ.',
    SOURCE: 'As the source’s engine does by default; this may cost the use of an index.',
  },
);

export const WarningSeverityEnum = describeEnum<NoticeSeverity>('WarningSeverity', 'How much a warning matters.', {
  INFO: 'Good to know.',
  WARNING: 'Some values may differ.',
  CRITICAL: 'Rows will differ.',
});
