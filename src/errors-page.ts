import { MYSQL_ERRORS, POSTGRESQL_ERRORS, SQLITE_ERRORS, type ErrorRow } from './databases/index.js';
import { ERROR_CODES } from './errors/index.js';

/** docs/errors.md, from the table of codes and the tables that lead to them. */
export function errorsPage(): string {
  const rows = Object.entries(ERROR_CODES).map(
    ([code, { meaning, remedy, retryable }]) =>
      `| \`${code}\` | ${meaning} | ${remedy} | ${retryable ? 'yes' : 'no'} |`,
  );
  return [
    '<!-- Emitted from src/errors/error-codes.ts and the tables in src/databases/ by `npm run emit`; do not edit. -->',
    '',
    '# Errors',
    '',
    'Every error carries `extensions.code`, one of the codes below. Where they apply, `extensions` also tells',
    '`database`, `position` (`line` and `column` in the SQL text, both from 1), `sqlState`, `constraint`, `hint`, `limit` and `retryable`.',
    'What nobody expected is masked as `INTERNAL_SERVER_ERROR` with an `id` under which the details stand in the log.',
    '',
    '| code | what happened | what to do | worth trying again unchanged |',
    '|---|---|---|---|',
    ...rows,
    '',
    '## What the databases say',
    '',
    'A database’s own error keeps its words; its number or state leads to one of the codes. What is not listed is `QUERY_FAILED`.',
    '',
    ...engineTable('PostgreSQL: SQLSTATE, or its class', POSTGRESQL_ERRORS),
    '',
    ...engineTable('MySQL, MariaDB: error number', MYSQL_ERRORS),
    '',
    ...engineTable('SQLite: result code', SQLITE_ERRORS),
    '',
  ].join('\n');
}

function engineTable(head: string, errors: Readonly<Record<string, ErrorRow>>): string[] {
  const rows = new Map<string, string[]>();
  for (const [key, { code, hint = '' }] of Object.entries(errors)) {
    const outcome = `\`${code}\` | ${hint}`;
    rows.set(outcome, [...(rows.get(outcome) ?? []), key]);
  }
  return [
    `| ${head} | code | hint |`,
    '|---|---|---|',
    ...[...rows].map(([outcome, keys]) => `| ${keys.join(', ')} | ${outcome} |`),
  ];
}
