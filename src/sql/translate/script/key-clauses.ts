import { ownKey } from '../../analysis/folded-names.js';
import type {
  ColumnConstraint,
  CreateTable,
  Insert,
  QualifiedName,
  Statement,
  TableConstraint,
  TableElement,
  Violation,
} from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';

type Constraint = ColumnConstraint | TableConstraint;

const SAID_BY_INSERT: ReadonlySet<Violation | undefined> = new Set<Violation | undefined>([
  'replace',
  'ignore',
  'abort',
]);

/**
 * SQLite's keys say themselves what becomes of rows that break them, `UNIQUE ON CONFLICT REPLACE`; elsewhere it is said with each
 * INSERT. https://sqlite.org/lang_conflict.html
 */
export class KeyClauses {
  readonly #clauses = new Map<string, Violation>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /** A statement of a script: a table without such words, and an INSERT with them. */
  meant<S extends Statement>(tree: S): S;
  meant(tree: Statement): Statement {
    if (this.from.name !== 'SQLITE' || this.to.name === 'SQLITE') return tree;
    if (tree.kind === 'create-table') return this.#ofTable(tree);
    if (tree.kind === 'insert') return this.#ofInsert(tree);
    if (tree.kind === 'drop' && tree.object === 'TABLE') for (const name of tree.names) this.#take(name);
    if (tree.kind === 'alter-table')
      for (const action of tree.actions) {
        const clause = action.kind === 'rename-to' ? this.#take(tree.name) : undefined;
        if (clause !== undefined && action.kind === 'rename-to') this.#clauses.set(this.#keyOf(action.name), clause);
      }
    return tree;
  }

  #keyOf(name: QualifiedName): string {
    return ownKey(name, this.from);
  }

  #take(name: QualifiedName): Violation | undefined {
    const clause = this.#clauses.get(this.#keyOf(name));
    this.#clauses.delete(this.#keyOf(name));
    return clause;
  }

  #ofTable(table: CreateTable): CreateTable {
    const elements = table.elements ?? [];
    // the number of a row says nothing of it, and is given anew
    const keys = elements.filter((one) => !isRowNumber(one) || saysClause(one)).flatMap(keysOf);
    const [clause, ...others] = new Set(keys.map(({ onConflict }) => onConflict));
    if (others.length > 0 || clause === undefined || !SAID_BY_INSERT.has(clause)) return table;
    if (clause !== 'abort') this.#clauses.set(this.#keyOf(table.name), clause);
    return { ...table, elements: elements.map(withoutClause) };
  }

  #ofInsert(tree: Insert): Insert {
    const clause = this.#clauses.get(this.#keyOf(tree.table));
    const isSaid = tree.violation !== undefined || tree.conflicts !== undefined;
    return clause === undefined || isSaid ? tree : { ...tree, violation: clause };
  }
}

const isKey = ({ rule }: Constraint): boolean =>
  rule.kind === 'primary-key' ||
  rule.kind === 'unique' ||
  (rule.kind === 'table-key' && (rule.type === 'primary' || rule.type === 'unique'));

function keysOf(element: TableElement): readonly Constraint[] {
  if (element.kind === 'column-definition') return element.constraints.filter(isKey);
  return element.kind === 'table-constraint' && isKey(element) ? [element] : [];
}

const saysClause = (element: TableElement): boolean =>
  keysOf(element).some(({ onConflict }) => onConflict !== undefined);

const isRowNumber = (element: TableElement): boolean =>
  element.kind === 'column-definition' &&
  element.type?.name.toLowerCase() === 'integer' &&
  element.constraints.some(({ rule }) => rule.kind === 'primary-key');

function withoutClause(element: TableElement): TableElement {
  if (element.kind === 'column-definition')
    return { ...element, constraints: element.constraints.map((one) => (isKey(one) ? withoutWords(one) : one)) };
  return element.kind === 'table-constraint' && isKey(element) ? withoutWords(element) : element;
}

const withoutWords = <C extends Constraint>({ onConflict: _, ...constraint }: C): Omit<C, 'onConflict'> => constraint;
