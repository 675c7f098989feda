import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { DragomanError } from '../errors/index.js';
import type { RequestContext } from './context.js';
import { toDatabaseType, type DatabaseType } from './types/database-type.js';
import { TableType } from './types/table-type.js';

/** A representation whose key was checked. */
type Reference<Key extends string> = Readonly<Record<Key, string>>;

/** The entities of the federation, with the fields of their keys. */
const KEYS = {
  Database: ['name'],
  Table: ['database', 'schema', 'name'],
} as const satisfies Record<string, readonly string[]>;

/** How they are found, as `buildSubgraphSchema` takes it beside the resolvers of their fields; null where there is none. */
export const REFERENCE_RESOLVERS = {
  Database: { __resolveReference: findDatabase },
  Table: { __resolveReference: findTable },
} as const satisfies Record<keyof typeof KEYS, object>;

/**
 * Has representations checked before Apollo's resolver takes them: it throws what has no code at a type that it does
 * not know. A wrong one is an error in its place, beside the others' entities.
 */
export function checkRepresentations(schema: GraphQLSchema): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()._entities;
  if (field === undefined) throw new Error('The schema has no field _entities; federation was not added to it.');
  const resolve: GraphQLFieldResolver<unknown, unknown> = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, { representations }: { representations: readonly unknown[] }, context, info) =>
    representations.map((one) => {
      const fault = faultOf(one);
      if (fault !== undefined) return fault;
      return (resolve(source, { representations: [one] }, context, info) as unknown[])[0];
    });
  return schema;
}

function faultOf(representation: unknown): DragomanError | undefined {
  if (typeof representation !== 'object' || representation === null || Array.isArray(representation)) {
    return wrong('A representation is an object with `__typename` and the fields of its key.');
  }
  const { __typename: name, ...fields } = representation as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string') return wrong('A representation has no `__typename`.');
  if (!isEntity(name)) return wrong(`There is no entity ${JSON.stringify(name.slice(0, 60))}.`);
  const missing = KEYS[name].filter((field) => typeof fields[field] !== 'string');
  if (missing.length === 0) return undefined;
  return wrong(`A representation of ${name} needs ${missing.join(', ')} as text.`);
}

function wrong(message: string): DragomanError {
  const known = Object.entries(KEYS).map(([name, key]) => `${name} (${key.join(', ')})`);
  return new DragomanError('BAD_USER_INPUT', message, { hint: `Entities and their keys are ${known.join(' and ')}.` });
}

function isEntity(name: string): name is keyof typeof KEYS {
  return Object.hasOwn(KEYS, name);
}

async function findDatabase({ name }: Reference<'name'>, { loaders }: RequestContext): Promise<DatabaseType | null> {
  const found = await loaders.databases.load(name);
  return found === null ? null : toDatabaseType(found);
}

async function findTable(
  { database, schema, name }: Reference<'database' | 'schema' | 'name'>,
  { loaders }: RequestContext,
): Promise<TableType | null> {
  const registered = await loaders.databases.load(database);
  if (registered === null) return null;
  const found = await loaders.tables.find(registered, name, schema);
  return found === null ? null : new TableType(registered, found);
}
