import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLString,
  GraphQLNonNull,
  parse,
  specifiedDirectives,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import { checkAdministrator } from './administrators.js';
import { checkRepresentations, REFERENCE_RESOLVERS } from './entities.js';
import { AuditResolver } from './resolvers/audit-resolver.js';
import { CatalogueResolver } from './resolvers/catalogue-resolver.js';
import { ComparisonResolver } from './resolvers/comparison-resolver.js';
import { DatabaseResolver } from './resolvers/database-resolver.js';
import { InspectionResolver } from './resolvers/inspection-resolver.js';
import { TranslationResolver } from './resolvers/translation-resolver.js';
import { HealthResolver } from './resolvers/health-resolver.js';
import { QueryResolver } from './resolvers/query-resolver.js';
import { TransactionResolver } from './resolvers/transaction-resolver.js';
import { RowsResolver } from './resolvers/rows-resolver.js';
import { StatisticsResolver } from './resolvers/statistics-resolver.js';
import { DateTimeScalar } from './scalars.js';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

/** Federation's @key, as far as our types use it; @apollo/subgraph brings the full definition. */
const keyDirective = new GraphQLDirective({
  name: 'key',
  locations: [DirectiveLocation.OBJECT],
  isRepeatable: true,
  args: { fields: { type: new GraphQLNonNull(GraphQLString) } },
});

/** type-graphql asks for a PubSub; our subscriptions make their own iterators and have no topics. */
const noTopics = {
  publish: (topic: string): never => {
    throw new Error(`Nothing publishes to topics (${topic}); use the event bus.`);
  },
  subscribe: (topic: string): never => {
    throw new Error(`Nothing subscribes to topics (${topic}); give the subscription an iterator.`);
  },
};

/** The schema as the classes declare it, before federation adds its own fields. */
function declaredSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      DatabaseResolver,
      AuditResolver,
      ...[CatalogueResolver, QueryResolver, TransactionResolver, RowsResolver],
      ...[InspectionResolver, TranslationResolver, ComparisonResolver, HealthResolver, StatisticsResolver],
    ],
    directives: [...specifiedDirectives, keyDirective],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    pubSub: noTopics,
    authChecker: checkAdministrator,
    // Values are checked where they are used, with errors that say what to do.
    validate: false,
  });
}

/** The schema's text as it stands in `schema/schema.graphql`. */
export function printPublicSchema(): string {
  const printed = printSchemaWithDirectives(declaredSchema());
  const withoutFederation = printed.replace(/^directive @key[^\n]*\n+/m, '').replace(/^schema \{[^}]*\}\n+/m, '');
  return `# The public schema of Dragoman. Emitted from the code by \`npm run emit\`; do not edit.\n\n${withoutFederation.trim()}\n`;
}

/** The executable schema: a Federation 2 subgraph whose entities are resolved through the request's loaders. */
export function createSchema(): GraphQLSchema {
  const declared = declaredSchema();
  const text = printSchemaWithDirectives(declared).replace(/^directive @key[^\n]*\n+/m, '');
  const resolvers = createResolversMap(declared) as Record<string, Record<string, unknown>>;
  const { Database, Table } = REFERENCE_RESOLVERS;
  const subgraph = buildSubgraphSchema({
    typeDefs: parse(`${FEDERATION}\n${text}`),
    resolvers: {
      ...resolvers,
      Database: { ...resolvers.Database, ...Database },
      Table: { ...resolvers.Table, ...Table },
    },
  });
  return checkRepresentations(subgraph);
}
