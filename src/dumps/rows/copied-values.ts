import { DragomanError } from '../../errors/index.js';
import { quotedString, type CatalogueTable, type SqlTypeName } from '../../sql/index.js';

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const ESCAPE = /\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|([^]))/g;

/**
 * The values of one line of COPY's text format; null for `\N`.
 * https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS
 */
export function copiedValues(line: string): (string | null)[] {
  return line.split('\t').map((written) => {
    if (written === '\\N') return null;
    return written.includes('\\') ? unescaped(written) : written;
  });
}

const ASCII_END = 0x80;

function unescaped(written: string): string {
  return written.replace(ESCAPE, (_all: string, hex?: string, octal?: string, letter?: string) => {
    if (hex === undefined && octal === undefined) return ESCAPES[letter ?? ''] ?? letter ?? '';
    const code = hex === undefined ? parseInt(octal ?? '', 8) : parseInt(hex, 16);
    if (code < ASCII_END) return String.fromCharCode(code);
    // several of them would be one character, in an encoding that is not told here
    throw new DragomanError('UNTRANSLATABLE', 'A row of COPY has a byte beyond ASCII as an escape.', {
      hint: 'Dump it again with pg_dump, which writes none.',
    });
  });
}

const typed =
  (type: string) =>
  (value: string): string =>
    `CAST(${quotedString(value)} AS ${type})`;
const number = (value: string): string =>
  /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value) ? value : quotedString(value);

/** How a value that COPY wrote stands in PostgreSQL's own SQL, by the type of its column; every other type is its text. */
const WRITTEN: Readonly<Partial<Record<SqlTypeName, (value: string) => string>>> = {
  BOOLEAN: (value) => (value === 't' ? 'TRUE' : 'FALSE'),
  INTEGER: number,
  BIGINT: number,
  DECIMAL: number,
  FLOAT: number,
  BINARY: typed('bytea'),
};

const BITS = /^[01]+$/;
const isOfBits = (column: CatalogueTable['columns'][number] | undefined): boolean =>
  /^bit\b/i.test(column?.databaseType ?? '');

/** Each value of a row, in PostgreSQL's SQL. */
export function writtenValues(
  values: readonly (string | null)[],
  columns: readonly (CatalogueTable['columns'][number] | undefined)[],
): string[] {
  return values.map((value, index) => {
    if (value === null) return 'NULL';
    const column = columns[index];
    if (isOfBits(column) && BITS.test(value)) return `B'${value}'`;
    const type = column?.type?.type;
    return (type === undefined ? undefined : WRITTEN[type])?.(value) ?? quotedString(value);
  });
}
