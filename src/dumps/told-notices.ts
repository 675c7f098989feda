import { ownKey, type Dialect, type QualifiedName, type TranslatedStatement } from '../sql/index.js';

/** What was told of each table: a definition that is said again would say what it said before. */
export class ToldNotices {
  readonly #told = new Set<string>();

  constructor(readonly from: Dialect) {}

  /** Those of a table's notices that are new, which count as told from now on. */
  untold(table: QualifiedName, notices: TranslatedStatement['notices']): TranslatedStatement['notices'] {
    const owner = ownKey(table, this.from);
    return notices.filter(({ code, message }) => {
      const key = `${owner} ${code} ${message}`;
      const isNew = !this.#told.has(key);
      this.#told.add(key);
      return isNew;
    });
  }
}
