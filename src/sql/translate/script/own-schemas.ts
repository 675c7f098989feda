import { foldName } from '../../analysis/folded-names.js';
import { rewrite, walk, type Name, type Node, type QualifiedName, type Statement } from '../../ast/index.js';
import type { Dialect, DialectName } from '../../dialects/index.js';
import { DragomanError } from '../../../errors/index.js';

/** Schemas in which a dump's tables are where it says nothing else. */
const USUAL: Readonly<Record<DialectName, readonly string[]>> = {
  POSTGRESQL: ['public'],
  SQLITE: ['main'],
  MYSQL: [],
};

/** Statements that make a schema, or go into one: from there on its name before a table’s says nothing. */
const NAMES_SCHEMA =
  /^(?:USE|CREATE (?:OR REPLACE )?(?:DATABASE|SCHEMA)(?: IF NOT EXISTS)?) (?:"([^"]+)"|`([^`]+)`|([^\s"`(;]+))/i;

/**
 * The schemas of a dump. All of its tables go into the one that the target is connected to, so names lose what stands
 * before them: pg_dump qualifies every name, and other engines call their schemas otherwise.
 */
export class OwnSchemas {
  readonly #own: Set<string>;
  /** Where a table is made whose name says no schema. */
  #current: string;
  #before = '';
  /** Those that are made, or gone into. */
  readonly #named = new Set<string>();
  /** In which schema each table was made, by its own name. */
  readonly #made = new Map<string, string>();

  constructor(readonly dialect: Dialect) {
    this.#own = new Set(USUAL[dialect.name]);
    this.#current = USUAL[dialect.name][0] ?? '';
  }

  /** Whether the script names no more than one schema or database: then nothing is mixed. */
  get isOnlyOne(): boolean {
    return this.#named.size <= 1;
  }

  /** @param words a statement’s first words, with single spaces */
  note(words: string): void {
    const found = NAMES_SCHEMA.exec(words);
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    if (name === undefined) return;
    this.#own.add(name.toLowerCase());
    this.#named.add(name.toLowerCase());
    if (/^USE /i.test(words)) this.#current = name.toLowerCase();
  }

  /** Takes tables whose names say no schema for ones of this schema, until `leave`. */
  enter(schema: string): void {
    this.#own.add(schema.toLowerCase());
    this.#before = this.#current;
    this.#current = schema.toLowerCase();
  }

  leave(): void {
    this.#current = this.#before;
  }

  /**
   * The same statement with `public.t` as `t`.
   *
   * @param text what it was read from
   * @throws DragomanError UNTRANSLATABLE where a table of that name was made in another schema
   */
  without<S extends Statement>(statement: S, text: string): S {
    if (statement.kind === 'create-table') this.#noteTable(statement.name.parts);
    else this.#adopt(statement);
    // rows by the thousands are not walked for nothing
    const head = statement.kind === 'insert' ? text.slice(0, LONGEST_HEAD) : text;
    if (!this.#names(head.toLowerCase())) return statement;
    return rewrite<S>(statement, (node: Node) => {
      if (node.kind === 'qualified-name') return { ...node, parts: this.#short(node.parts, 2) };
      // a column’s path is table and column without it
      return node.kind === 'column' ? { ...node, parts: this.#short(node.parts, 3) } : node;
    });
  }

  /** Takes the schema of a name whose table the script has made for one of its own, though nothing says so. */
  #adopt(statement: Statement): void {
    if (this.#made.size === 0) return;
    const adopt = ({ parts }: QualifiedName): void => {
      const [schema, table, ...others] = parts.map((part) => foldName(part, this.dialect).toLowerCase());
      if (schema !== undefined && table !== undefined && others.length === 0 && this.#made.get(table) === '')
        this.#own.add(schema);
    };
    if (statement.kind === 'insert') adopt(statement.table);
    else if (statement.kind !== 'query')
      walk(statement, (node) => {
        if (node.kind === 'qualified-name') adopt(node);
        return true;
      });
  }

  #names(text: string): boolean {
    for (const own of this.#own) if (text.includes(own)) return true;
    return false;
  }

  #short(parts: readonly Name[], least: number): readonly Name[] {
    const [first, ...others] = parts;
    const isOwn =
      first !== undefined && parts.length >= least && this.#own.has(foldName(first, this.dialect).toLowerCase());
    return isOwn ? others : parts;
  }

  #noteTable(parts: readonly Name[]): void {
    const names = parts.map((part) => foldName(part, this.dialect).toLowerCase());
    const table = names.at(-1) ?? '';
    const named = names.at(-2);
    // all tables go into one schema, whether anything makes theirs or not
    if (named !== undefined) this.#own.add(named);
    const schema = named ?? this.#current;
    const before = this.#made.get(table);
    if (before !== undefined && before !== schema)
      throw new DragomanError('UNTRANSLATABLE', `Two schemas have a table \`${table}\`, and the target gets one.`, {
        hint: 'Dump one schema at a time, each into a database of its own.',
      });
    this.#made.set(table, schema);
  }
}

/** Where the names of an INSERT stand. */
const LONGEST_HEAD = 4096;
