import { LRUCache } from 'lru-cache';
import type { RelationFacts } from './server-engine.js';

const KEPT = 10_000;
/** How long what was found is taken for true: another program may put a view in a table's place. */
const TRUE_FOR_MS = 60_000;

/** Asks the server for the facts of these relations, in this order. */
export type AskFacts = (names: readonly string[]) => Promise<readonly RelationFacts[]>;

/** Remembers for a while which relations are plain tables, so that only the first statement asks. */
export class RelationBook {
  private readonly known = new LRUCache<string, RelationFacts>({ max: KEPT, ttl: TRUE_FOR_MS });

  /** Whether all of the relations are plain for that use. */
  async arePlain(names: readonly string[], use: keyof RelationFacts, ask: AskFacts): Promise<boolean> {
    const missing = names.filter((name) => !this.known.has(name));
    if (missing.length > 0) {
      const facts = await ask(missing);
      missing.forEach((name, index) => this.known.set(name, facts[index] ?? NOTHING_KNOWN));
    }
    return names.every((name) => this.known.get(name)?.[use] === true);
  }

  /** After a change of the schema. */
  forget(): void {
    this.known.clear();
  }
}

const NOTHING_KNOWN: RelationFacts = { plainToRead: false, plainToWrite: false };
