import type { Expression } from '../../ast/index.js';
import { literalNumber, type Compose, type FormTable } from './form.js';

/** A random UUID of version 4, in SQLite of its bytes. */
const UUID_IN_SQLITE =
  "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + abs(random() % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

/** Random bytes of PostgreSQL's own, without the extension that has a function for it: of digests of random numbers. */
const randomBytes: Compose = ({ node, t }) => {
  const count = literalNumber(node.arguments[0]);
  if (count === undefined || count < 1 || count > MOST_BYTES) return undefined;
  const digests = Array.from({ length: Math.ceil(count / BYTES_OF_DIGEST) }, () => DIGEST);
  const length: Expression = { kind: 'number', text: String(count), span: node.span };
  return t.form(`substring(decode(${digests.join(' || ')}, 'hex'), 1, $1)`, [length], node);
};

/** LAST_INSERT_ID(n) is n, which MySQL keeps for the session besides. */
const kept: Compose = ({ node, t }) => {
  const [value] = node.arguments;
  if (value !== undefined) t.notice('LAST_NUMBER_DROPPED', node);
  return value && t.value(value);
};

const MOST_BYTES = 64;
const BYTES_OF_DIGEST = 16;
const DIGEST = 'md5(CAST(random() AS text) || CAST(clock_timestamp() AS text))';

/** What hangs on the session or on chance: the same meaning, though other values. */
export const sessionForms: FormTable = {
  uuid_random: { my: 'UUID()', lite: UUID_IN_SQLITE },
  uuid_by_machine: { pg: 'CAST(gen_random_uuid() AS text)', lite: UUID_IN_SQLITE },
  random_fraction: { pg: 'random()', my: 'RAND()', lite: '(random() & 9007199254740991) / 9007199254740992.0' },
  random_integer: {
    pg: 'CAST((random() - 0.5) * 18446744073709549568 AS bigint)',
    my: 'CAST((RAND() - 0.5) * 18446744073709549568 AS SIGNED)',
  },
  random_bytes: { pg: randomBytes },
  version_text: { my: 'VERSION()', lite: 'sqlite_version()' },
  version_number_text: { pg: "current_setting('server_version')", my: 'VERSION()', lite: 'sqlite_version()' },
  current_database: { pg: 'current_database()', my: 'DATABASE()', lite: "'main'" },
  // where there are no schemas, tables are in the one that PostgreSQL makes them in
  current_schema: { my: "'public'", lite: "'public'" },
  current_user_postgresql: { my: "SUBSTRING_INDEX(CURRENT_USER(), '@', 1)" },
  session_user_postgresql: { my: "SUBSTRING_INDEX(USER(), '@', 1)" },
  current_user_mysql: { pg: 'CAST(current_user AS text)' },
  session_user_mysql: { pg: 'CAST(session_user AS text)' },
  lastval: { my: 'LAST_INSERT_ID()', lite: 'last_insert_rowid()' },
  last_insert_id: { pg: 'lastval()', lite: 'last_insert_rowid()' },
  set_last_insert_id: { pg: kept, lite: kept },
  last_insert_rowid: { pg: 'lastval()', my: 'LAST_INSERT_ID()' },
  changes: { my: 'ROW_COUNT()' },
  row_count: { lite: 'changes()' },
};
