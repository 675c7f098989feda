import { collectSubFields } from '@graphql-tools/utils';
import { getNamedType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { DatabaseType } from '../types/database-type.js';
import { LISTED_FIELDS, TableType } from '../types/table-type.js';

@Resolver(() => DatabaseType)
export class CatalogueResolver {
  @FieldResolver(() => [String], {
    nullable: true,
    description: 'The schemas that its user may see, but for the system’s; MySQL’s databases, and `main` of SQLite.',
  })
  async schemas(@Root() database: DatabaseType, @Ctx() { loaders }: RequestContext): Promise<readonly string[]> {
    return await loaders.tables.schemas(database);
  }

  @FieldResolver(() => [TableType], {
    nullable: true,
    description:
      'The tables and views that its user may see, in the order of their names. A schema that is not there is an error.',
  })
  async tables(
    @Root() database: DatabaseType,
    @Arg('schema', () => String, {
      nullable: true,
      description: 'One schema; left out: all of PostgreSQL’s, the url’s own database of MySQL.',
    })
    schema: string | null | undefined,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TableType[]> {
    const listed = await loaders.tables.list(database, schema ?? undefined);
    if (!asksForMore(info)) return listed.map((table) => new TableType(database, table));
    const described = await loaders.tables.describeAll(database, listed);
    // One that was dropped meanwhile is no table any more.
    return described.flatMap((table) => (table === null ? [] : [new TableType(database, table)]));
  }

  @FieldResolver(() => TableType, {
    nullable: true,
    description:
      'One table or view; null where there is none of that name. Where none has the very name, it is taken as the database takes a name without quotes.',
  })
  async table(
    @Root() database: DatabaseType,
    @Arg('name', () => String, { description: 'Its name, without quotes.' }) name: string,
    @Arg('schema', () => String, {
      nullable: true,
      description: 'Its schema; left out: PostgreSQL’s search path, the url’s own database of MySQL.',
    })
    schema: string | null | undefined,
    @Ctx() { loaders }: RequestContext,
  ): Promise<TableType | null> {
    const found = await loaders.tables.find(database, name, schema ?? undefined);
    return found === null ? null : new TableType(database, found);
  }
}

/** Whether a list of tables is asked for more than a list tells. */
function asksForMore({ schema, fragments, variableValues, returnType, fieldNodes }: GraphQLResolveInfo): boolean {
  const type = getNamedType(returnType) as GraphQLObjectType;
  const { fields } = collectSubFields(schema, fragments, variableValues, type, [...fieldNodes]);
  return [...fields.values()].flat().some(({ name }) => !LISTED_FIELDS.has(name.value));
}
