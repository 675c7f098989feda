import type { StatementText } from '../analysis/split-statements.js';
import type { BoundStatement } from './bind-parameters.js';
import type { GivenParameters } from './given-parameters.js';
import { itemsOf } from './list-values.js';

/** How a statement's placeholders and the values that were given for them fit each other. */
export interface KnownBinding {
  readonly form: Omit<BoundStatement, 'values'>;
  /** For each value its index or name among those that were given. */
  readonly sources: readonly (number | string)[];
}

/**
 * How statements were bound before. Values that are given by as many positions, or by the
 * same names, fit as the last ones did; a list does not, as its length is part of the text.
 */
export class KnownBindings {
  private readonly byPosition = new WeakMap<StatementText, KnownBinding>();
  private readonly byName = new WeakMap<StatementText, KnownBinding>();

  find(statement: StatementText, given: GivenParameters): KnownBinding | undefined {
    const known = this.of(given).get(statement);
    return known !== undefined && fits(known, given) ? known : undefined;
  }

  keep(statement: StatementText, given: GivenParameters, binding: KnownBinding): void {
    if (fits(binding, given)) this.of(given).set(statement, binding);
  }

  private of({ named }: GivenParameters): WeakMap<StatementText, KnownBinding> {
    return named === undefined ? this.byPosition : this.byName;
  }
}

function fits({ sources }: KnownBinding, { positional, named }: GivenParameters): boolean {
  if (named === undefined) {
    const values = positional ?? [];
    return values.length === sources.length && !values.some(isList);
  }
  const names = Object.keys(named);
  return names.length === sources.length && sources.every((name) => Object.hasOwn(named, name) && !isList(named[name]));
}

const isList = (value: unknown): boolean => itemsOf(value) !== undefined;
