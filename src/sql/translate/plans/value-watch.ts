import {
  walk,
  type Answer,
  type LiteralWatch,
  type PlainLiteral,
  type Question,
  type Span,
  type Statement,
  type StringLiteral,
} from '../../ast/index.js';
import type { ShapeValue } from './shape.js';

/** What a translation asked of a value, and what it was told: it holds for values that answer alike. */
export interface Condition {
  /** The place of the value among those of the shape. */
  readonly value: number;
  readonly question: Question;
  readonly answer: Answer;
}

/** A value that is written into the translation. */
export interface Place {
  readonly value: number;
  /** The value as the target writes it. */
  readonly write: Question<string>;
}

/** Whether it is this very content. */
const whole: Question<string> = (content) => content;

/** The first of the marks of places, in their order: halves of characters. A text that has such of its own has no plan. */
export const FIRST_MARK = 0xdc00;
export const MOST_PLACES = 0x400;

/** A content that is watched: a value of the shape, or a text that is made of one. */
interface Watched {
  readonly value: number;
  readonly content: string;
  /** What makes it of the value; undefined for the value itself. */
  readonly make?: Question<string>;
}

/**
 * Watches what is asked of the values of a shape while a statement is translated. Its tree is watched for good: whoever
 * reads a literal's content afterwards reads it as ever.
 */
export class ValueWatch implements LiteralWatch {
  readonly #watched: Watched[];
  readonly #numbers = new Map<PlainLiteral, number>();
  readonly #conditions = new Map<string, Condition>();
  readonly #questions = new Map<Question, number>();
  readonly places: Place[] = [];
  /** Whether literals that are written leave marks in their places. */
  #marks = false;
  #watches = true;

  constructor(
    tree: Statement,
    private readonly values: readonly ShapeValue[],
  ) {
    this.#watched = values.map(({ content }, value) => ({ value, content }));
    const byStart = new Map(values.map((value, index) => [value.start, index]));
    walk(tree, (node) => {
      if (node.kind !== 'string' && node.kind !== 'number') return true;
      const number = byStart.get(node.span.start);
      if (number !== undefined && this.#isOnly(node, number)) this.#watch(node, number);
      return true;
    });
    const found = new Set(this.#numbers.values());
    // what is no literal of the tree was read by the grammar: a length, a name in quotes of strings
    for (const number of values.keys()) if (!found.has(number)) this.ask(number, whole);
  }

  get conditions(): Condition[] {
    return [...this.#conditions.values()];
  }

  /** Works while what is written is where values stand, not what they say. */
  marking<T>(work: () => T): T {
    this.#marks = true;
    try {
      return work();
    } finally {
      this.#marks = false;
    }
  }

  /** From here on literals say what they say, and nothing is noted. */
  end(): void {
    this.#watches = false;
  }

  numberOf(literal: PlainLiteral): number | undefined {
    return this.#watches ? this.#numbers.get(literal) : undefined;
  }

  ask<A extends Answer>(number: number, question: Question<A>): A {
    const { value, content, make } = this.#of(number);
    const answer = question(content);
    const key = `${number} ${this.#keyOf(question)}`;
    if (!this.#conditions.has(key))
      this.#conditions.set(key, { value, question: make === undefined ? question : behind(make, question), answer });
    return answer;
  }

  derive(number: number, make: Question<string>, span: Span): StringLiteral {
    const from = this.#of(number);
    const content = make(from.content);
    const ofValue = from.make === undefined ? make : behind(from.make, make);
    this.#watched.push({ value: from.value, content, make: ofValue });
    const made: StringLiteral = { kind: 'string', value: content, span };
    this.#watch(made, this.#watched.length - 1);
    return made;
  }

  write(number: number, write: Question<string>): string {
    if (!this.#marks || this.places.length >= MOST_PLACES) return write(this.ask(number, whole));
    const { value, make } = this.#of(number);
    this.places.push({ value, write: make === undefined ? write : behind(make, write) });
    return String.fromCharCode(FIRST_MARK + this.places.length - 1);
  }

  readSource(from: number, to: number): void {
    if (!this.#watches) return;
    for (const [number, { start, end }] of this.values.entries()) if (start < to && end > from) this.ask(number, whole);
  }

  #of(number: number): Watched {
    return this.#watched[number] as Watched;
  }

  #keyOf(question: Question): number {
    const known = this.#questions.get(question);
    if (known !== undefined) return known;
    const key = this.#questions.size;
    this.#questions.set(question, key);
    return key;
  }

  /** Whether a literal is all that stands there, and says what is written. */
  #isOnly(literal: PlainLiteral, number: number): boolean {
    const { content, end } = this.values[number] as ShapeValue;
    return literal.span.end === end && (literal.kind === 'string' ? literal.value : literal.text) === content;
  }

  /** Whoever reads the content without a question is told all of it, and bound to all of it. */
  #watch(literal: PlainLiteral, number: number): void {
    this.#numbers.set(literal, number);
    Object.defineProperty(literal, literal.kind === 'string' ? 'value' : 'text', {
      get: () => (this.#watches ? this.ask(number, whole) : this.#of(number).content),
      enumerable: true,
    });
  }
}

/** A question about what is made of a content. */
const behind =
  <A extends Answer>(make: Question<string>, question: Question<A>): Question<A> =>
  (content) =>
    question(make(content));
