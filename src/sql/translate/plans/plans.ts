import { LRUCache } from 'lru-cache';
import type { Statement } from '../../ast/index.js';
import type { Direction } from '../translate-statement.js';
import type { TranslationOptions, TranslationRules } from '../translation-options.js';
import { Plan, type PlannedTranslation } from './plan.js';
import { shapeOf, type Shape } from './shape.js';

/** A text to translate. */
export interface PlannedWish {
  readonly sql: string;
  readonly direction: Direction;
  readonly rules: Partial<TranslationRules>;
  /** What else plans hang on, as a key: whose tables the catalogue tells of, and as of when. Empty without a catalogue. */
  readonly scope?: string;
}

/** What a plan is made with. */
export interface Lesson<Beside> extends Pick<TranslationOptions, 'catalogue'> {
  /** Reads the text; the tree is the plan's alone. @throws DragomanError where it can't be read */
  readonly read: (sql: string) => Statement;
  /** Tells what else is wanted to know of the statement. */
  readonly tell: (tree: Statement) => Beside;
}

/** What a text came to by a plan. */
export type ByPlan<Beside> = PlannedTranslation & { readonly beside: Beside };

/** What is kept of the texts of one shape. */
interface KnownShape<Beside> {
  readonly plans: readonly Plan<Beside>[];
  /** How often it was looked for. */
  seen: number;
  /** How often a plan of it was to be made: each of its texts may be another matter. */
  tried: number;
}

const MOST_SHAPES = 2000;
/** What all that is kept may take, about: a plan takes 35 to 240 bytes for each character of its shape. */
const MOST_BYTES = 64_000_000;
const BYTES_A_CHARACTER = 150;
const MOST_PLANS = 8;

/**
 * Translations by the shapes of their texts. An application sends few shapes with many values: a text whose shape is known
 * is neither read nor translated, but written with its own values into what the shape came to. What a translation asks
 * of a value is a condition of its plan, so that what holds for one text is never taken for another.
 */
export class Plans<Beside> {
  readonly #shapes = new LRUCache<string, KnownShape<Beside>>({
    max: MOST_SHAPES,
    maxSize: MOST_BYTES,
    sizeCalculation: ({ plans }, key) => key.length * (1 + plans.length * BYTES_A_CHARACTER),
  });

  /** The translation of a text by a plan that is known; undefined where there is none. */
  find(wish: PlannedWish): ByPlan<Beside> | undefined {
    const shape = shapeOf(wish.sql, wish.direction.from);
    if (shape === undefined) return undefined;
    const known = this.#knownOrNew(keyOf(wish, shape));
    known.seen += 1;
    const plan = known.plans.find((each) => each.holdsFor(shape.values));
    return plan && translatedBy(plan, wish.sql, shape);
  }

  /**
   * Makes a plan of a text for which none was found, once its shape was looked for a second time.
   *
   * @returns what the text came to; undefined where no plan is made, so that it is translated as any is
   * @throws DragomanError as `translateStatement`
   */
  learn(wish: PlannedWish, { catalogue, read, tell }: Lesson<Beside>): ByPlan<Beside> | undefined {
    const { sql, direction, rules } = wish;
    const shape = shapeOf(sql, direction.from);
    if (shape === undefined) return undefined;
    const key = keyOf(wish, shape);
    const known = this.#knownOrNew(key);
    if (known.tried >= MOST_PLANS || known.seen < 2) return undefined;
    known.tried += 1;
    const plan = Plan.of({ tree: read(sql), sql, shape }, direction, { ...rules, catalogue }, tell);
    if (plan === undefined) return undefined;
    // another one, since it takes more from here on
    this.#shapes.set(key, { ...known, plans: [...known.plans, plan] });
    return translatedBy(plan, sql, shape);
  }

  #knownOrNew(key: string): KnownShape<Beside> {
    const present = this.#shapes.get(key);
    if (present !== undefined) return present;
    const made = { plans: [], seen: 0, tried: 0 };
    this.#shapes.set(key, made);
    return made;
  }
}

const translatedBy = <Beside>(plan: Plan<Beside>, sql: string, shape: Shape): ByPlan<Beside> => ({
  ...plan.translate(sql, shape.values),
  beside: plan.beside,
});

const keyOf = (wish: PlannedWish, shape: Shape): string => `${scopeOf(wish)}\n${shape.key}`;

function scopeOf({ direction: { from, to }, rules: { fidelity, textComparison, server }, scope }: PlannedWish): string {
  const { flavour = '', version = '' } = server ?? {};
  return `${from.name} ${to.name} ${fidelity ?? 'EXACT'} ${textComparison ?? 'TARGET'} ${flavour} ${version} ${scope ?? ''}`;
}
