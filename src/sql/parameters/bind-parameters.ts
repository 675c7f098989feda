import type { StatementText } from '../analysis/split-statements.js';
import type { Dialect } from '../dialects/dialect.js';
import { KnownBindings } from './known-bindings.js';
import { asArray, asDocument, itemsOf } from './list-values.js';
import {
  type GivenParameters,
  givenParameters,
  type KeyedUse,
  matchPlaceholders,
  MAX_PARAMETERS,
} from './given-parameters.js';
import { badParameters, placeholderUses } from './placeholder-uses.js';

/**
 * A statement with its placeholders taken out: `parts[0]`, slot 0, `parts[1]`, slot 1 and so on, so that
 * each engine's own placeholders can be put in. Values are never put into the text.
 */
export interface BoundStatement {
  /** The text around the slots: one more than there are slots. */
  readonly parts: readonly string[];
  /** The values as they were given, each once, in the order in which they are first used. */
  readonly values: readonly unknown[];
  /** For each slot the index of its value. */
  readonly slots: readonly number[];
  /** For each slot how the statement spells its placeholder: `?`, `$1`, `:name`. */
  readonly spellings: readonly string[];
  /** For each slot the offset of its placeholder in the SQL text. */
  readonly starts: readonly number[];
}

/** A statement whose values are not known: to be compiled, and not run. Each stands for NULL. */
export function unbound(statement: StatementText, dialect: Dialect): BoundStatement {
  const binding = new Binding(statement, dialect);
  placeholderUses(statement, undefined).forEach((use, index) => {
    const { key } = use;
    const source = key.family === 'named' ? key.name : key.family === 'numbered' ? key.number - 1 : index;
    binding.add({ ...use, source }, null);
  });
  return binding.finish();
}

/**
 * Binds parameters to a statement's placeholders.
 *
 * @param params Nothing (undefined, null), a list of values by position, or an object of values by name. A
 *   list as a value takes the place of a placeholder that stands alone in `IN (…)`; elsewhere it is an array, where the
 *   statement asks for one.
 * @param from the dialect that the statement was written in: its arrays are documents where the engine has none
 * @throws DragomanError `BAD_PARAMETERS` where placeholders and values don't fit each other.
 */
export function bindParameters(
  statement: StatementText,
  dialect: Dialect,
  params: unknown,
  from: Dialect = dialect,
): BoundStatement {
  const given = givenParameters(params);
  const known = bindings.find(statement, given);
  if (known !== undefined) return { ...known.form, values: known.sources.map((source) => valueOf(given, source)) };
  const uses = matchPlaceholders(statement, placeholderUses(statement, given.named), given);
  const binding = new Binding(statement, dialect, from);
  for (const use of uses) binding.add(use, valueOf(given, use.source));
  const bound = binding.finish();
  const { values: _, ...form } = bound;
  bindings.keep(statement, given, { form, sources: binding.sources });
  return bound;
}

/**
 * Binds the parameters that one of several statements uses, which all of them together were given: the whole is checked
 * before.
 */
export function bindPart(
  statement: StatementText,
  dialect: Dialect,
  params: unknown,
  from: Dialect = dialect,
): BoundStatement {
  const given = givenParameters(params);
  const binding = new Binding(statement, dialect, from);
  for (const use of matchPlaceholders(statement, placeholderUses(statement, given.named), given, true))
    binding.add(use, valueOf(given, use.source));
  return binding.finish();
}

/** Remembered for as long as the statement itself is. */
const bindings = new KnownBindings();

function valueOf(given: GivenParameters, source: number | string): unknown {
  return typeof source === 'number' ? given.positional?.[source] : given.named?.[source];
}

/** Gathers the parts, slots and values of one statement. */
class Binding {
  readonly #parts: string[] = [];
  readonly #slots: number[] = [];
  readonly #spellings: string[] = [];
  readonly #starts: number[] = [];
  readonly #values: unknown[] = [];
  /** Where in `values` a value stands, by its key. */
  readonly #indexes = new Map<number | string, readonly number[]>();
  /** Where each item of a list stands, by its key: the list as a whole may be a value elsewhere. */
  readonly #lists = new Map<number | string, readonly number[]>();
  /** Text since the last slot. */
  #text = '';
  /** Offset in the SQL text up to which everything is taken. */
  #offset: number;

