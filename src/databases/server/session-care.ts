import type { StatementForm } from '../database-adapter.js';
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

  /** @returns whether the statement may run as it is; else it needs a fence, and leaves a session to be cleaned */
  async beforeRead(held: HeldSession<Session>, form: StatementForm): Promise<boolean> {
    const plain = await this.isPlain(held.connection, form, 'plainToRead');
    await unmark(held.connection, form, plain);
    held.connection.marked ||= this.engine.readsLeaveMarks;
    held.fate = plain ? 'keep' : 'clean';
    return plain;
  }

  async beforeChange(held: HeldSession<Session>, form: StatementForm): Promise<void> {
    const { connection } = held;
    const mayBePlain = CHANGES.has(form.kind) || form.kind === 'SELECT';
    const plain = mayBePlain && (await this.isPlain(connection, form, 'plainToWrite'));
    await unmark(connection, form, plain);
    connection.marked ||= plain;
    held.fate = plain ? 'keep' : this.fateOf(form);
    this.noteChange(form);
  }

  /** Before a statement and after it: what was found in between may be older than what it changed. */
  noteChange({ kind }: StatementForm): void {
    if (SCHEMA_CHANGES.has(kind)) this.relations.forget();
  }

  private fateOf({ kind, session }: StatementForm): 'clean' | 'discard' {
    const lasts = session.names.some((name) => this.engine.lastingCalls.has(name.toLowerCase()));
    return lasts || UNBOUNDED.has(kind) ? 'discard' : 'clean';
  }

  private async isPlain(connection: Session, { session }: StatementForm, use: keyof RelationFacts): Promise<boolean> {
    if (!session.callsKnown) return false;
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

/** Makes a session new for a statement that may see what an earlier one left, by itself or by what it calls unawares. */
async function unmark(connection: AnySession, { session }: StatementForm, plain: boolean): Promise<void> {
  if (connection.marked && (session.seesSession || !plain)) await connection.reset();
}
