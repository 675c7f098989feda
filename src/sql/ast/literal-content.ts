import type { NumberLiteral, StringLiteral } from './expressions.js';
import type { BaseNode, Span } from './node.js';

/** A literal whose content another may stand for: what it decides is asked with `asked`. */
export type PlainLiteral = StringLiteral | NumberLiteral;

/** What may be told of a literal's content: answers are compared by `===`. */
export type Answer = string | number | boolean | bigint | undefined;

/** What is asked of a literal's content: a pure function, which answers the same to the same content for ever. */
export type Question<A extends Answer = Answer> = (content: string) => A;

/**
 * Whoever wants to know what a translation asks of its literals, and of the text that it was read from. A content that is
 * read without a question counts as asked for whole.
 */
export interface LiteralWatch {
  /** The number of a literal that is watched. */
  numberOf(literal: PlainLiteral): number | undefined;
  ask<A extends Answer>(number: number, question: Question<A>): A;
  /** A text that is made of a literal's content, and of nothing else. */
  derive(number: number, make: Question<string>, span: Span): StringLiteral;
  /** What stands for the literal in a text that is written. */
  write(number: number, write: Question<string>): string;
  /** A piece of the source's text was read, with the literals that stand in it. */
  readSource(from: number, to: number): void;
}

let watch: LiteralWatch | undefined;

/** Works while `next` watches. */
export function watchedBy<T>(next: LiteralWatch, work: () => T): T {
  const outer = watch;
  watch = next;
  try {
    return work();
  } finally {
    watch = outer;
  }
}

const contentOf = (literal: PlainLiteral): string => (literal.kind === 'string' ? literal.value : literal.text);

/**
 * What a question about a literal's content is answered. To ask is better than to read the content: a translation that
 * asked holds for all literals that answer alike.
 */
export function asked<A extends Answer>(literal: PlainLiteral, question: Question<A>): A {
  const number = watch?.numberOf(literal);
  return watch === undefined || number === undefined ? question(contentOf(literal)) : watch.ask(number, question);
}

/** A text that is made of a literal's content: it stands where the literal stood. */
export function derivedText(literal: PlainLiteral, make: Question<string>): StringLiteral {
  const number = watch?.numberOf(literal);
  if (watch !== undefined && number !== undefined) return watch.derive(number, make, literal.span);
  return { kind: 'string', value: make(contentOf(literal)), span: literal.span };
}

/** A literal as it is written out. */
export function writtenOut(literal: PlainLiteral, write: Question<string>): string {
  const number = watch?.numberOf(literal);
  return watch === undefined || number === undefined ? write(contentOf(literal)) : watch.write(number, write);
}

/** Says that the text of a node was read in the source. */
export function readsSource({ span }: Pick<BaseNode, 'span'>): void {
  watch?.readSource(span.start, span.end);
}
