import {
  foldName,
  ownKey,
  type Dialect,
  type Expression,
  type Name,
  type Query,
  type QueryBody,
  type TableReference,
} from '../../sql/index.js';
import { writtenValue, type WrittenValue } from './written-values.js';

/** A table as far as values are followed: its columns by their names, and in the order declared. */
export interface ColumnsOfTable<Column> {
  readonly columns: ReadonlyMap<string, Column>;
  readonly order: readonly (Column | undefined)[];
}

/** Where the values of one column of a query come from: out of columns, or as they are written. */
export interface Origins<Column> {
  readonly columns: readonly Column[];
  readonly values: readonly WrittenValue[];
}

interface Scope<Column> {
  readonly name: string;
  readonly table: ColumnsOfTable<Column>;
}

const NOTHING = { columns: [], values: [] } as const;

/** Functions that give one of their arguments as it is, and from which argument on. */
const CHOOSING: ReadonlyMap<string, readonly number[] | 'all'> = new Map<string, readonly number[] | 'all'>([
  ['coalesce', 'all'],
  ['ifnull', 'all'],
  ['min', 'all'],
  ['max', 'all'],
  ['nullif', [0]],
  ['iif', [1, 2]],
  ['if', [1, 2]],
]);

/** Follows values through the queries of a script: what a column of a query holds is what the columns hold that it is taken from. */
export class ValueFlows<Column> {
  constructor(
    private readonly dialect: Dialect,
    private readonly tableOf: (key: string) => ColumnsOfTable<Column> | undefined,
  ) {}

  /** The origins of each column of a query; names are those that a table made by it would have. */
  ofQuery({ body }: Query): readonly (Origins<Column> & { readonly name?: string })[] {
    return this.#ofBody(body);
  }

  /** The origins of a value in a statement that reads these tables. */
  ofValue(value: Expression, tables: readonly TableReference[]): Origins<Column> {
    return this.#origins(
      value,
      tables.flatMap((table) => this.#scopes(table)),
    );
  }

  #ofBody(body: QueryBody): readonly (Origins<Column> & { readonly name?: string })[] {
    if (body.kind === 'set-operation') {
      const [left, right] = [this.#ofBody(body.left), this.#ofBody(body.right)];
      return left.map((one, at) => ({ ...one, ...joined([one, right[at] ?? NOTHING]) }));
    }
    if (body.kind === 'values') {
      const [first] = body.rows;
      return (first?.items ?? []).map((_, at) =>
        joined(body.rows.flatMap(({ items }) => (items[at] === undefined ? [] : [this.#origins(items[at], [])]))),
      );
    }
    if (body.kind !== 'select') return [];
    const scopes = (body.from ?? []).flatMap((table) => this.#scopes(table));
    return body.columns.flatMap(({ expression, alias }) => {
      if (expression.kind === 'star') return this.#ofStar(expression.qualifier, scopes);
      const written = alias ?? (expression.kind === 'column' ? expression.parts.at(-1) : undefined);
      const name = written === undefined ? {} : { name: foldName(written, this.dialect).toLowerCase() };
      return [{ ...this.#origins(expression, scopes), ...name }];
    });
  }

  #ofStar(
    qualifier: readonly Name[],
    scopes: readonly Scope<Column>[],
  ): (Origins<Column> & { readonly name?: string })[] {
    const meant = qualifier.length === 0 ? scopes : scopes.filter(({ name }) => name === this.#last(qualifier));
    return meant.flatMap(({ table }) => {
      const names = new Map([...table.columns].map(([name, column]) => [column, name]));
      return table.order.map((column) => {
        const name = column === undefined ? undefined : names.get(column);
        return { columns: column === undefined ? [] : [column], values: [], ...(name !== undefined && { name }) };
      });
    });
  }

  #scopes(table: TableReference): Scope<Column>[] {
    if (table.kind === 'join') return [...this.#scopes(table.left), ...this.#scopes(table.right)];
    if (table.kind !== 'table-name') return [];
    const key = ownKey(table.name, this.dialect);
    const known = this.tableOf(key);
    if (known === undefined) return [];
    const name = table.alias === undefined ? key : foldName(table.alias, this.dialect).toLowerCase();
    return [{ name, table: known }];
  }

  #origins(value: Expression, scopes: readonly Scope<Column>[]): Origins<Column> {
    const written = writtenValue(value);
    if (written !== undefined) return { columns: [], values: [written] };
    if (value.kind === 'column') return { columns: this.#columns(value.parts, scopes), values: [] };
    if (value.kind === 'subquery') return this.#ofBody(value.query.body)[0] ?? NOTHING;
    if (value.kind === 'case') {
      const results = value.branches.map(({ result }) => result);
      const all = value.otherwise === undefined ? results : [...results, value.otherwise];
      return joined(all.map((one) => this.#origins(one, scopes)));
    }
    if (value.kind !== 'call') return NOTHING;
    const chosen = CHOOSING.get(value.name.parts.at(-1)?.value.toLowerCase() ?? '');
    if (chosen === undefined) return NOTHING;
    const given = chosen === 'all' ? value.arguments : chosen.flatMap((at) => value.arguments[at] ?? []);
    return joined(given.map((one) => this.#origins(one, scopes)));
  }

  #columns(parts: readonly Name[], scopes: readonly Scope<Column>[]): Column[] {
    const key = ownKey({ parts }, this.dialect);
    const meant = parts.length === 1 ? scopes : scopes.filter(({ name }) => name === this.#last(parts.slice(0, -1)));
    for (const { table } of meant) {
      const column = table.columns.get(key);
      if (column !== undefined) return [column];
    }
    return [];
  }

  #last(parts: readonly Name[]): string {
    return ownKey({ parts }, this.dialect);
  }
}

const joined = <Column>(all: readonly Origins<Column>[]): Origins<Column> => ({
  columns: all.flatMap(({ columns }) => columns),
  values: all.flatMap(({ values }) => values),
});
