import { parse } from 'csv-parse/sync';
import type { LoggedStatement } from './log-form.js';
import { statementOf } from './server-messages.js';

/** A log, or an export of one, of comma-separated values. */
export interface CsvForm {
  readonly name: string;
  /** Whether the first line of a file is of it. */
  readonly mark: RegExp;
  /** What reads the statement out of a record, by the fields of the first; undefined where a record has none. */
  readonly reader: (first: readonly string[]) => (fields: readonly string[]) => string | undefined;
}

/** https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-LOGGING-CSVLOG, from 0. */
const SEVERITY = 11;
const MESSAGE = 13;

/** Columns of statements, as the servers' own views call them. */
const STATEMENTS = /^(?:query|query_sample_text|sql_text|digest_text|argument)$/i;

export const CSV_FORMS: readonly CsvForm[] = [
  {
    name: 'PostgreSQL’s log of comma-separated values',
    mark: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ [^,"]+,(?:"[^"]*")?,(?:"[^"]*")?,\d+,/,
    reader: () => (fields) => (fields[SEVERITY] === 'LOG' ? statementOf(fields[MESSAGE] ?? '') : undefined),
  },
  {
    name: 'a table of statements',
    mark: /^(?:[\w"]+,)*"?(?:query|query_sample_text|sql_text|digest_text|argument)"?(?:,[\w"]+)*\r?$/i,
    reader: (first) => {
      const at = first.findIndex((name) => STATEMENTS.test(name.trim()));
      return (fields) => (fields === first ? undefined : fields[at]);
    },
  },
];

/** Joins the lines of each record. */
export class CsvRecords {
  #lines: string[] = [];
  /** Whether a field in quotes goes on. */
  #isOpen = false;
  #start = 0;
  #read: ((fields: readonly string[]) => string | undefined) | undefined;

  constructor(readonly form: CsvForm) {}

  get name(): string {
    return this.form.name;
  }

  *add(written: string, line: number): Generator<LoggedStatement> {
    if (this.#lines.length === 0) this.#start = line;
    this.#lines.push(written);
    // a quote in a field is written twice
    if ((written.split('"').length - 1) % 2 === 1) this.#isOpen = !this.#isOpen;
    if (!this.#isOpen) yield* this.end();
  }

  *end(): Generator<LoggedStatement> {
    // the last record may be cut off
    const record = this.#lines.join('\n') + (this.#isOpen ? '"' : '');
    [this.#lines, this.#isOpen] = [[], false];
    const [fields] = parse(record, { relax_quotes: true, relax_column_count: true });
    if (fields === undefined) return;
    this.#read ??= this.form.reader(fields);
    const sql = this.#read(fields)?.trim() ?? '';
    if (sql !== '') yield { sql, line: this.#start };
  }
}
