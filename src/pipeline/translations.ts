import { LRUCache } from 'lru-cache';
import { tablesOfStatement, type Catalogue } from '../catalogue/index.js';
import type { RegisteredDatabase } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import {
  dialects,
  indexesOf,
  parseStatement,
  Plans,
  cascadingNames,
  tablesLedTo,
  translateStatement,
  type Catalogue as StatementTables,
  type DialectName,
  type Fidelity,
  type PlannedTranslation,
  type PlannedWish,
  type Statement,
  type TextComparison,
} from '../sql/index.js';
import type { KnownStatement } from './prepare.js';
import { targetServer } from './target-server.js';

/** A statement to translate: read already, with the text that it was read from. */
export interface TranslationWish {
  readonly sql: string;
  /** Where it stands in `sql` with others; its own text tells it from them. */
  readonly text: string;
  readonly known: KnownStatement;
  readonly from: DialectName;
  readonly to: DialectName;
  readonly fidelity?: Fidelity | null | undefined;
  readonly textComparison?: TextComparison | null | undefined;
  /** Whose tables and server version the translation may use. */
  readonly target?: RegisteredDatabase | undefined;
  /** The values that are written into its tree, if any are. */
  readonly written?: string;
}

export interface Translated extends PlannedTranslation {
  /** Whether it was at hand, or a plan for texts of its shape. */
  readonly cached: boolean;
}

const MOST_KEPT = 5000;
/** Characters of all that is kept. */
const MOST_CHARACTERS = 2_000_000;

/**
 * Translates statements, and keeps what it translated, for a database until its schema is another one: by the text, and by
 * its shape, for texts that differ in their values.
 */
export class Translations {
  readonly #kept = new LRUCache<string, PlannedTranslation>({
    max: MOST_KEPT,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ sql }, key) => key.length + sql.length,
  });
  readonly #plans = new Plans<undefined>();
  /** A database that goes by a name which another one had before is another one. */
  readonly #numbers = new WeakMap<RegisteredDatabase, number>();
  #databases = 0;
  #asked = 0;
  #hits = 0;

  constructor(private readonly catalogue: Catalogue) {}

  /** How many translations are kept. */
  get size(): number {
    return this.#kept.size;
  }

  /** The share of those asked for that were at hand; 0 where none was asked for. */
  get hitRate(): number {
    return this.#asked === 0 ? 0 : this.#hits / this.#asked;
  }

  /**
   * @throws DragomanError UNTRANSLATABLE with the place and the reason
   * @throws DragomanError DATABASE_UNAVAILABLE where the target's tables can't be asked for
   */
  async of(wish: TranslationWish): Promise<Translated> {
    const { target } = wish;
    const version = target === undefined ? '' : await this.catalogue.of(target).version();
    const rules = rulesOf(wish);
    const key = this.#keyOf(wish, rules, version);
    this.#asked += 1;
    const present = this.#kept.get(key);
    if (present !== undefined) {
      this.#hits += 1;
      return { ...present, cached: true };
    }
    const planned = this.#planOf(wish, rules, version);
    const found = planned && this.#plans.find(planned);
    if (found !== undefined) {
      this.#hits += 1;
      return { ...found, cached: true };
    }
    const made = await this.#make(wish, rules, planned);
    this.#kept.set(key, made);
    return { ...made, cached: false };
  }

  /** Plans are for texts of one statement: places are those of the whole text. */
  #planOf(
    { sql, text, from, to, target, written }: TranslationWish,
    rules: Rules,
    version: string,
  ): PlannedWish | undefined {
    if (text !== sql || written !== undefined) return undefined;
    return {
      sql,
      direction: { from: dialects[from], to: dialects[to] },
      rules: { ...rules, server: targetServer(target?.adapter.serverVersion) },
      scope: this.#placeOf(target, version),
    };
  }

  #placeOf(target: RegisteredDatabase | undefined, version: string): string {
    return target === undefined ? '' : `${this.#numberOf(target)} ${target.adapter.serverVersion} ${version}`;
  }

  #keyOf({ sql, text, from, to, target, written = '' }: TranslationWish, rules: Rules, version: string): string {
    const place = this.#placeOf(target, version);
    // places in a text of several statements are those of the whole
    const own = text === sql ? '' : `${text}\n`;
    return `${from} ${to} ${rules.fidelity} ${rules.textComparison} ${place}\n${written}\n${own}${sql}`;
  }

  #numberOf(database: RegisteredDatabase): number {
    const known = this.#numbers.get(database);
    if (known !== undefined) return known;
    this.#databases += 1;
    this.#numbers.set(database, this.#databases);
    return this.#databases;
  }

  /** What a database tells of the tables that a statement names; undefined without one. */
  async tablesFor(
    { tree, analysis }: KnownStatement,
    from: DialectName,
    target: RegisteredDatabase | undefined,
  ): Promise<StatementTables | undefined> {
    if (target === undefined) return undefined;
    const { read, written } = analysis.tables;
    // A foreign key without columns is told by the key of the table that it leads to.
    const ledTo = tablesLedTo(tree, dialects[from]).read;
    return await tablesOfStatement(this.catalogue.of(target), [...new Set([...read, ...written, ...ledTo])], {
      indexes: indexesOf(tree, dialects[from]),
      cascading: cascadingNames(tree, dialects[from]),
    });
  }

  async #make(wish: TranslationWish, rules: Rules, planned: PlannedWish | undefined): Promise<PlannedTranslation> {
    const { sql, known, from, to, target } = wish;
    const catalogue = await this.tablesFor(known, from, target);
    const parse = (text: string): Statement => parseStatement(text, dialects[from]);
    const learned = planned && this.#plans.learn(planned, { catalogue, read: parse, tell: () => undefined });
    if (learned !== undefined) return learned;
    return translateStatement(
      known.tree,
      sql,
      { from: dialects[from], to: dialects[to] },
      { ...rules, server: targetServer(target?.adapter.serverVersion), catalogue },
    );
  }
}

interface Rules {
  readonly fidelity: Fidelity;
  readonly textComparison: TextComparison;
}

/** Whoever leaves a rule out means the one that is usual, and gets what was made for who named it. */
export const rulesOf = ({ fidelity, textComparison }: Pick<TranslationWish, 'fidelity' | 'textComparison'>): Rules => ({
  fidelity: fidelity ?? 'EXACT',
  textComparison: textComparison ?? 'TARGET',
});

/**
 * An error of a statement that was translated: the place that the server names is one of a text that nobody sent.
 * @returns the same error without its place, saying what ran
 */
export function ofTranslated(error: unknown, executed: string): unknown {
  if (!(error instanceof DragomanError) || error.details.position === undefined) return error;
  const { position: _, hint, ...details } = error.details;
  const ran = `It was translated, and ran as: ${executed.replace(/\s+/g, ' ').slice(0, 500)}`;
  return new DragomanError(error.code, error.message, {
    ...details,
    hint: hint === undefined ? ran : `${hint} ${ran}`,
  });
}
