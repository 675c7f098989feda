import { watchedBy, type Statement } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { documentOf, generate } from '../../generate/index.js';
import { toldOf, type FoundDifference } from '../notices.js';
import {
  translatedTrees,
  type Direction,
  type TranslatedStatement,
  type TranslatedTrees,
  written,
} from '../translate-statement.js';
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

/** Halves of characters, with which places are marked. */
const HALVES = /[\ud800-\udfff]/;
/** Of more of them it takes longer to find whether a plan holds than to do without. */
const MOST_CONDITIONS = 5000;

interface PlanParts<Beside> extends Pick<TranslatedTrees, 'main' | 'answer' | 'differences'> {
  /** Of the text that it was made for. */
  readonly values: readonly ShapeValue[];
  readonly conditions: readonly Condition[];
  readonly texts: readonly TextPlan[];
  readonly beside: Beside;
}

/** A translation that holds for all texts of a shape whose values answer as those did that it was made for. */
export class Plan<Beside> {
  private constructor(private readonly parts: PlanParts<Beside>) {}

  /** What else was told of the statement. */
  get beside(): Beside {
    return this.parts.beside;
  }

  /**
   * @param read the tree is watched from here on: it is this plan's alone
   * @param tell tells what else is wanted to know of the statement
   * @returns undefined where there can be no plan
   * @throws DragomanError as `translateStatement`
   */
  static of<Beside>(
    { tree, sql, shape }: ReadText,
    direction: Direction,
    options: TranslationOptions,
    tell: (tree: Statement) => Beside,
  ): Plan<Beside> | undefined {
    const watch = new ValueWatch(tree, shape.values);
    const beside = watchedBy(watch, () => tell(tree));
    const { trees, ...made } = watchedBy(watch, () => translatedTrees(tree, sql, direction, options));
    const texts = watchedBy(watch, () =>
      watch.marking(() => trees.map((each) => written(() => textPlanOf(each, direction.to, watch), tree, sql))),
    );
    watch.end();
    const { conditions } = watch;
    // names of tables and keys of documents come from elsewhere than the text
    const isMarkedAlone = trees.every((each) => !HALVES.test(generate(each, direction.to)));
    if (!isMarkedAlone || conditions.length > MOST_CONDITIONS) return undefined;
    const { main, answer, differences } = made;
    return new Plan({ values: shape.values, conditions, texts, differences, main, answer, beside });
  }

  /** Whether it holds for these values of the same shape. */
  holdsFor(values: readonly ShapeValue[]): boolean {
    for (const { value, question, answer } of this.parts.conditions)
      if (question((values[value] as ShapeValue).content) !== answer) return false;
    return true;
  }

  /** The translation of a text of the same shape. */
  translate(sql: string, values: readonly ShapeValue[]): PlannedTranslation {
    const contents = values.map(({ content }) => content);
    const { texts, main, answer, differences } = this.parts;
    const statements = texts.map((text) => text.with(contents));
    return {
      sql: statements.length === 1 ? (statements[0] as string) : statements.join(';\n'),
      statements,
      main,
      answer,
      notices: differences.map((difference) => toldOf(this.#moved(difference, values), sql)),
    };
  }

  /** A difference where it is once the values before it have other lengths. */
  #moved({ span, ...rest }: FoundDifference, values: readonly ShapeValue[]): FoundDifference {
    return { ...rest, span: { start: this.#offset(span.start, values), end: this.#offset(span.end, values) } };
  }

  #offset(offset: number, values: readonly ShapeValue[]): number {
    let moved = offset;
    for (const [index, { start, end }] of this.parts.values.entries()) {
      if (end > offset) break;
      const value = values[index] as ShapeValue;
      moved += value.end - value.start - (end - start);
    }
    return moved;
  }
}
