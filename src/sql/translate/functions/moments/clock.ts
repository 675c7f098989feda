import type { DialectName } from '../../../dialects/index.js';
import type { MomentKind } from '../../expressions/moments/moments.js';
import { saidInSource } from '../../in-source.js';
import type { FormTable } from '../form.js';
import type { MomentCompose, MomentTable } from './by-meaning.js';

type Clocks = Readonly<Record<DialectName, string>>;

/** The clock in UTC, in which sessions are: to parts of a second where the source has these, or whole seconds. */
const EXACT_NOW: Clocks = { POSTGRESQL: 'LOCALTIMESTAMP', MYSQL: 'NOW(6)', SQLITE: "datetime('now')" };
const WHOLE_NOW: Clocks = {
  POSTGRESQL: "date_trunc('second', LOCALTIMESTAMP)",
  MYSQL: 'NOW()',
  SQLITE: "datetime('now')",
};
const TODAY: Clocks = { POSTGRESQL: 'CURRENT_DATE', MYSQL: 'CURRENT_DATE', SQLITE: "date('now')" };
const EXACT_TIME: Clocks = { POSTGRESQL: 'LOCALTIME', MYSQL: 'CURTIME(6)', SQLITE: "time('now')" };
const WHOLE_TIME: Clocks = {
  POSTGRESQL: "CAST(date_trunc('second', LOCALTIMESTAMP) AS time)",
  MYSQL: 'CURTIME()',
  SQLITE: "time('now')",
};

const clock =
  (kind: MomentKind, whole: Clocks, exact = whole): MomentCompose =>
  ({ node, t }) => {
    const isExact = t.source === 'POSTGRESQL' ? !isZero(node.arguments[0]) : node.arguments.length > 0;
    return { made: t.form((isExact ? exact : whole)[t.target], [], node), kind };
  };

const isZero = (node: { readonly kind: string; readonly text?: string } | undefined): boolean =>
  node?.kind === 'number' && node.text === '0';

const now = clock('TIMESTAMP', WHOLE_NOW, EXACT_NOW);
const time = clock('TIME', WHOLE_TIME, EXACT_TIME);
const today = clock('DATE', TODAY);

export const clockMoments: MomentTable = {
  transaction_timestamp: now,
  statement_timestamp: now,
  clock_timestamp: now,
  local_timestamp: now,
  clock_local_timestamp: now,
  utc_timestamp: now,
  local_date: today,
  utc_date: today,
  local_time: time,
  time_with_zone: time,
  utc_time: time,
};

/** Numbers that the clock shows. */
/** No moment of the others is endless. */
const finite = saidInSource('CASE WHEN $1 IS NOT NULL THEN TRUE END');

export const clockForms: FormTable = {
  is_finite: { my: finite, lite: finite },
  unix_seconds_now: {
    pg: 'CAST(FLOOR(EXTRACT(EPOCH FROM now())) AS bigint)',
    lite: "CAST(strftime('%s', 'now') AS INTEGER)",
  },
  julian_day_now: {
    pg: 'CAST(EXTRACT(EPOCH FROM now()) AS double precision) / 86400 + 2440587.5',
    my: 'UNIX_TIMESTAMP(NOW(6)) / 86400e0 + 2440587.5',
  },
};
