import { QUOTED_WORDS } from '../../../dialects/postgresql/keywords.js';
import { saidInSource } from '../../in-source.js';
import type { FormTable } from '../form.js';

/** A backslash makes PostgreSQL write a literal with an E before it. */
const LITERAL = saidInSource(
  String.raw`CASE WHEN strpos(CAST($1 AS text), '\') > 0 THEN 'E' ELSE '' END || '''' || replace(replace(CAST($1 AS text), '\', '\\'), '''', '''''') || ''''`,
);
const NULLABLE = saidInSource("COALESCE(quote_literal($1), 'NULL')");

const WORDS = [...QUOTED_WORDS].map((word) => `'${word.toLowerCase()}'`).join(', ');

/** A name stands bare where it has small letters alone and is no word of the language. */
const NAME = saidInSource(
  `CASE WHEN $1 ~ '^[a-z_][a-z0-9_]*$' AND $1 COLLATE "C" NOT IN (${WORDS}) THEN $1 ELSE '"' || replace($1, '"', '""') || '"' END`,
);

/** Values and names as they are written in SQL. */
export const quotingForms: FormTable = {
  quote_postgresql: { my: LITERAL, lite: LITERAL },
  quote_nullable: { my: NULLABLE, lite: NULLABLE },
  quote_ident: { my: NAME, lite: NAME },
};
