import type { FunctionRow } from './function-row.js';
import { arrayOf, TRUTH } from './return-rules.js';
import { each, pure, rowsPure } from './row-builders.js';

/**
 * Regular expressions. The languages of the patterns differ (POSIX in PostgreSQL, ICU in MySQL, PCRE in
 * MariaDB), so that no row here has two dialects.
 */
export const regularExpressionFunctions: readonly FunctionRow[] = [
  pure('regexp_like', TRUTH, 'STRICT', { pg: 'regexp_like/2-3' }),
  ...each(pure, 'pg', 'INTEGER', 'STRICT', 'regexp_count/2-4 regexp_instr/2-7'),
  pure('regexp_replace', 'TEXT', 'STRICT', { pg: 'regexp_replace/3-6' }),
  pure('regexp_substr', 'TEXT', 'MAY', { pg: 'regexp_substr/2-6' }),
  pure('regexp_match', arrayOf(0), 'MAY', { pg: 'regexp_match' }),
  pure('regexp_split_to_array', 'ARRAY', 'STRICT', { pg: 'regexp_split_to_array/2-3' }),
  rowsPure('regexp_matches', 'ARRAY', 'MAY', { pg: 'regexp_matches' }),
  rowsPure('regexp_split_to_table', 'TEXT', 'STRICT', { pg: 'regexp_split_to_table' }),
  pure('regexp_like_mysql', TRUTH, 'MAY', { my: 'regexp_like/2-3' }),
  pure('regexp_instr_mysql', 'INTEGER', 'MAY', { my: 'regexp_instr/2-6' }),
  pure('regexp_replace_mysql', 'TEXT', 'MAY', { my: 'regexp_replace/3-6' }),
  pure('regexp_substr_mysql', 'TEXT', 'MAY', { my: 'regexp_substr/2-5' }),
];
