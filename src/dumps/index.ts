/**
 * Dumps and scripts of one engine, translated as they stream so that they load into another: what the session needs,
 * which order loads, rows of COPY, and what is told about it all. Pure: it reads and writes no files.
 */
export { diagnosticsOf, type Diagnostic } from './diagnostics.js';
export { DumpEnd } from './dump-end.js';
export type { DumpOptions } from './dump-options.js';
export { DumpTranslator } from './dump-translator.js';
export type { Outcome, PlacedNotice, Refusal } from './outcome.js';
export { SESSION_STATEMENTS, type SessionRow } from '../sql/index.js';
export { Summary } from './summary.js';
export { needsSecondReading, ToldLater } from './told-later.js';
