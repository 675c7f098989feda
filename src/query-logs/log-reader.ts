import { ScriptReader, type Dialect } from '../sql/index.js';
import { CSV_FORMS, CsvRecords } from './csv-log.js';
import { formOf, type LoggedStatement, type LogForm } from './log-form.js';

/** The form is told from as many lines. */
const FIRST_LINES = 200;

/** Reads the statements of a log that comes in chunks, whichever of the known forms it has. */
export class LogReader {
  #first: string[] | undefined = [];
  #rest = '';
  #line = 0;
  #lines: LineReader | CsvRecords | ScriptLines | undefined;

  constructor(readonly dialect: Dialect) {}

  /** What the log is; undefined before enough of it was read. */
  get formName(): string | undefined {
    return this.#lines?.name;
  }

  *add(chunk: string): Generator<LoggedStatement> {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) yield* this.#take(line);
  }

  *end(): Generator<LoggedStatement> {
    if (this.#rest !== '') yield* this.#take(this.#rest);
    yield* this.#decide();
    if (this.#lines !== undefined) yield* this.#lines.end();
  }

  *#take(line: string): Generator<LoggedStatement> {
    if (this.#first === undefined) {
      this.#line += 1;
      yield* this.#lines?.add(line, this.#line) ?? [];
      return;
    }
    this.#first.push(line);
    if (this.#first.length >= FIRST_LINES) yield* this.#decide();
  }

  #linesOf(first: readonly string[]): LineReader | CsvRecords | ScriptLines {
    const table = CSV_FORMS.find(({ mark }) => mark.test(first[0] ?? ''));
    if (table !== undefined) return new CsvRecords(table);
    const form = formOf(first);
    return form === undefined ? new ScriptLines(this.dialect) : new LineReader(form);
  }

  *#decide(): Generator<LoggedStatement> {
    const first = this.#first;
    if (first === undefined) return;
    this.#first = undefined;
    this.#lines = this.#linesOf(first);
    for (const line of first) yield* this.#take(line);
  }
}

/** A statement of a log is not longer: what is, is cut by the server or no statement. */
const LONGEST = 1_000_000;

/** Joins the lines of each statement. */
class LineReader {
  #sql: string[] = [];
  #length = 0;
  #start = 0;
  #open = false;

  constructor(readonly form: LogForm) {}

  get name(): string {
    return this.form.name;
  }

  *add(written: string, line: number): Generator<LoggedStatement> {
    const meaning = this.form.meaning(written.endsWith('\r') ? written.slice(0, -1) : written);
    if (meaning.kind !== 'goes-on') yield* this.end();
    if (meaning.kind === 'other') {
      this.#open = meaning.announces === true;
      return;
    }
    if (meaning.kind === 'starts') this.#open = true;
    if (!this.#open || this.#length > LONGEST) return;
    if (this.#sql.length === 0) this.#start = line;
    this.#sql.push(meaning.sql);
    this.#length += meaning.sql.length;
  }

  *end(): Generator<LoggedStatement> {
    const sql = this.#sql.join('\n').trim();
    const start = this.#start;
    [this.#sql, this.#length, this.#open] = [[], 0, false];
    if (sql !== '' && sql !== ';') yield { sql, line: start };
  }
}

/** A script of plain statements. */
class ScriptLines {
  readonly name = 'a script';
  readonly #reader: ScriptReader;

  constructor(dialect: Dialect) {
    this.#reader = new ScriptReader(dialect);
  }

  *add(written: string): Generator<LoggedStatement> {
    for (const part of this.#reader.add(`${written}\n`))
      if (part.kind === 'statement') yield { sql: part.text, line: part.position.line };
  }

  *end(): Generator<LoggedStatement> {
    for (const part of this.#reader.end())
      if (part.kind === 'statement') yield { sql: part.text, line: part.position.line };
  }
}
