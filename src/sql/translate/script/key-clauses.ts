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

/** What becomes of rows that break a key of a table. */
interface Clause {
  readonly violation: Violation;
  /** The column that is the number of the row, whose key says nothing of it. */
  readonly rowNumber: string | undefined;
}

const SAID_BY_INSERT: ReadonlySet<Violation | undefined> = new Set<Violation | undefined>(['replace', 'ignore', 'abort']);

/**
 * SQLite's keys say themselves what becomes of rows that break them, `UNIQUE ON CONFLICT REPLACE`; elsewhere it is said with each
 * INSERT. https://sqlite.org/lang_conflict.html
 */
export class KeyClauses {
  readonly #clauses = new Map<string, Clause>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /** A statement of a script: a table without such words, and an INSERT with them. */
  meant(tree: Statement): Statement {
    if (this.from.name !== 'SQLITE' || this.to.name === 'SQLITE') return tree;
    if (tree.kind === 'create-table') return this.#ofTable(tree);
    if (tree.kind === 'insert') return this.#ofInsert(tree);
    if (tree.kind === 'drop' && tree.object === 'TABLE') for (const name of tree.names) this.#take(name);
    // another key, which says nothing of it
    if (tree.kind === 'create-index' && tree.type === 'unique') this.#take(tree.table);
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

  #take(name: QualifiedName): Clause | undefined {
    const clause = this.#clauses.get(this.#keyOf(name));
    this.#clauses.delete(this.#keyOf(name));
    return clause;
  }

  #ofTable(table: CreateTable): CreateTable {
    const elements = table.elements ?? [];
    const rowNumber = elements.find(isRowNumber);
    const clauses = new Set(
      elements.filter((one) => one !== rowNumber || saysClause(one)).flatMap(keysOf).map((one) => one.onConflict),
    );
    const [clause, ...others] = clauses;
    if (others.length > 0 || clause === undefined || !SAID_BY_INSERT.has(clause)) return table;
    if (clause !== 'abort')
      this.#clauses.set(this.#keyOf(table.name), {
        violation: clause,
        rowNumber:
          rowNumber?.kind === 'column-definition' && !saysClause(rowNumber)
            ? ownKey({ parts: [rowNumber.name] }, this.from)
            : undefined,
      });
    return { ...table, elements: elements.map(withoutClause) };
  }

  #ofInsert(tree: Insert): Insert {
    const { violation, conflicts, columns } = tree;
    const clause = this.#clauses.get(this.#keyOf(tree.table));
    if (clause === undefined || violation !== undefined || conflicts !== undefined) return tree;
    const givesNumber =
      clause.rowNumber !== undefined &&
      (columns === undefined ||
        columns.some((one) => one.kind === 'column' && ownKey(one, this.from) === clause.rowNumber));
    return givesNumber ? tree : { ...tree, violation: clause.violation };
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

const saysClause = (element: TableElement): boolean => keysOf(element).some(({ onConflict }) => onConflict !== undefined);

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
