import { LRUCache } from 'lru-cache';
import type { SessionTraits } from '../database-adapter.js';
import type { OwnFunctions, RelationFacts } from './server-engine.js';

const KEPT = 10_000;
/** How long what was found is taken for true: another program may put a view in a table's place. */
const TRUE_FOR_MS = 60_000;

/** What is asked of the server where the book does not know it. */
export interface Questions {
  /** The facts of these relations, in this order. */
  relations(names: readonly string[]): Promise<readonly RelationFacts[]>;
  functions(): Promise<OwnFunctions>;
}

/** What a statement names that may be more than it looks. */
type Named = Pick<SessionTraits, 'tables' | 'names'>;

/** Remembers for a while which relations are plain tables, and what users made, so that only the first statement asks. */
export class RelationBook {
  private readonly relations = new LRUCache<string, RelationFacts>({
    max: KEPT,
    ttl: TRUE_FOR_MS,
    ttlResolution: 1000,
  });
  private readonly functions = new LRUCache<'own', OwnFunctions>({ max: 1, ttl: TRUE_FOR_MS, ttlResolution: 1000 });
  private changes = 0;

  /** Whether a statement that names these calls nothing of users', used that way; undefined where the book can't tell. */
  knows({ tables, names }: Named, use: keyof RelationFacts): boolean | undefined {
    const own = this.functions.get('own');
    if (own === undefined) return undefined;
    let plain = !callsOwn(own, names);
    for (const name of tables) {
      const facts = this.relations.get(name);
      if (facts === undefined) return undefined;
      plain &&= facts[use];
    }
    return plain;
  }

  /** The same, where the server has to be asked. */
  async arePlain({ tables, names }: Named, use: keyof RelationFacts, ask: Questions): Promise<boolean> {
    const { changes } = this;
    const own = this.functions.get('own') ?? (await ask.functions());
    const missing = tables.filter((name) => !this.relations.has(name));
    const facts = missing.length > 0 ? await ask.relations(missing) : [];
    // A change of the schema while they were asked for: the answers may be older than it.
    if (changes !== this.changes) return false;
    if (!this.functions.has('own')) this.functions.set('own', own);
    missing.forEach((name, index) => this.relations.set(name, facts[index] ?? NOTHING_KNOWN));
    return !callsOwn(own, names) && tables.every((name) => this.relations.get(name)?.[use] === true);
  }

  /** After a change of the schema. */
  forget(): void {
    this.changes++;
    this.relations.clear();
    this.functions.clear();
  }
}

function callsOwn(own: OwnFunctions, names: readonly string[]): boolean {
  return own.behindValues || names.some((name) => own.names.has(name.toLowerCase()));
}

const NOTHING_KNOWN: RelationFacts = { plainToRead: false, plainToWrite: false };
