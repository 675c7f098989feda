import { nameKey } from '../../analysis/folded-names.js';
import {
  walk,
  type ColumnReference,
  type Expression,
  type Name,
  type Statement,
  type TableName,
} from '../../ast/index.js';
import type { Dialect } from '../../dialects/dialect.js';
import type { Family } from './family.js';
import { FamilyReader } from './family-reader.js';
import { gatherUses } from './gather-uses.js';

/**
 * What the columns of a statement hold, told by how the statement uses them, for where no catalogue tells: `SUM(total)` adds up
 * numbers, and what is compared with `'2024-01-31'` are dates.
 */
export class ColumnUses {
  readonly #found = new Map<string, Family | 'mixed'>();
  readonly #tables = new Map<string, string | undefined>();
  readonly #reader: FamilyReader;
  #only: string | undefined;

  constructor(
    statement: Statement,
    private readonly dialect: Dialect,
  ) {
    this.#reader = new FamilyReader(dialect, (node) => this.#ofColumn(node));
    this.#readTables(statement);
    const groups = gatherUses(statement, dialect, (node, family) => {
      this.#take(node, family);
    });
    this.#makeAlike(groups);
  }

  /** What an expression gives, as far as its form or the use of its columns tells. */
  familyOf(node: Expression): Family | undefined {
    return this.#reader.familyOf(node);
  }

  /** What stands beside one another is of one family: as often as that tells something of more columns. */
  #makeAlike(groups: readonly (readonly Expression[])[]): void {
    for (let pass = 0, before = -1; before < this.#found.size && pass < MOST_PASSES; pass += 1) {
      before = this.#found.size;
      for (const group of groups) {
        const family = group.map((node) => this.familyOf(node)).find((one) => one !== undefined);
        if (family !== undefined) for (const node of group) this.#take(node, family);
      }
    }
  }

  /** Tables by the names that they go by; undefined for a name that several go by. */
  #readTables(statement: Statement): void {
    const names = new Set<string>();
    walk(statement, (node) => {
      if (node.kind !== 'table-name') return true;
      const table = this.#key((node satisfies TableName).name.parts);
      const called = node.alias === undefined ? table : this.#key([node.alias]);
      names.add(table);
      this.#tables.set(called, this.#tables.has(called) && this.#tables.get(called) !== table ? undefined : table);
      return true;
    });
    const [only, second] = names;
    if (second === undefined) this.#only = only;
  }

  #key(parts: readonly Name[]): string {
    const last = parts[parts.length - 1];
    return last === undefined ? '' : nameKey(last, this.dialect);
  }

  /** By which a column is kept: its table and its name, or its name alone where the table is not said. */
  #keyOf({ parts }: ColumnReference): string {
    const qualifier = parts.length > 1 ? this.#key(parts.slice(0, -1)) : undefined;
    const table = qualifier === undefined ? this.#only : this.#tables.get(qualifier);
    return `${table ?? qualifier ?? ''}.${this.#key(parts)}`;
  }

  #ofColumn(node: ColumnReference): Family | undefined {
    const key = this.#keyOf(node);
    const bare = `.${this.#key(node.parts)}`;
    const own = this.#found.get(key) ?? this.#found.get(bare);
    const found = own ?? (key === bare ? this.#ofAnyTable(bare) : undefined);
    return found === 'mixed' ? undefined : found;
  }

  /** A column whose table is not said is that of any table. */
  #ofAnyTable(bare: string): Family | 'mixed' | undefined {
    const families = new Set([...this.#found].filter(([key]) => key.endsWith(bare)).map(([, family]) => family));
    return families.size > 1 ? 'mixed' : [...families][0];
  }

  #take(node: Expression, family: Family): void {
    for (const column of this.#reader.columnsOf(node)) {
      const key = this.#keyOf(column);
      const known = this.#found.get(key);
      this.#found.set(key, known === undefined || known === family ? family : (BOTH[`${known} ${family}`] ?? 'mixed'));
    }
  }
}

/** A chain of equal columns that is longer than this is no statement of an application. */
const MOST_PASSES = 5;

/** What is a condition and a number is a truth value where there are none of their own, or a number that may be 0. */
const BOTH: Readonly<Record<string, Family | undefined>> = { 'number truth': 'truth', 'truth number': 'truth' };
