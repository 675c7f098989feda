import { LRUCache } from 'lru-cache';
import { dialects, splitStatements, type BoundStatement, type SqlType, type StatementText } from '../../sql/index.js';
import type { StatementForm } from '../database-adapter.js';
import { fillSlots } from '../parameters/slots.js';
import { declaredTables } from './declared-tables.js';
import { readDeclaredType } from './declared-type.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** A column as the engine describes it before a row is read. */
export interface DescribedColumn {
  readonly name: string;
  /** The declared type of the table's column it comes from, or an affinity's name, or ''. */
  readonly declared: string;
  /** What an expression gives, by what is declared of the columns that it is computed from; left out where that tells nothing. */
  readonly computed?: SqlType;
}

/** What is known of a statement whose columns are asked for. */
export type DescribedForm = Pick<StatementForm, 'session' | 'told'> & Partial<Pick<StatementForm, 'statement'>>;

const DESCRIPTIONS_KEPT = 2000;

/** Stands where a parameter stood: a view may have none. It comes back out of the column names, as an alias without its quotes. */
const marker = (index: number): string => `'\u0001${index}\u0001'`;
const MARKER = /('?)\u0001(\d+)\u0001\1/g;

/**
 * Finds out a SELECT's columns, which the driver does not tell: all of them, also where
 * two share a name and where no row comes.
 *
 * The engine is asked itself: a temporary view of the same statement has the same columns
 * with their declared types. It stands for a moment on a connection kept for this, so the
 * connections that read are not disturbed.
 */
export class SelectDescriber {
  private readonly known = new LRUCache<string, readonly DescribedColumn[]>({ max: DESCRIPTIONS_KEPT });
  /** Of statements without lists, whose text is always the same. */
  private readonly substituted = new WeakMap<StatementText, Substituted>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly connection: SqliteConnection) {}

  /**
   * The columns under the schema of that version; rejects with the engine's error where it can't compile the view.
   * @param form what gives these columns; with its statement where `select` is nothing else
   */
  async describe(
    select: BoundStatement,
    schemaVersion: number,
    form?: DescribedForm,
  ): Promise<readonly DescribedColumn[]> {
    const { text, spellings } = this.substitute(select, form?.statement);
    // The same text may come from other spellings (`:a`, `?`), which name the columns.
    const key = [schemaVersion, ...spellings, text].join('\n');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const described = await this.inTurn(() => this.ask(text, form));
    const columns = described.map((column) => ({ ...column, name: restore(column.name, spellings) }));
    this.known.set(key, columns);
    return columns;
  }

  private substitute(select: BoundStatement, statement: StatementText | undefined): Substituted {
    const hasLists = new Set(select.starts).size < select.starts.length;
    if (statement === undefined || hasLists) return withoutParameters(select);
    const known = this.substituted.get(statement) ?? withoutParameters(select);
    this.substituted.set(statement, known);
    return known;
  }

  private async ask(text: string, form: DescribedForm | undefined): Promise<readonly DescribedColumn[]> {
    await this.connection.run(`CREATE TEMP VIEW dragoman_described AS ${text}`);
    try {
      const rows = await this.connection.all(
        "SELECT name, type FROM pragma_table_xinfo('dragoman_described', 'temp') ORDER BY cid",
      );
      const columns = withRepeatedNames(
        rows.map(({ name, type }) => ({ name: String(name), declared: String(type ?? '') })),
        text,
      );
      return form === undefined ? columns : await this.withComputed(columns, form);
    } finally {
      await this.connection.run('DROP VIEW temp.dragoman_described');
    }
  }

  /** The engine says nothing of an expression: its columns do. */
  private async withComputed(
    columns: readonly DescribedColumn[],
    { told, session }: DescribedForm,
  ): Promise<readonly DescribedColumn[]> {
    const isUnknown = ({ declared }: DescribedColumn): boolean => readDeclaredType(declared) === undefined;
    if (session.tables.length === 0 || !columns.some(isUnknown)) return columns;
    const typed = told(await declaredTables(this.connection, session.tables));
    if (typed?.length !== columns.length) return columns;
    return columns.map((column, index) => {
      const computed = typed[index]?.type;
      // max(b) of a boolean is a number to MySQL as well
      const isTold = computed !== undefined && computed.type !== 'BOOLEAN' && isUnknown(column);
      return isTold ? { ...column, computed } : column;
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }
}

/** The version of the schema, which every change of it raises (https://sqlite.org/pragma.html#pragma_schema_version). */
export async function readSchemaVersion(connection: SqliteConnection): Promise<number> {
  const [row] = await connection.all('SELECT schema_version AS version FROM pragma_schema_version');
  return Number(row?.version);
}

interface Substituted {
  readonly text: string;
  /** What each marker stands for, in the words of the statement. */
  readonly spellings: readonly string[];
}

/**
 * Markers in place of the parameters, and of TRUE and FALSE, bare or as an alias: a view names
 * those columns `column1`, where the statement itself would name them as they are written.
 */
function withoutParameters(select: BoundStatement): Substituted {
  const spellings: string[] = [];
  const mark = (spelling: string): string => marker(spellings.push(spelling) - 1);
  const text = fillSlots(select, (value, slot) => mark(select.spellings[slot] ?? `?${value + 1}`));
  const [statement] = splitStatements(text, dialects.SQLITE);
  const words = (statement?.tokens ?? []).filter(({ kind }) => kind !== 'comment');
  const pieces: string[] = [];
  let from = 0;
  words.forEach((token, place) => {
    const isAlias = /^as$/i.test(words[place - 1]?.text ?? '');
    const name =
      token.kind === 'quoted-name' && isAlias ? token.text.slice(1, -1) : token.kind === 'word' ? token.text : '';
    if (!/^(true|false)$/i.test(name) || words[place - 1]?.text === '.') return;
    pieces.push(text.slice(from, token.start), mark(name));
    from = token.end;
  });
  return { text: pieces.join('') + text.slice(from), spellings };
}

function restore(name: string, spellings: readonly string[]): string {
  return name.replace(MARKER, (whole, _: string, index: string) => spellings[Number(index)] ?? whole);
}

/**
 * A view makes repeated names unique (`id`, `id:1`); the result's columns keep them as they are.
 * A name that the statement spells out is no such one.
 */
function withRepeatedNames(columns: DescribedColumn[], text: string): DescribedColumn[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    const base = /^(.*):\d+$/s.exec(column.name)?.[1];
    const repeated = base !== undefined && seen.has(base.toLowerCase()) && !text.includes(column.name);
    seen.add(column.name.toLowerCase());
    return repeated ? { ...column, name: base } : column;
  });
}
