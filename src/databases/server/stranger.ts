import { setTimeout as sleep } from 'node:timers/promises';
import { DragomanError } from '../../errors/index.js';
import type { DialectName } from '../../sql/index.js';
import { whoAnswers, type Peer } from './who-answers.js';

/** What a database's url leads to, and what is to answer there. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly dialect: DialectName;
}

/** Which dialect a server speaks, where it is one that Dragoman speaks to. */
const DIALECTS: Partial<Record<Peer, DialectName>> = { PostgreSQL: 'POSTGRESQL', MySQL: 'MYSQL', MariaDB: 'MYSQL' };

/** What is said where another kind of server listens at a database's address; undefined where none is known to. */
async function findStranger({ dialect, ...address }: Address): Promise<DragomanError | undefined> {
  const peer = await whoAnswers(address);
  const spoken = peer && DIALECTS[peer];
  if (peer === undefined || spoken === dialect) return undefined;
  const { host, port } = address;
  const at = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const other = spoken === undefined ? '.' : `, or register it with the dialect ${spoken} and an address of that.`;
  return new DragomanError('DATABASE_UNAVAILABLE', `${peer} answers at ${at}, and no server that speaks ${dialect}.`, {
    hint: `Mend host and port in the url${other}`,
  });
}

/** After how long an attempt to connect may be one that waits for a stranger, and how long its failure waits for a look. */
const SLOW_MS = 100;

/** Looks who answers at a database's address, for as long as no server of its kind was ever reached there. */
export class StrangerWatch {
  /** What was found while the last attempt to connect went on. */
  found: DragomanError | undefined;
  private isReached = false;
  private looking: Promise<DragomanError | undefined> | undefined;

  /** @param onFound told at once: the attempt itself may fail much later */
  constructor(
    private readonly address: Address,
    private readonly onFound: (found: DragomanError) => void,
  ) {}

  /**
   * Resolves as the attempt does, and rejects with what is known of a stranger where there is one.
   * @param isUnclear whether an error leaves open who answers: a server's own refusal doesn't
   */
  async during<T>(attempt: Promise<T>, isUnclear: (error: unknown) => boolean): Promise<T> {
    if (this.isReached) return await attempt;
    const slow = setTimeout(() => void this.look(), SLOW_MS);
    try {
      const outcome = await attempt;
      this.isReached = true;
      this.found = undefined;
      return outcome;
    } catch (error) {
      if (!isUnclear(error)) throw error;
      // Many say at once what they are; what is found later is told later.
      await Promise.race([this.look(), sleep(SLOW_MS)]);
      throw this.found ?? error;
    } finally {
      clearTimeout(slow);
    }
  }

  /** One look at a time, whoever asks. */
  private async look(): Promise<void> {
    this.looking ??= findStranger(this.address).finally(() => (this.looking = undefined));
    this.found = await this.looking;
    if (this.found !== undefined) this.onFound(this.found);
  }
}
