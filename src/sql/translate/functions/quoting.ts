import { saidInSource } from '../in-source.js';
import type { FormTable } from './form.js';

/** A backslash makes PostgreSQL write a literal with an E before it. */
const LITERAL = saidInSource(
  String.raw`CASE WHEN strpos(CAST($1 AS text), '\') > 0 THEN 'E' ELSE '' END || '''' || replace(replace(CAST($1 AS text), '\', '\\'), '''', '''''') || ''''`,
);
const NULLABLE = saidInSource("COALESCE(quote_literal($1), 'NULL')");

/** Values as they are written in SQL. */
export const quotingForms: FormTable = {
  quote_postgresql: { my: LITERAL, lite: LITERAL },
  quote_nullable: { my: NULLABLE, lite: NULLABLE },
};
