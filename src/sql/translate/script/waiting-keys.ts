import { ownKey, ownName } from '../../analysis/folded-names.js';
import type {
  AlterTable,
  CreateTable,
  ForeignReference,
  QualifiedName,
  Statement,
  TableConstraint,
  TableElement,
} from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { withConstraints } from '../definitions/constraints/constraints.js';
import { alteration, ofTable } from '../definitions/made-definitions.js';
import { usualName } from '../definitions/alterations/changed-definition.js';
import { NOTHING_TO_DO } from '../definitions/nothing-to-do.js';
import { parseStatement } from '../../parser/index.js';
import type { TranslatedTrees } from '../translate-statement.js';

/** A foreign key that waits for the table that it refers to. */
interface WaitingKey {
  readonly table: QualifiedName;
  readonly constraint: TableConstraint;
  /** Whether it was there before: rows may refer to some that come back behind the table. */
  readonly wasThere: boolean;
}

/**
 * Foreign keys to tables that are not there for a while: SQLite lets them lead to a name, where a table comes later, or another
 * is put in the place of one, as its tables are changed. Elsewhere they come behind the table, and PostgreSQL's are dropped
 * before it. https://sqlite.org/lang_altertable.html
 */
export class WaitingKeys {
  /** How many statements of the script still give a table each name. */
  readonly #coming = new Map<string, number>();
  readonly #waiting = new Map<string, WaitingKey[]>();

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
    script: readonly Statement[],
  ) {
    if (this.#isOff) return;
    for (const tree of script)
      for (const name of namesGiven(tree)) {
        const key = ownKey(name, from);
        this.#coming.set(key, (this.#coming.get(key) ?? 0) + 1);
      }
  }

  /** Whether both look for the table of a foreign key at once, or neither does. */
  get #isOff(): boolean {
    return this.from.name === 'POSTGRESQL' || this.to.name === 'SQLITE' || this.from === this.to;
  }

  /**
   * A statement's translation, with what becomes of foreign keys around it.
   *
   * @param tables those that the script has made so far
   * @param isThere whether a table is known to be there before the statement
   */
  around(
    written: TranslatedTrees,
    source: Statement,
    tables: Iterable<CreateTable>,
    isThere: (name: QualifiedName) => boolean,
  ): TranslatedTrees {
    if (this.#isOff) return written;
    const made = { ...written, trees: written.trees.map((tree) => this.#early(tree, isThere)) };
    const isDrop = this.to.name === 'POSTGRESQL' && source.kind === 'drop' && source.object === 'TABLE';
    const before = isDrop ? this.#taken(source.names, tables, source) : [];
    const after = namesGiven(source).flatMap((name) => this.#back(ownKey(name, this.from), source));
    for (const name of namesGiven(source)) {
      const key = ownKey(name, this.from);
      this.#coming.set(key, (this.#coming.get(key) ?? 1) - 1);
    }
    if (before.length + after.length === 0) return made;
    const trees = [...before, ...made.trees, ...after];
    return { ...made, trees, main: made.main + before.length, answer: made.answer + before.length };
  }

  #taken(names: readonly QualifiedName[], tables: Iterable<CreateTable>, { span }: Statement): AlterTable[] {
    const wanted = new Set(names.map((name) => ownKey(name, this.from)));
    const dropped: AlterTable[] = [];
    for (const table of wanted.size === 0 ? [] : tables) {
      if (wanted.has(ownKey(table.name, this.to))) continue;
      for (const { key, constraint } of this.#keysOf(table, wanted)) {
        // where no table of the name comes, the source does not look at foreign keys
        if ((this.#coming.get(key) ?? 0) > 0) this.#wait(key, table.name, constraint, true);
        const { name } = constraint;
        dropped.push(
          alteration(
            table.name,
            [{ kind: 'drop-constraint', object: 'CONSTRAINT', ...(name && { name }), span }],
            span,
          ),
        );
      }
    }
    return dropped;
  }

  /** A statement without foreign keys to tables that come later, which wait for these. */
  #early(tree: Statement, isThere: (name: QualifiedName) => boolean): Statement {
    if (tree.kind !== 'create-table' && tree.kind !== 'alter-table') return tree;
    const isEarly = ({ table }: ForeignReference): boolean =>
      ownKey(table, this.to) !== ownKey(tree.name, this.to) &&
      (this.#coming.get(ownKey(table, this.to)) ?? 0) > 0 &&
      !isThere(table);
    if (tree.kind === 'create-table') return this.#withoutEarly(tree, isEarly);
    const actions = tree.actions.flatMap((action): AlterTable['actions'] => {
      if (action.kind === 'add-column') {
        const { elements = [] } = this.#withoutEarly(
          { ...NO_TABLE, name: tree.name, elements: action.columns, span: tree.span },
          isEarly,
        );
        return [{ ...action, columns: elements.filter((each) => each.kind === 'column-definition') }];
      }
      const rule = action.kind === 'add-constraint' ? action.constraint.rule : undefined;
      if (action.kind !== 'add-constraint' || rule?.kind !== 'table-foreign-key' || !isEarly(rule.reference))
        return [action];
      this.#wait(ownKey(rule.reference.table, this.to), tree.name, action.constraint);
      return [];
    });
    return actions.length === 0 ? { ...parseStatement(NOTHING_TO_DO, this.to), span: tree.span } : { ...tree, actions };
  }

  #withoutEarly(table: CreateTable, isEarly: (reference: ForeignReference) => boolean): CreateTable {
    if (table.elements === undefined) return table;
    const elements = table.elements.flatMap((element): readonly TableElement[] => {
      if (element.kind === 'table-constraint') {
        const { rule } = element;
        if (rule.kind !== 'table-foreign-key' || !isEarly(rule.reference)) return [element];
        this.#wait(ownKey(rule.reference.table, this.to), table.name, element);
        return [];
      }
      if (element.kind !== 'column-definition') return [element];
      const constraints = element.constraints.filter((one) => {
        const { rule, span, name } = one;
        if (rule.kind !== 'references' || !isEarly(rule.reference)) return true;
        const made = ofTable(
          { kind: 'table-foreign-key', columns: [element.name], reference: rule.reference, span },
          name,
        );
        this.#wait(ownKey(rule.reference.table, this.to), table.name, {
          ...made,
          ...(one.deferral && { deferral: one.deferral }),
        });
        return false;
      });
      return [{ ...element, constraints }];
    });
    return { ...table, elements };
  }

  #wait(key: string, table: QualifiedName, constraint: TableConstraint, wasThere = false): void {
    this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), { table, constraint, wasThere }]);
  }

  #keysOf(table: CreateTable, wanted: ReadonlySet<string>): { key: string; constraint: TableConstraint }[] {
    const found: { key: string; constraint: TableConstraint }[] = [];
    const owner = ownName(table.name, this.to);
    withConstraints(table, (one, column) => {
      const { rule, span } = one;
      if (rule.kind !== 'references' && rule.kind !== 'table-foreign-key') return one;
      const key = ownKey(rule.reference.table, this.to);
      if (!wanted.has(key)) return one;
      const value = usualName(owner, one, column) ?? '';
      const name = one.name ?? { kind: 'name', value, quoted: true, span };
      const columns = rule.kind === 'references' ? (column === undefined ? [] : [column.name]) : rule.columns;
      const made = ofTable({ kind: 'table-foreign-key', columns, reference: rule.reference, span }, name);
      found.push({ key, constraint: { ...made, ...(one.deferral && { deferral: one.deferral }) } });
      return one;
    });
    return found;
  }

  #back(key: string, { kind, span }: Statement): AlterTable[] {
    const waiting = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    // a new table has no rows yet
    const isEmpty = kind === 'create-table' && this.to.name === 'POSTGRESQL';
    return waiting.map(({ table, constraint, wasThere }) => {
      const later = { ...constraint, deferral: [...(constraint.deferral ?? []), 'NOT VALID'] };
      const made = isEmpty && wasThere ? later : constraint;
      return alteration(table, [{ kind: 'add-constraint', constraint: made, span }], span);
    });
  }
}

const NO_TABLE = { kind: 'create-table' } as const;

/** The names that a statement gives to tables. */
function namesGiven(tree: Statement): QualifiedName[] {
  if (tree.kind === 'create-table') return [tree.name];
  if (tree.kind !== 'alter-table') return [];
  return tree.actions.flatMap((action) => (action.kind === 'rename-to' ? [action.name] : []));
}
