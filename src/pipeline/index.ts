/** The way of a query, one step a file: prepare, authorise, translate, run. */
export type {
  StatementOutcome,
  TransactionOutcome,
  TransactionRun,
  TransactionStatement,
} from './execute-transaction.js';
export { QueryPipeline, type PipelineBounds } from './query-pipeline.js';
export type { Inspection } from './inspect.js';
export type { TextStatement, TextTranslation, TranslationRequest } from './translate-text.js';
export type {
  BatchOutcome,
  QueryOptions,
  QueryOutcome,
  QueryRequest,
  RowsBatch,
  RowsRequest,
} from './query-request.js';
export { auditEntry, codeOf, type Audit, type AuditedEnd } from './audited.js';
