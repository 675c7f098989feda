import { foldName, nameKey } from '../analysis/folded-names.js';
import type { Change, ColumnReference, Expression, Name, Query, Select } from '../ast/index.js';
import type { Catalogue } from '../catalogue.js';
import type { Dialect } from '../dialects/dialect.js';
import type { CommonTables } from './common-tables.js';
import type { TypingRules } from './rules/index.js';
import {
  columnOf,
  namedSource,
  NOTHING,
  type FromClause,
  type Origin,
  type RelationColumn,
  type RelationColumns,
  type Source,
} from './sources.js';
import type { SqlTypeName } from './sql-type.js';
import { typed, UNKNOWN, type Typed } from './typed.js';
import {
  familyOfType,
  type ArrayUses,
  type ColumnUses,
  type Family,
  type ReckonedMoments,
  type WrittenNames,
} from './uses/index.js';

/** What is the same for the whole of a statement, with what was told of its nodes already. */
export interface TypingContext {
  readonly dialect: Dialect;
  readonly rules: TypingRules;
  readonly catalogue: Catalogue | undefined;
  /** The text that the statement was read from, by which MySQL and SQLite name columns. */
  readonly sql: string | undefined;
  typeOf(expression: Expression, scope: Scope): Typed;
  /** Whether `typeOf` was asked for it already. */
  isTyped(expression: Expression): boolean;
  columnsOf(statement: Query | Change, scope: Scope): RelationColumns;
  readonly scopes: Map<Query | Select | Change, Scope>;
  /** What the statement uses its columns as; undefined where there is no statement. */
  readonly uses: ColumnUses | undefined;
  /** What it uses as arrays; undefined where the dialect has none as well. */
  readonly arrays: ArrayUses | undefined;
  /** How it writes its names; undefined where there is no statement. */
  readonly names: WrittenNames | undefined;
  /** What it reckons with as dates; undefined where the dialect adds to texts as well. */
  readonly moments: ReckonedMoments | undefined;
}

/** How a select groups its rows: not at all, into groups that have a row each, or into sets one of which may be empty. */
export type Grouping = 'none' | 'plain' | 'sets';

interface ScopeParts {
  readonly context: TypingContext;
  readonly outer?: Scope | undefined;
  readonly tables?: CommonTables | undefined;
  readonly from?: FromClause;
  readonly grouping?: Grouping;
}

/** What arrays are where there are none. */
const MAY_BE_ARRAY: ReadonlySet<SqlTypeName> = new Set<SqlTypeName>(['JSON', 'TEXT']);

const NO_QUALIFIER: readonly string[] = [];
const asItIs = (name: string): string => name;
const withoutCase = (name: string): string => name.toLowerCase();

const told = (name: string, { type, nullable }: Typed, table?: Origin): RelationColumn => ({
  name,
  type,
  nullable,
  table,
});

/** What names mean in one place of a statement. */
export class Scope {
  readonly context: TypingContext;
  /** Where names are looked up that are not found here. */
  readonly outer: Scope | undefined;
  readonly tables: CommonTables | undefined;
  readonly from: FromClause;
  readonly grouping: Grouping;

  constructor(parts: ScopeParts) {
    this.context = parts.context;
    this.outer = parts.outer;
    this.tables = parts.tables ?? parts.outer?.tables;
    this.from = parts.from ?? NOTHING;
    this.grouping = parts.grouping ?? 'none';
  }

  typeOf(expression: Expression): Typed {
    return this.context.typeOf(expression, this);
  }

  /** What an expression holds: by its type, or else by its form and by how the statement uses its columns. */
  familyOf(expression: Expression): Family | undefined {
    const { type } = this.typeOf(expression);
    if (type !== undefined) return familyOfType(type.type);
    const { uses } = this.context;
    const used = uses?.familyOf(expression);
    if (used !== undefined || expression.kind !== 'column') return used;
    const made = this.resolve(expression).expression;
    return made && uses?.familyOf(made);
  }

  columnsOf(statement: Query | Change): RelationColumns {
    return this.context.columnsOf(statement, this);
  }

  /** What the engine takes a name for. */
  fold(name: Name): string {
    return foldName(name, this.context.dialect);
  }

  /** What names are compared by. */
  key(name: Name): string {
    return nameKey(name, this.context.dialect);
  }

  /** The same of a name that is folded already. */
  get keyOf(): (name: string) => string {
    return this.context.dialect.features.foldsNames ? asItIs : withoutCase;
  }

  /** The column that a reference means, with the name that the engine has for it. */
  resolve({ parts }: ColumnReference): RelationColumn {
    const last = parts[parts.length - 1] as Name;
    const qualifier = this.qualifierOf(parts);
    const key = this.key(last);
    return this.#asUsed(key, this.#find(key, qualifier) ?? this.#unfound(last, qualifier));
  }

