/** The GraphQL API: types, resolvers, loaders, subscriptions. Thin: what it answers with comes from below. */
export { createContext, type RequestContext, type Services } from './context.js';
export { formatError, type ReportUnexpected } from './format-error.js';
export { introspectionRefusal, schemaAskedFor, type MayIntrospect } from './operations/introspection.js';
export {
  prepareOperation,
  validationRules,
  type OperationLimits,
  type PreparedOperation,
} from './operations/prepare-operation.js';
export { messageWithoutSuggestion, withoutSuggestions } from './operations/suggestions.js';
export { createSchema, printPublicSchema } from './schema.js';
