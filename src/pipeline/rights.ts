import {
  permit,
  permitLook,
  writesEverywhere,
  type JudgedStatement,
  type PermitTarget,
  type Principal,
  type Reached,
} from '../auth/index.js';
import type { Catalogue } from '../catalogue/index.js';
import type { RegisteredDatabase } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import { dialects, type DialectName } from '../sql/index.js';
import type { PreparedStatement } from './prepare.js';
import { recheckOf, type Recheck } from './views-judged.js';

/** A statement that somebody wants to send, in the dialect that it is written in. */
export interface Asked {
  readonly prepared: PreparedStatement;
  readonly dialect: DialectName;
  /** Whether it would run where it can write, though it may be a read. */
  readonly onWritingSide?: boolean;
}

/** The second step, as far as it is about who asks: what a principal may do is decided on each statement. */
export class Rights {
  constructor(private readonly catalogue: Catalogue) {}

  /**
   * @returns undefined where it is decided at once, as for everybody who is not limited to tables; else what is to be
   *   asked once it has run, where it goes through views
   * @throws DragomanError FORBIDDEN
   */
  check(principal: Principal, database: RegisteredDatabase, asked: Asked): Promise<Recheck | undefined> | undefined {
    if (principal.administrator) return undefined;
    try {
      const judge = (): Promise<Reached> | undefined => permit(principal, this.targetOf(database), judged(asked));
      return judge()?.then(
        (reached) => (reached === 'views' ? recheckOf(judge, this.catalogue.of(database)) : undefined),
        (error: unknown) => {
          throw withFault(error, asked);
        },
      );
    } catch (error) {
      throw withFault(error, asked);
    }
  }

  /** Whether somebody may be told what a database says of a statement that is not run. */
  async checkLook(principal: Principal, database: RegisteredDatabase, statement: JudgedStatement): Promise<void> {
    await permitLook(principal, this.targetOf(database), statement);
  }

  private targetOf(database: RegisteredDatabase): PermitTarget {
    return { database: database.name, tables: () => this.catalogue.of(database) };
  }
}

/** Whether what may write by something unknown runs where it can: for who may write whatever that writes. */
export function mayRunWriting(principal: Principal, { name, adapter }: RegisteredDatabase): boolean {
  return adapter.access === 'READ_WRITE' && writesEverywhere(principal, name);
}

function judged({ prepared, dialect, onWritingSide }: Asked): JudgedStatement {
  const { statement, kind, reads, known } = prepared;
  const isWrite = onWritingSide === true && reads === 'maybe';
  return { dialect: dialects[dialect], text: statement, kind, reads: isWrite ? 'no' : reads, known };
}

/** What nobody here can read may be misspelled: that is said beside the refusal. */
function withFault(error: unknown, { prepared: { fault } }: Asked): unknown {
  if (!(error instanceof DragomanError) || fault === undefined) return error;
  return new DragomanError(error.code, `${error.message} It could not be read: ${fault.message}`, {
    ...error.details,
    position: fault.details.position,
  });
}