  /** The column that a reference means, where it is one of a source whose columns are known. */
  known({ parts }: ColumnReference): RelationColumn | undefined {
    const key = this.key(parts[parts.length - 1] as Name);
    const found = this.#find(key, this.qualifierOf(parts));
    return found && this.#asUsed(key, found);
  }

  /** An array or a moment, where the statement takes a column for one that its table has as JSON or text, or nobody tells. */
  #asUsed(key: string, column: RelationColumn): RelationColumn {
    const { type } = column;
    if (type !== undefined && !MAY_BE_ARRAY.has(type.type)) return column;
    const element = this.context.arrays?.elementOf(key);
    if (element !== undefined) return { ...column, type: { type: 'ARRAY', element } };
    const moment = type?.type === 'JSON' ? undefined : this.context.moments?.typeOf(key, type);
    return moment === undefined ? column : { ...column, ...moment };
  }

  /** The keys of what stands before the last part of a name. */
  qualifierOf(parts: readonly Name[]): readonly string[] {
    if (parts.length === 1) return NO_QUALIFIER;
    if (parts.length === 2) return [this.key(parts[0] as Name)];
    return parts.slice(0, -1).map((part) => this.key(part));
  }

  /** The source that a qualifier means, here or further out. */
  source(qualifier: readonly Name[]): Source | undefined {
    return this.#source(qualifier.map((part) => this.key(part)));
  }

  #source(qualifier: readonly string[]): Source | undefined {
    const source = namedSource(this.from.sources, qualifier);
    return source !== undefined || this.outer === undefined ? source : this.outer.#source(qualifier);
  }

  #find(key: string, qualifier: readonly string[]): RelationColumn | undefined {
    const found = this.#findHere(key, qualifier);
    if (found === null) return undefined;
    if (found === undefined) return this.outer === undefined ? undefined : this.outer.#find(key, qualifier);
    return this.grouping === 'sets' ? { ...found, nullable: true } : found;
  }

  /** Null where the name may be one of a source whose columns are not known, so that it is not looked up further out. */
  #findHere(key: string, qualifier: readonly string[]): RelationColumn | null | undefined {
    const isPlain = qualifier.length === 0;
    const merged = isPlain ? this.from.merged.get(key) : undefined;
    if (merged !== undefined) return columnOf(merged);
    let ends = false;
    for (const source of this.from.sources) {
      if (!isPlain && !source.isNamed(qualifier)) continue;
      const column = source.column(key);
      if (column !== undefined) return columnOf({ source, column });
      ends ||= !isPlain || source.columns === undefined;
    }
    return ends ? null : undefined;
  }

  /** What can be said of a name that is no known column. */
  #unfound(name: Name, qualifier: readonly string[]): RelationColumn {
    const { rules } = this.context;
    const called = this.fold(name);
    const system = rules.systemColumns.get(this.key(name));
    const source = qualifier.length > 0 ? this.#source(qualifier) : this.#onlySource();
    const owner = system === undefined || qualifier.length > 0 ? source : this.#nearestSource();
    if (system !== undefined && owner?.origin !== undefined)
      return told(system.name, typed(system.type, owner.nulled), owner.origin);
    if (source !== undefined && source.columns === undefined) return told(called, UNKNOWN, source.origin);
    if (qualifier.length > 0) return told(called, UNKNOWN);
    if (rules.wholeRows && this.source([name]) !== undefined) return told(called, typed('OTHER', undefined));
    const isText = rules.quotedNamesMayBeText && name.quoted && this.#allKnown();
    // such a string is called by what is written, quotes and all
    return isText ? told(`"${name.value}"`, typed('TEXT', false)) : told(called, UNKNOWN);
  }

  /** The only source that a name without a qualifier can belong to. */
  #onlySource(): Source | undefined {
    const [source, second] = this.from.sources;
    if (second !== undefined) return undefined;
    for (let scope = this.outer; scope !== undefined; scope = scope.outer) {
      if (scope.from.sources.length > 0) return undefined;
    }
    return source;
  }

  /** The source of the innermost FROM, where it has one: what every table has is that one’s. */
  #nearestSource(): Source | undefined {
    const { sources } = this.from;
    if (sources.length === 0) return this.outer === undefined ? undefined : this.outer.#nearestSource();
    // a changed table's rows before and after the change are of that table
    const [first] = sources;
    return sources.every(({ origin }) => origin === first?.origin) ? first : undefined;
  }

  #allKnown(): boolean {
    if (this.from.sources.some(({ columns }) => columns === undefined)) return false;
    return this.outer === undefined || this.outer.#allKnown();
  }
}
