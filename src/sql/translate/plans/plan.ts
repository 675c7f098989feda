import { watchedBy, type Statement } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { documentOf } from '../../generate/index.js';
import { toldOf, type FoundDifference } from '../notices.js';
import { translatedTrees, type Direction, type TranslatedStatement } from '../translate-statement.js';
import type { TranslationOptions } from '../translation-options.js';
import type { Shape, ShapeValue } from './shape.js';
import { TextPlan } from './text-plan.js';
import { ValueWatch, type Condition } from './value-watch.js';

/** What a statement came to, without its trees. */
export type PlannedTranslation = Omit<TranslatedStatement, 'tree'>;

/** A text that was read. */
export interface ReadText {
  readonly tree: Statement;
  readonly sql: string;
  readonly shape: Shape;
}

function textPlanOf(tree: Statement, to: Dialect, { places }: ValueWatch): TextPlan {
  const first = places.length;
  const doc = documentOf(tree, to);
  return new TextPlan(doc, places.slice(first), first);
}

/** A translation that holds for all texts of a shape whose values answer as those did that it was made for. */
export class Plan<Beside> {
  private constructor(
    private readonly values: readonly ShapeValue[],
    private readonly conditions: readonly Condition[],
    private readonly texts: readonly TextPlan[],
    private readonly found: readonly FoundDifference[],
    private readonly places: Pick<PlannedTranslation, 'main' | 'answer'>,
    /** What else is told of the statement. */
    readonly beside: Beside,
  ) {}

  /**
   * @param read the tree is watched from here on: it is this plan's alone
   * @param tell tells what else is wanted to know of the statement
   * @throws DragomanError as `translateStatement`
   */
  static of<Beside>(
    { tree, sql, shape }: ReadText,
    direction: Direction,
    options: TranslationOptions,
    tell: (tree: Statement) => Beside,
  ): Plan<Beside> {
    const watch = new ValueWatch(tree, shape.values);
    const beside = watchedBy(watch, () => tell(tree));
    const { trees, main, answer, differences } = watchedBy(watch, () => translatedTrees(tree, sql, direction, options));
    const texts = watchedBy(watch, () => watch.marks(() => trees.map((each) => textPlanOf(each, direction.to, watch))));
    return new Plan(shape.values, watch.conditions, texts, differences, { main, answer }, beside);
  }

  /** Whether it holds for these values of the same shape. */
  holdsFor(values: readonly ShapeValue[]): boolean {
    for (const { value, question, answer } of this.conditions)
      if (question((values[value] as ShapeValue).content) !== answer) return false;
    return true;
  }

  /** The translation of a text of the same shape. */
  translate(sql: string, values: readonly ShapeValue[]): PlannedTranslation {
    const contents = values.map(({ content }) => content);
    const statements = this.texts.map((text) => text.with(contents));
    const { main, answer } = this.places;
    return {
      sql: statements.length === 1 ? (statements[0] as string) : statements.join(';\n'),
      statements,
      main,
      answer,
      notices: this.found.map((difference) => toldOf(this.#moved(difference, values), sql)),
    };
  }

  /** A difference where it is once the values before it have other lengths. */
  #moved({ span, ...rest }: FoundDifference, values: readonly ShapeValue[]): FoundDifference {
    return { ...rest, span: { start: this.#offset(span.start, values), end: this.#offset(span.end, values) } };
  }

  #offset(offset: number, values: readonly ShapeValue[]): number {
    let moved = offset;
    for (const [index, { start, end }] of this.values.entries()) {
      if (end > offset) break;
      const value = values[index] as ShapeValue;
      moved += value.end - value.start - (end - start);
    }
    return moved;
  }
}