  constructor(
    readonly statement: StatementText,
    readonly dialect: Dialect,
    readonly from = dialect,
  ) {
    this.#offset = statement.start;
  }

  /** For each value its index or name among those that were given; items of lists have none. */
  get sources(): readonly (number | string)[] {
    return [...this.#indexes.keys()];
  }

  add(use: KeyedUse, value: unknown): void {
    this.#text += this.#slice(this.#offset, use.token.start);
    this.#offset = use.token.end;
    const indexes = this.#placesOf(use, value);
    if (this.#slots.length + indexes.length > MAX_PARAMETERS) this.#refuseTooMany(use);
    if (indexes.length === 0) this.#addEmptyList();
    indexes.forEach((index, at) => {
      this.#parts.push(at === 0 ? this.#text : ', ');
      this.#slots.push(index);
      this.#spellings.push(use.token.text);
      this.#starts.push(use.token.start);
      this.#text = '';
    });
  }

  finish(): BoundStatement {
    this.#parts.push(this.#text + this.#slice(this.#offset, this.statement.end));
    return {
      parts: this.#parts,
      values: this.#values,
      slots: this.#slots,
      spellings: this.#spellings,
      starts: this.#starts,
    };
  }

  #slice(from: number, to: number): string {
    return this.statement.text.slice(from - this.statement.start, to - this.statement.start);
  }

  /** Where the value stands, or each item of a list that takes the place of one. */
  #placesOf(use: KeyedUse, value: unknown): readonly number[] {
    const items = itemsOf(value);
    if (items !== undefined && use.takesList) {
      this.#refuseNestedList(use, items);
      return this.#store(this.#lists, use, items);
    }
    return this.#store(this.#indexes, use, [items === undefined ? value : this.#whole(use, value, items)]);
  }

  /** A list as one value. */
  #whole(use: KeyedUse, value: unknown, items: readonly unknown[]): unknown {
    const { arrays } = this.dialect.placeholders;
    if (!arrays && this.from.placeholders.arrays) return asDocument(items);
    if (!Array.isArray(value)) return value;
    if (arrays && use.takesArray) return asArray(items);
    const message = `The value of ${use.token.text} is a list.`;
    throw badParameters(message, `A list can stand in IN (${use.token.text}), alone, and nowhere else.`, this.#at(use));
  }

  #store(
    places: Map<number | string, readonly number[]>,
    { source }: KeyedUse,
    values: readonly unknown[],
  ): readonly number[] {
    const indexes = places.get(source) ?? values.map((value) => this.#values.push(value) - 1);
    places.set(source, indexes);
    return indexes;
  }

  /** A query without rows, or the array without elements, which is of whatever type it is compared with. */
  #addEmptyList(): void {
    const test = this.dialect.placeholders.arrays ? /\b(NOT\s+)?IN\s*\($/i.exec(this.#text) : null;
    if (test === null) this.#text += this.dialect.placeholders.emptyList;
    else this.#text = `${this.#text.slice(0, test.index)}${test[1] === undefined ? '= ANY' : '<> ALL'} ('{}'`;
  }

  /** Slots count, not values: a list used often would grow the text without bound. */
  #refuseTooMany(use: KeyedUse): never {
    const message = `The statement takes more than ${MAX_PARAMETERS} values.`;
    throw badParameters(message, 'Split the list over several statements.', this.#at(use));
  }

  #refuseNestedList(use: KeyedUse, list: readonly unknown[]): void {
    if (list.every((item) => itemsOf(item) === undefined)) return;
    const message = `The list for ${use.token.text} holds another list.`;
    throw badParameters(message, 'Give a flat list of values.', this.#at(use));
  }

  #at(use: KeyedUse): { statement: StatementText; token: KeyedUse['token'] } {
    return { statement: this.statement, token: use.token };
  }
}
