import { GraphQLError, Kind, type DocumentNode, type FieldNode, visit, BREAK } from 'graphql';
import type { Principal } from '../../auth/index.js';

/** Whether somebody may ask for the schema. */
export type MayIntrospect = (principal: Principal) => boolean;

/** The fields that tell the schema; a federation's gateway asks for it by the last one. */
const TELLING: ReadonlySet<string> = new Set(['__schema', '__type', '_service']);

/** The first place where a document asks for the schema. */
export function schemaAskedFor(document: DocumentNode): FieldNode | undefined {
  let found: FieldNode | undefined;
  visit(document, {
    [Kind.FIELD](field) {
      if (!TELLING.has(field.name.value)) return undefined;
      found = field;
      return BREAK;
    },
  });
  return found;
}

/** Why a document may not be run for somebody: it asks for the schema. */
export function introspectionRefusal(
  document: DocumentNode,
  principal: Principal,
  may: MayIntrospect,
): GraphQLError | undefined {
  if (may(principal)) return undefined;
  const field = schemaAskedFor(document);
  if (field === undefined) return undefined;
  return new GraphQLError(`The schema is not told to you: ${field.name.value} may not be asked for.`, {
    nodes: field,
    extensions: {
      code: 'GRAPHQL_VALIDATION_FAILED',
      retryable: false,
      hint: 'It is in the documentation; `server.introspection` opens it to clients.',
    },
  });
}
