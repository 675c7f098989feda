import { ownKey, ownName } from '../../analysis/folded-names.js';
import type { AlterTable, CreateTable, QualifiedName, Statement, TableConstraint } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { withConstraints } from '../definitions/constraints.js';
import { alteration, ofTable } from '../definitions/made-definitions.js';
import { usualName } from '../definitions/changed-definition.js';
import type { TranslatedTrees } from '../translate-statement.js';

/** A foreign key that waits for the table that it refers to. */
interface WaitingKey {
  readonly table: QualifiedName;
  readonly constraint: TableConstraint;
}

/**
 * Tables that a script drops and puts others in the place of, as SQLite's are changed: foreign keys lead to the name there, and
 * to the table in PostgreSQL, where they are dropped before and come back behind. https://sqlite.org/lang_altertable.html
 */
export class TablesReplaced {
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

  get #isOff(): boolean {
    return this.from.name !== 'SQLITE' || this.to.name !== 'POSTGRESQL';
  }

  /** A statement's translation, with what becomes of foreign keys around it. @param tables those that are there before it */
  around(made: TranslatedTrees, source: Statement, tables: Iterable<CreateTable>): TranslatedTrees {
    if (this.#isOff) return made;
    const before = source.kind === 'drop' && source.object === 'TABLE' ? this.#taken(source.names, tables, source) : [];
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
    const wanted = new Set(
      names.map((name) => ownKey(name, this.from)).filter((key) => (this.#coming.get(key) ?? 0) > 0),
    );
    const dropped: AlterTable[] = [];
    for (const table of wanted.size === 0 ? [] : tables) {
      if (wanted.has(ownKey(table.name, this.to))) continue;
      for (const { key, constraint } of this.#keysOf(table, wanted)) {
        this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), { table: table.name, constraint }]);
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

  #back(key: string, { span }: Statement): AlterTable[] {
    const waiting = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    return waiting.map(({ table, constraint }) =>
      alteration(table, [{ kind: 'add-constraint', constraint, span }], span),
    );
  }
}

/** The names that a statement gives to tables. */
function namesGiven(tree: Statement): QualifiedName[] {
  if (tree.kind === 'create-table') return [tree.name];
  if (tree.kind !== 'alter-table') return [];
  return tree.actions.flatMap((action) => (action.kind === 'rename-to' ? [action.name] : []));
}
