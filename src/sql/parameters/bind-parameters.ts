import type { StatementText } from '../analysis/split-statements.js';
import type { Dialect } from '../dialects/dialect.js';
import { KnownBindings } from './known-bindings.js';
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
 *   list as a value takes the place of a placeholder that stands alone in `IN (…)`, and of no other.
 * @throws DragomanError `BAD_PARAMETERS` where placeholders and values don't fit each other.
 */
export function bindParameters(statement: StatementText, dialect: Dialect, params: unknown): BoundStatement {
  const given = givenParameters(params);
  const known = bindings.find(statement, given);
  if (known !== undefined) return { ...known.form, values: known.sources.map((source) => valueOf(given, source)) };
  const uses = matchPlaceholders(statement, placeholderUses(statement, given.named), given);
  const binding = new Binding(statement, dialect);
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
export function bindPart(statement: StatementText, dialect: Dialect, params: unknown): BoundStatement {
  const given = givenParameters(params);
  const binding = new Binding(statement, dialect);
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
  /** Where in `values` a value stands, or each item of a list, by its key. */
  readonly #indexes = new Map<number | string, readonly number[]>();
  /** Text since the last slot. */
  #text = '';
  /** Offset in the SQL text up to which everything is taken. */
  #offset: number;

  constructor(
    readonly statement: StatementText,
    readonly dialect: Dialect,
  ) {
    this.#offset = statement.start;
  }

  /** For each value its index or name among those that were given; of lists, whose items have none, those of the lists. */
  get sources(): readonly (number | string)[] {
    return [...this.#indexes.keys()];
  }

  add(use: KeyedUse, value: unknown): void {
    this.#text += this.#slice(this.#offset, use.token.start);
    this.#offset = use.token.end;
    const isList = Array.isArray(value);
    if (isList) this.#refuseMisplacedList(use, value);
    const indexes = this.#indexes.get(use.source) ?? this.#store(use, isList ? value : [value]);
    if (this.#slots.length + indexes.length > MAX_PARAMETERS) this.#refuseTooMany(use);
    if (indexes.length === 0) this.#text += this.dialect.placeholders.emptyList;
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

  #store(use: KeyedUse, values: readonly unknown[]): readonly number[] {
    const indexes = values.map((value) => this.#values.push(value) - 1);
    this.#indexes.set(use.source, indexes);
    return indexes;
  }

  /** Slots count, not values: a list used often would grow the text without bound. */
  #refuseTooMany(use: KeyedUse): never {
    const message = `The statement takes more than ${MAX_PARAMETERS} values.`;
    throw badParameters(message, 'Split the list over several statements.', this.#at(use));
  }

  #refuseMisplacedList(use: KeyedUse, list: readonly unknown[]): void {
    if (!use.takesList) {
      const message = `The value of ${use.token.text} is a list.`;
      throw badParameters(
        message,
        `A list can stand in IN (${use.token.text}), alone, and nowhere else.`,
        this.#at(use),
      );
    }
    if (list.some((item) => Array.isArray(item))) {
      const message = `The list for ${use.token.text} holds another list.`;
      throw badParameters(message, 'Give a flat list of values.', this.#at(use));
    }
  }

  #at(use: KeyedUse): { statement: StatementText; token: KeyedUse['token'] } {
    return { statement: this.statement, token: use.token };
  }
}
