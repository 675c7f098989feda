import { plainCases, type Case } from './case.js';

/** Moments about which clocks are put on or back, and those of years in which they were by other rules. */
const MOMENTS = `(VALUES (1, '2024-03-31 00:59:59'), (2, '2024-03-31 01:00:00'), (3, '2024-03-31 02:30:00'), (4, '2024-10-27 00:59:59'),
  (5, '2024-10-27 01:00:00'), (6, '2024-10-27 02:30:00'), (7, '2024-03-10 06:59:59'), (8, '2024-03-10 07:00:00'), (9, '2024-11-03 01:30:00'),
  (10, '2024-11-03 06:00:00'), (11, '2024-04-06 15:59:59'), (12, '2024-04-07 02:30:00'), (13, '2024-10-05 16:00:00'), (14, '1999-10-31 00:30:00'),
  (15, '1990-10-15 12:00:00'), (16, '1985-07-01 12:00:00'), (17, '1975-07-01 12:00:00'), (18, '2025-01-01 00:00:00'), (19, NULL)) AS m (id, text)`;

const ZONES = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Australia/Sydney',
];

/** What the clocks of zones show, and which moments they are. */
export const postgresqlZones: readonly Case[] = [
  ...ZONES.flatMap((zone): Case[] => [
    { sql: `SELECT id, CAST(text AS timestamptz) AT TIME ZONE '${zone}' AS shown FROM ${MOMENTS} ORDER BY id` },
    { sql: `SELECT id, CAST(text AS timestamp) AT TIME ZONE '${zone}' AS moment FROM ${MOMENTS} ORDER BY id` },
  ]),
  ...plainCases(`
    SELECT id, at AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS local FROM samples ORDER BY id
    SELECT (at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York')::date AS day, count(*) AS n FROM samples GROUP BY 1 ORDER BY 1
    SELECT id, to_char(timezone('Europe/Paris', at AT TIME ZONE 'UTC'), 'HH24:MI') AS clock FROM samples ORDER BY id
    SELECT date_trunc('day', TIMESTAMPTZ '2024-07-01 22:30:00+00' AT TIME ZONE 'Europe/Berlin') AS day
  `),
  {
    sql: "SELECT id, at AT TIME ZONE 'Europe/Berlin' AS moment FROM samples ORDER BY id",
    warns: { MYSQL: ['UNKNOWN_TYPE'], SQLITE: ['UNKNOWN_TYPE'] },
  },
];
