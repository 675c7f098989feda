import type { DialectName, Statement } from '../sql/index.js';
import type { Definitions } from './tables/definitions.js';
import { FOREIGN_KEYS_LAST, FRAMES } from './frames.js';
import type { Held } from './held.js';
import { added } from './made-outcomes.js';
import type { Outcome } from './outcome.js';
import type { ReferentialActions } from './foreign-keys/referential-actions.js';
import { renames } from './alterations/table-changes.js';

/** What the target's session is told around the statements that change something. */
export class ScriptFrame {
  #isOpen = false;

  constructor(
    private readonly to: DialectName,
    private readonly references: ReferentialActions,
    private readonly held: Held,
    private readonly definitions: Definitions,
  ) {}

  /** Whether a statement that changes something has come. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** What comes before a statement: before the first that changes something, and before each that means referential actions. */
  *before(tree: Statement): Generator<Outcome> {
    if (!this.#isOpen && tree.kind === 'query') return;
    if (!this.#isOpen) yield added(FRAMES[this.to].before);
    this.#isOpen = true;
    const areMeant = this.references.areMeantBy(tree);
    const statements = this.references.before(tree, areMeant);
    if (statements.length > 0) yield added(statements);
    if (FOREIGN_KEYS_LAST[this.to] && (areMeant || renames(tree)))
      yield* this.held.takeForeignKeys(this.definitions.has);
  }

  /** What comes behind the last of them. */
  *behind(): Generator<Outcome> {
    if (this.#isOpen) yield added(FRAMES[this.to].behind);
  }
}
