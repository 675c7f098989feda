import type { Statement } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import type { TranslatedTrees } from '../translate-statement.js';

const DEFINES: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  'create-table',
  'create-index',
  'create-view',
  'create-trigger',
  'alter-table',
  'rename-tables',
  'truncate',
  'drop',
]);

/**
 * Transactions of a script in which definitions stand: MySQL commits them there, so that a ROLLBACK behind takes nothing of it
 * back. https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html
 */
export class CommittedDefinitions {
  #isOpen = false;
  #hasDefined = false;

  constructor(
    readonly from: Dialect,
    readonly to: Dialect,
  ) {}

  /** A statement's translation, with what has to be told of it. */
  told(made: TranslatedTrees, source: Statement): TranslatedTrees {
    if (this.to.name !== 'MYSQL' || this.from.name === 'MYSQL') return made;
    if (source.kind !== 'transaction') {
      if (this.#isOpen && made.trees.some(isCommitted)) this.#hasDefined = true;
      return made;
    }
    const { action, span } = source;
    const isLate = this.#hasDefined && (action === 'rollback' || action === 'rollback-to');
    if (action === 'begin' || action === 'commit' || action === 'rollback') {
      this.#isOpen = action === 'begin';
      this.#hasDefined = false;
    }
    if (!isLate) return made;
    return { ...made, differences: [...made.differences, { code: 'DEFINITIONS_COMMITTED', span }] };
  }
}

const isCommitted = (tree: Statement): boolean =>
  DEFINES.has(tree.kind) && !('temporary' in tree && tree.temporary === true);
