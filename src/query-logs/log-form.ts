import { statementOf } from './server-messages.js';

/** A statement that a log tells of. */
export interface LoggedStatement {
  readonly sql: string;
  /** The line that it starts on, from 1. */
  readonly line: number;
}

/** What a line is to a log of a form. */
export type LineMeaning =
  /** It starts a statement, the rest of which may stand on the next lines. */
  | { readonly kind: 'starts'; readonly sql: string }
  /** It goes on with the statement before it. */
  | { readonly kind: 'goes-on'; readonly sql: string }
  /** It is something else, and ends a statement before it; one may start on the next line where it `announces` that. */
  | { readonly kind: 'other'; readonly announces?: true };

/** How a server writes its log. */
export interface LogForm {
  readonly name: string;
  /** Lines by which the form is told, looked for among the first of the file. */
  readonly mark: RegExp;
  readonly meaning: (line: string) => LineMeaning;
}

const OTHER: LineMeaning = { kind: 'other' };

const GENERAL_LINE =
  /^(?:\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)|\d{6} {1,2}\d{1,2}:\d\d:\d\d|\t)\s*\d+ (Query|Execute|Prepare|Close stmt|Reset stmt|Connect|Init DB|Quit|Ping|Statistics|Field List|Change user|Set option|Binlog Dump|Shutdown|Refresh|Processlist|Kill|Debug|Daemon|Error)(?:\t| |$)(.*)$/s;
/** What has no time of its own starts with two tabs; a form of old servers. */
const GENERAL_HEAD = /^(?:\S*mysqld\S*, Version:|\S*mariadbd\S*, Version:|Tcp port:|Time\s+Id Command\s+Argument)/;

const SLOW_HEAD =
  /^# (?:Time|User@Host|Query_time|Thread_id|Schema|Rows_affected|Bytes_sent|Stored_routine|Tmp_tables|Full_scan|Filesort|explain|QC_hit|Priority_queue|Pages_accessed|InnoDB_|No InnoDB)/;
const SLOW_NOISE =
  /^(?:use \S+;|SET timestamp=[\d.]+;|SET last_insert_id=.*|\S+, Version:.*|Tcp port:.*|Time\s+Id Command\s+Argument)\s*$/i;

const SERVER_LINE =
  /\b(?:LOG|ERROR|FATAL|PANIC|WARNING|NOTICE|INFO|DEBUG\d?|DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION): {2}/;
const SERVER_STATEMENT = /\bLOG: {2}(?:duration: [\d.]+ ms {2})?(?:statement|execute [^:]*): (.*)$/s;

/** The forms, the surest first. What is of none of them is a script. */
export const LOG_FORMS: readonly LogForm[] = [
  {
    name: 'MySQL’s slow query log',
    mark: /^# (?:User@Host|Query_time): /,
    meaning: (line) => {
      if (SLOW_HEAD.test(line) || SLOW_NOISE.test(line)) return { kind: 'other', announces: true };
      return { kind: 'goes-on', sql: line };
    },
  },
  {
    name: 'MySQL’s general log',
    mark: /^(?:\d{4}-\d\d-\d\dT[\d:.]+\S*|\d{6} {1,2}\d{1,2}:\d\d:\d\d|\t)\s*\d+ (?:Query|Connect|Prepare|Execute|Init DB|Quit)(?:\t| )/,
    meaning: (line) => {
      const entry = GENERAL_LINE.exec(line);
      if (entry === null) return GENERAL_HEAD.test(line) ? OTHER : { kind: 'goes-on', sql: line };
      const [, command, sql = ''] = entry;
      return command === 'Query' || command === 'Execute' ? { kind: 'starts', sql } : OTHER;
    },
  },
  {
    name: 'PostgreSQL’s log of JSON',
    mark: /^\{"timestamp":"[^"]*",.*"error_severity":"/,
    meaning: (line) => {
      const sql = statementOf(messageOf(line));
      return sql === undefined ? OTHER : { kind: 'starts', sql };
    },
  },
  {
    name: 'PostgreSQL’s log',
    mark: /\bLOG: {2}(?:duration: |statement: |execute )/,
    meaning: (line) => {
      const [, sql] = SERVER_STATEMENT.exec(line) ?? [];
      if (sql !== undefined) return { kind: 'starts', sql };
      return SERVER_LINE.test(line) && !line.startsWith('\t')
        ? OTHER
        : { kind: 'goes-on', sql: line.replace(/^\t/, '') };
    },
  },
];

/** The message of a line of JSON; none of what was cut off. */
function messageOf(line: string): string {
  try {
    const entry = JSON.parse(line) as { readonly message?: unknown };
    return typeof entry.message === 'string' ? entry.message : '';
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}

/** The form of a log by its first lines; undefined for a script of statements. */
export function formOf(firstLines: readonly string[]): LogForm | undefined {
  return LOG_FORMS.find(({ mark }) => firstLines.some((line) => mark.test(line)));
}
