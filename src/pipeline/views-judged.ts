import type { DatabaseCatalogue } from '../catalogue/index.js';
import { DragomanError } from '../errors/index.js';

/**
 * Asked once a statement has run that somebody may send only for what its views read: whether those were what they were
 * judged by. Somebody may have defined one anew in between.
 * @param seen the version of the schema that the statement saw, where it may be an older one than there is now
 * @throws DragomanError FORBIDDEN; SERIALIZATION_FAILURE where nobody can tell any more what it read
 */
export type Recheck = (seen?: string) => Promise<void>;

type Versions = Pick<DatabaseCatalogue, 'version' | 'versionNow'>;

/** How often a schema may change while one statement is judged. */
const MOST_CHANGES = 10;

/** Judges it under one version of the schema, and tells how to ask whether that was the one that it ran under. */
export async function recheckOf(judge: () => Promise<unknown> | undefined, catalogue: Versions): Promise<Recheck> {
  const version = await judgedUnder(judge, catalogue);
  return async (seen) => {
    if (seen === version) return;
    const now = await catalogue.versionNow();
    if (seen !== undefined && seen !== now) throw changed();
    if (now !== version) await judgedUnder(judge, catalogue);
  };
}

/** The version that every answer of the catalogue's was about. */
async function judgedUnder(judge: () => Promise<unknown> | undefined, catalogue: Versions): Promise<string> {
  for (let tries = 0; tries < MOST_CHANGES; tries++) {
    const version = await catalogue.version();
    await judge();
    if (version === (await catalogue.version())) return version;
  }
  throw changed();
}

const changed = (): DragomanError =>
  new DragomanError('SERIALIZATION_FAILURE', 'The schema was changed meanwhile, and with it what a view may read.', {
    hint: 'Send it again; a transaction that sees the schema as it was has to be begun anew.',
  });
