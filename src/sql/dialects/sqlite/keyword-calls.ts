import type { KeywordCall } from '../grammar-rules.js';

/** SQLite has none but CAST and RAISE, which are no functions. */
export const keywordCalls: ReadonlyMap<string, KeywordCall> = new Map<string, KeywordCall>();
