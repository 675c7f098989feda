import {
  contains,
  ownKey,
  walk,
  type DialectName,
  type Node,
  type QualifiedName,
  type Statement,
} from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';
import { REFERENCES } from '../frames.js';

/** Whether a script's own session looks at foreign keys where it says nothing: https://sqlite.org/foreignkeys.html#fk_enable */
const LOOKS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: true, SQLITE: false };

/** How a script says that it does, or does not. */
const SAYS: Readonly<Record<DialectName, RegExp | undefined>> = {
  POSTGRESQL: undefined,
  // mysqldump keeps what it was in a variable of its own, and gives that back at the end
  MYSQL: /^SET (?:.*, ?)?(?:SESSION |LOCAL |@@(?:SESSION\.|LOCAL\.)?)?FOREIGN_KEY_CHECKS ?= ?(@?\w+)(?: ?,|$)/,
  SQLITE: /^PRAGMA FOREIGN_KEYS ?(?:= ?|\( ?)(\w+)(?: ?\))?$/,
};
const YES = /^(?:1|ON|YES|TRUE|@\w+)$/;

/** Statements that leave foreign keys as they are looked at. */
const ROWS: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  'query',
  'insert',
  'update',
  'delete',
  'merge',
]);

/**
 * Foreign keys that do something, where rows are changed that others refer to: a load does not look at them, so that what
 * ON DELETE CASCADE takes away would stay.
 */
export class ReferentialActions {
  #doesLook: boolean;
  #areOn = false;

  constructor(
    private readonly definitions: Definitions,
    private readonly from: DialectName,
    private readonly to: DialectName,
  ) {
    this.#doesLook = LOOKS[from];
  }

  /** Takes the words of a statement, in upper case. */
  note(words: string): void {
    const said = SAYS[this.from]?.exec(words)?.[1];
    if (said !== undefined) this.#doesLook = YES.test(said);
  }

  /** Whether a statement does what a foreign key says beside its own change. */
  areMeantBy(tree: Statement): boolean {
    return this.#doesLook && changedTables(tree).some((name) => this.definitions.isActedOn(name));
  }

  /**
   * The tables that a statement takes rows or keys from which others may refer to: where the script does not look at foreign
   * keys, those refer to nothing then.
   */
  loosenedBy(tree: Statement): readonly QualifiedName[] {
    if (this.#doesLook) return [];
    if (tree.kind === 'insert' && tree.with === undefined && tree.violation !== 'replace') return [];
    const takes = (node: Node): boolean =>
      node.kind === 'delete' || (node.kind === 'insert' && node.violation === 'replace');
    const isTaken =
      tree.kind === 'truncate' || contains(tree, takes) || contains(tree, (node) => this.#changesKey(node));
    if (!isTaken) return [];
    const names = tree.kind === 'truncate' ? tree.tables.map(({ name }) => name) : changedTables(tree);
    return names.filter((name) => this.definitions.isReferredTo(name));
  }

  /** Whether it gives values to columns that others refer to. */
  #changesKey(node: Node): boolean {
    if (node.kind !== 'update') return false;
    const referred = this.definitions.columnsReferredTo();
    return node.set.some(({ targets }) =>
      targets.some((target) => target.kind === 'column' && referred.has(ownKey(target, this.definitions.from))),
    );
  }

  /** Whether rows that are replaced, or deleted, are looked at by the foreign keys that lead to them. */
  get areLookedAt(): boolean {
    return this.#doesLook;
  }

  /**
   * What lets the target look at foreign keys for a statement, or no more.
   * @param areMeant what `areMeantBy` says of it
   */
  before(tree: Statement, areMeant: boolean): readonly string[] {
    const areWanted = areMeant || (this.#areOn && ROWS.has(tree.kind));
    if (areWanted === this.#areOn) return [];
    this.#areOn = areWanted;
    return REFERENCES[this.to][areWanted ? 'on' : 'off'];
  }
}

/** The tables of a statement that deletes or changes rows; a row that takes another's place deletes it. */
function changedTables(tree: Statement): readonly QualifiedName[] {
  // of the many rows of a load none is looked at
  if (tree.kind === 'insert' && tree.with === undefined && !changesRows(tree)) return [];
  if (!ROWS.has(tree.kind) || !contains(tree, changesRows)) return [];
  const names: QualifiedName[] = [];
  walk(tree, (node) => {
    if (node.kind === 'table-name') names.push(node.name);
    if (node.kind === 'insert') names.push(node.table);
    return true;
  });
  return names;
}

function changesRows(node: Node): boolean {
  if (node.kind !== 'insert') return CHANGES.has(node.kind);
  const { violation, duplicateKeyUpdate, conflicts = [] } = node;
  return (
    violation === 'replace' || duplicateKeyUpdate !== undefined || conflicts.some(({ update }) => update !== undefined)
  );
}

const CHANGES: ReadonlySet<Node['kind']> = new Set<Node['kind']>(['update', 'delete', 'merge']);
