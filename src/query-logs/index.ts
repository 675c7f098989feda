/**
 * Logs of queries: read in the forms in which servers write them, grouped by fingerprint, and told what of them another
 * dialect has a translation of. Pure: it reads and writes no files.
 */
export type { LoggedStatement } from './log-form.js';
export { LogReader } from './log-reader.js';
export { LogReport, type LogOptions, type QueryForm, type Verdict } from './log-report.js';
export { reportText, totalsOf } from './report-text.js';
