import {
  foldName,
  parseTokens,
  type AlterTable,
  type ColumnDefinition,
  type CreateTable,
  type Dialect,
  type DialectName,
  type QualifiedName,
  type ScriptPart,
  type Statement,
  type TableConstraint,
  type TableElement,
} from '../sql/index.js';
import { withoutSchema } from './own-schema.js';

type Action = AlterTable['actions'][number];
type ColumnConstraint = ColumnDefinition['constraints'][number];

/** What a dump says of a table only later. */
interface Later {
  /** Of its columns, by their names. */
  readonly columns: Map<string, ColumnConstraint[]>;
  readonly constraints: TableConstraint[];
}

/** Which constraints a target has to be told of with the table itself, where pg_dump tells them behind the rows. */
const WITH_TABLE: Readonly<Record<DialectName, ReadonlySet<string>>> = {
  POSTGRESQL: new Set(),
  // a column that counts by itself must be a key from the start
  MYSQL: new Set(['table-key', 'table-check']),
  // it adds no constraints to a table that is there
  SQLITE: new Set(['table-key', 'table-check', 'table-foreign-key']),
};

const ALTERS = /^\s*(?:(?:--[^\n]*\n|\/\*[^]*?\*\/)\s*)*(?:ALTER\s+(?:TABLE|SEQUENCE))\b/i;

/** Whether what the dump says of tables only later has to be known before: it is then read twice. */
export function needsSecondReading(from: Dialect, to: Dialect): boolean {
  return from.name === 'POSTGRESQL' && WITH_TABLE[to.name].size > 0;
}

/**
 * Keys, and columns that count by themselves, which pg_dump tells behind the rows: gathered in a first reading, so that
 * the second makes each table with them.
 */
export class ToldLater {
  readonly #tables = new Map<string, Later>();
  /** Sequences that belong to a column, which counts without them. */
  readonly #owned = new Set<string>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /** Takes a part in the first reading. */
  note(part: ScriptPart): void {
    if (part.kind !== 'statement' || !ALTERS.test(part.text)) return;
    const tree = this.#parsed(part.text, part.tokens);
    if (tree?.kind === 'alter-sequence' && tree.options.some(({ name }) => name === 'OWNED BY'))
      this.#owned.add(this.#keyOf(tree.name));
    if (tree?.kind !== 'alter-table') return;
    const later = this.#tables.get(this.#keyOf(tree.name)) ?? { columns: new Map(), constraints: [] };
    for (const action of tree.actions) this.#noteAction(action, later);
    this.#tables.set(this.#keyOf(tree.name), later);
  }

  /** Whether a statement says nothing but what its table was made with. */
  isTold(tree: Statement): boolean {
    if (tree.kind === 'create-sequence' || tree.kind === 'alter-sequence')
      return this.#owned.has(this.#keyOf(tree.name));
    return tree.kind === 'alter-table' && tree.actions.every((action) => this.#belongsToTable(action));
  }

  /** The table with what is told of it later. */
  complete(table: CreateTable): CreateTable {
    const later = this.#tables.get(this.#keyOf(table.name));
    if (later === undefined || table.elements === undefined) return table;
    const elements: TableElement[] = table.elements.map((element) => this.#completeColumn(element, later));
    return { ...table, elements: [...elements, ...later.constraints] };
  }

  #parsed(text: string, tokens: Parameters<typeof parseTokens>[1]): Statement | undefined {
    try {
      return withoutSchema(parseTokens(text, tokens, this.from), text, this.from);
    } catch {
      // the second reading says what is wrong with it
      return undefined;
    }
  }

  #noteAction(action: Action, { columns, constraints }: Later): void {
    if (!this.#belongsToTable(action)) return;
    if (action.kind === 'add-constraint') {
      const column = onlyKeyColumn(action.constraint);
      if (column === undefined) constraints.push(action.constraint);
      else this.#add(columns, column, primaryKey(action.constraint));
    } else if (action.kind === 'alter-column') {
      const { always = false, span } = action;
      const rule = { kind: 'identity', always, options: [], span } as const;
      this.#add(columns, foldName(action.column, this.from), { kind: 'column-constraint', rule, span });
    }
  }

  #add(columns: Map<string, ColumnConstraint[]>, name: string, constraint: ColumnConstraint): void {
    columns.set(name, [...(columns.get(name) ?? []), constraint]);
  }

  #belongsToTable(action: Action): boolean {
    if (WITH_TABLE[this.to.name].size === 0) return false;
    if (action.kind === 'add-constraint') return WITH_TABLE[this.to.name].has(action.constraint.rule.kind);
    if (action.kind !== 'alter-column') return false;
    return action.change === 'add-identity' || (action.change === 'set-default' && isNextValue(action));
  }

  #completeColumn(element: TableElement, { columns }: Later): TableElement {
    if (element.kind !== 'column-definition') return element;
    const more = columns.get(foldName(element.name, this.from));
    return more === undefined ? element : { ...element, constraints: [...element.constraints, ...more] };
  }

  #keyOf({ parts }: QualifiedName): string {
    return parts.map((part) => foldName(part, this.from)).join('\0');
  }
}

/** nextval('t_id_seq'): the column counts by a sequence of its own. */
const isNextValue = ({ value }: Extract<Action, { kind: 'alter-column' }>): boolean =>
  value?.kind === 'call' && value.name.parts.at(-1)?.value.toLowerCase() === 'nextval';

/** The column of a primary key of one. */
function onlyKeyColumn({ rule }: TableConstraint): string | undefined {
  if (rule.kind !== 'table-key' || rule.type !== 'primary' || rule.elements.length !== 1) return undefined;
  const expression = rule.elements[0]?.expression;
  return expression?.kind === 'column' ? expression.parts.at(-1)?.value : undefined;
}

const primaryKey = ({ name, span }: TableConstraint): ColumnConstraint => ({
  kind: 'column-constraint',
  ...(name !== undefined && { name }),
  rule: { kind: 'primary-key', span },
  span,
});
