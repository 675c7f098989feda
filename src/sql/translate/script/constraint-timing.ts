import { contains, type Statement } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { parseStatement } from '../../parser/index.js';
import type { TranslatedTrees } from '../translate-statement.js';

const DEFINES: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>(['drop', 'alter-table', 'create-index']);

/**
 * When PostgreSQL looks at constraints that wait for the end of a transaction: it changes no table that has rows to be looked
 * at still, so that these are looked at before. https://www.postgresql.org/docs/current/sql-set-constraints.html
 */
export class ConstraintTiming {
  #isOpen = false;
  #waits = false;
  #hasChanged = false;

  constructor(readonly dialect: Dialect) {}

  /** A statement's translation, with what has to stand around it. */
  around(made: TranslatedTrees, source: Statement): TranslatedTrees {
    if (this.dialect.name !== 'POSTGRESQL') return made;
    this.#note(source, made.trees);
    const isNeeded =
      this.#isOpen && this.#waits && this.#hasChanged && made.trees.some(({ kind }) => DEFINES.has(kind));
    if (!isNeeded) return made;
    this.#hasChanged = false;
    const said = (when: string): Statement => ({
      ...parseStatement(`SET CONSTRAINTS ALL ${when}`, this.dialect),
      span: source.span,
    });
    const trees = [said('IMMEDIATE'), ...made.trees, said('DEFERRED')];
    return { ...made, trees, main: made.main + 1, answer: made.answer + 1 };
  }

  #note(source: Statement, trees: readonly Statement[]): void {
    if (source.kind === 'transaction') {
      if (source.action === 'begin') this.#isOpen = true;
      if (source.action === 'commit' || source.action === 'rollback') this.#isOpen = false;
      this.#hasChanged = false;
    }
    const waits = trees.some((tree) =>
      contains(tree, (node) => 'deferral' in node && node.deferral?.includes('INITIALLY DEFERRED') === true),
    );
    if (waits) this.#waits = true;
    if (trees.some(({ kind }) => CHANGES.has(kind))) this.#hasChanged = true;
  }
}

const CHANGES: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>(['insert', 'update', 'delete', 'merge']);
