import type { StatementForm } from '../database-adapter.js';
import type { ReleaseFate } from '../pool/pooled-connection.js';
import { CHANGES, SCHEMA_CHANGES, UNBOUNDED } from './change-kinds.js';
import type { HeldSession } from './held-session.js';
import { RelationBook } from './relation-book.js';
import type { AnySession, RelationFacts, SessionKnowledge } from './server-engine.js';

/**
 * Sees to it that a statement sees nothing of earlier ones in its session, and that later
 * ones will see nothing of it.
 */
export class SessionCare<Session extends AnySession> {
  private readonly relations = new RelationBook();

  constructor(private readonly engine: SessionKnowledge<Session>) {}

  /** The same where nothing has to be asked or made new, as for most reads: whether it may run as it is, without more ado. */
  mayReadAtOnce(held: HeldSession<Session>, form: StatementForm): boolean {
    if (this.knows(form, 'plainToRead') !== true || seesMarks(held.connection, form, true)) return false;
    held.connection.marked ||= this.engine.readsLeaveMarks;
    held.fate = 'keep';
    return true;
  }

  /** @returns whether the statement may run as it is; else it needs a fence, and leaves a session to be cleaned */
  async beforeRead(held: HeldSession<Session>, form: StatementForm): Promise<boolean> {
    const plain = this.knows(form, 'plainToRead') ?? (await this.ask(held.connection, form, 'plainToRead'));
    if (seesMarks(held.connection, form, plain)) await held.connection.reset();
    held.connection.marked ||= this.engine.readsLeaveMarks;
    held.fate = plain ? 'keep' : 'clean';
    return plain;
  }

  async beforeChange(held: HeldSession<Session>, form: StatementForm): Promise<void> {
    const { connection } = held;
    const mayBePlain = CHANGES.has(form.kind) || form.kind === 'SELECT';
    const plain =
      mayBePlain && (this.knows(form, 'plainToWrite') ?? (await this.ask(connection, form, 'plainToWrite')));
    if (seesMarks(connection, form, plain)) await connection.reset();
    connection.marked ||= plain;
    held.fate = plain ? 'keep' : this.fateOf(form);
    this.noteChange(form);
  }

  /**
   * For a statement in a transaction, whose session was made new before it began.
   * @returns what is to become of the session after the transaction. Nothing is asked of the server: in the transaction
   *   that could be seen
   */
  inTransaction(connection: Session, form: StatementForm): ReleaseFate {
    this.noteChange(form);
    const mayBePlain = CHANGES.has(form.kind) || form.kind === 'SELECT';
    if (mayBePlain && this.knows(form, CHANGES.has(form.kind) ? 'plainToWrite' : 'plainToRead') === true) {
      connection.marked = true;
      return 'keep';
    }
    return this.fateOf(form);
  }

  /** Before a statement and after it: what was found in between may be older than what it changed. */
  noteChange({ kind }: StatementForm): void {
    if (SCHEMA_CHANGES.has(kind)) this.relations.forget();
  }

  private fateOf({ kind, session }: StatementForm): 'clean' | 'discard' {
    const lasts = session.names.some((name) => this.engine.lastingCalls.has(name.toLowerCase()));
    return lasts || UNBOUNDED.has(kind) ? 'discard' : 'clean';
  }

  /** Whether the statement calls nothing of users'; undefined where the server has to be asked. */
  private knows({ session }: StatementForm, use: keyof RelationFacts): boolean | undefined {
    return session.callsKnown ? this.relations.knows(session, use) : false;
  }

  private async ask(connection: Session, { session }: StatementForm, use: keyof RelationFacts): Promise<boolean> {
    const asking = <T>(answer: Promise<T>): Promise<T> => {
      connection.marked ||= this.engine.readsLeaveMarks;
      return answer;
    };
    return await this.relations.arePlain(session, use, {
      relations: (names) => asking(this.engine.facts(connection, names)),
      functions: () => asking(this.engine.ownFunctions(connection)),
    });
  }
}

/** Whether a session has to be made new for a statement that may see what an earlier one left, by itself or by what it calls unawares. */
function seesMarks({ marked }: AnySession, { session }: StatementForm, plain: boolean): boolean {
  return marked && (session.seesSession || !plain);
}
