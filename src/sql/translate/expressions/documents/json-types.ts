/** Of a number in a document of PostgreSQL's, what it is called as a whole one and with places behind the point. */
export const numberTypeInPostgresql = (integer: string, real: string): string =>
  `CASE WHEN CAST($1 AS text) ~ '^-?[0-9]+$' THEN '${integer}' ELSE '${real}' END`;

/** What SQLite's json_type() says of a document. */
export const SQLITE_TYPE: Readonly<Record<'POSTGRESQL' | 'MYSQL', string>> = {
  POSTGRESQL: `CASE jsonb_typeof($1) WHEN 'number' THEN ${numberTypeInPostgresql('integer', 'real')} WHEN 'string' THEN 'text' WHEN 'boolean' THEN CAST($1 AS text) ELSE jsonb_typeof($1) END`,
  MYSQL:
    "CASE JSON_TYPE($1) WHEN 'DOUBLE' THEN 'real' WHEN 'DECIMAL' THEN 'real' WHEN 'STRING' THEN 'text' WHEN 'BOOLEAN' THEN CASE WHEN CAST($1 AS CHAR) = 'true' THEN 'true' ELSE 'false' END ELSE LOWER(JSON_TYPE($1)) END",
};

/** A text that is a document, as one. */
export const DOCUMENT_OF_TEXT = {
  POSTGRESQL: 'CAST($1 AS jsonb)',
  MYSQL: "JSON_EXTRACT($1, '$')",
  SQLITE: 'json($1)',
} as const;
