import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationTypeNode,
  type ValidationRule,
} from 'graphql';
import type { Principal } from '../../auth/index.js';
import { introspectionRefusal, type MayIntrospect } from './introspection.js';
import { sizeRule, type SizeLimits } from './size-rule.js';

/** What a GraphQL document may hold, whichever way it comes in. */
export interface OperationLimits extends SizeLimits {
  readonly introspection: MayIntrospect;
  /** Whether errors may name what somebody may have meant: names that the document does not hold. */
  readonly suggestions: (principal: Principal) => boolean;
}

/** An operation that fits the schema and the limits, or what is wrong with it. */
export type PreparedOperation =
  | { readonly document: DocumentNode; readonly type: OperationTypeNode; readonly errors?: never }
  | { readonly errors: readonly GraphQLError[] };

/** The validation that holds on HTTP, WebSocket and SSE alike. */
export function validationRules(limits: SizeLimits): ValidationRule[] {
  return [sizeRule(limits)];
}

/** Reads and validates an operation that comes in over a WebSocket or SSE; HTTP's way is Apollo's. */
export function prepareOperation(
  schema: GraphQLSchema,
  limits: OperationLimits,
  request: { readonly query: string; readonly operationName?: string | null | undefined },
  principal: Principal,
): PreparedOperation {
  let document: DocumentNode;
  try {
    document = parse(request.query, { maxTokens: limits.tokens });
  } catch (error) {
    return { errors: [coded(error, 'GRAPHQL_PARSE_FAILED')] };
  }
  const errors = validate(schema, document, [...specifiedRules, ...validationRules(limits)]);
  if (errors.length > 0) return { errors: errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')) };
  const refusal = introspectionRefusal(document, principal, limits.introspection);
  if (refusal !== undefined) return { errors: [refusal] };
  const operation = getOperationAST(document, request.operationName);
  if (operation !== null && operation !== undefined) return { document, type: operation.operation };
  const message =
    request.operationName === null || request.operationName === undefined
      ? 'The document holds several operations; say which one with operationName.'
      : `The document holds no operation "${request.operationName}".`;
  return { errors: [new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })] };
}

function coded(error: unknown, code: string): GraphQLError {
  if (!(error instanceof GraphQLError)) throw error;
  if (error.extensions.code !== undefined) return error;
  const { message, nodes, source, positions, originalError, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, originalError, extensions: { ...extensions, code } });
}
