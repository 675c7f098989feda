/** What the types of expressions and columns hang on, a record for each dialect. */
import type { DialectName } from '../../dialects/dialect.js';
import { mysql } from './mysql.js';
import { postgresql } from './postgresql.js';
import { sqlite } from './sqlite.js';
import type { TypingRules } from './typing-rules.js';

export type { TypingRules } from './typing-rules.js';

export const typingRules: Readonly<Record<DialectName, TypingRules>> = {
  POSTGRESQL: postgresql,
  MYSQL: mysql,
  SQLITE: sqlite,
};
