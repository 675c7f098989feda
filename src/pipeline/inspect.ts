import { COMPILED, verdictOn } from './accepted.js';
import { tablesOfStatement, type Catalogue, type DatabaseCatalogue } from '../catalogue/index.js';
import type { Databases, Principal } from '../auth/index.js';
import type { RegisteredDatabase, StatementBounds } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import type { Rights } from './rights.js';
import {
  analyse,
  dialectOf,
  dialects,
  generate,
  outputColumns,
  parseTokens,
  patternOf,
  readsUnderAnyVersion,
  splitStatements,
  type Analysis,
  type Catalogue as StatementCatalogue,
  type Dialect,
  type DialectName,
  type OutputColumn,
  type Statement,
  type StatementKind,
  type StatementText,
} from '../sql/index.js';

/** What a text is, told without running it. */
export interface Inspection {
  readonly dialect: DialectName;
  /** Of the first statement. */
  readonly kind: StatementKind;
  readonly statements: number;
  readonly isRead: boolean;
  readonly isVolatile: boolean;
  readonly tablesRead: readonly string[];
  readonly tablesWritten: readonly string[];
  readonly parameters: readonly string[];
  /** Of the first statement; null where it gives none, or where they can't be told. */
  readonly columns: readonly OutputColumn[] | null;
  /** Of several statements, joined. */
  readonly fingerprint: string;
  readonly pattern: string;
  /** The text, laid out. */
  readonly formatted: string;
  /** What the database says; null where none was named, or it can't say without running it. */
  readonly accepted: boolean | null;
  readonly rejection: string | null;
}

/** A text to inspect, and for which database. */
export interface InspectionRequest {
  readonly principal: Principal;
  readonly sql: string;
  readonly dialect?: DialectName | null | undefined;
  readonly database?: string | null | undefined;
}

/** What an inspection asks. */
export interface InspectionTools {
  /** Those that are there for the principal. */
  readonly registry: Databases;
  readonly catalogue: Catalogue;
  readonly rights: Rights;
  /** How long and for whom a database may be asked. */
  readonly bounds: (database: RegisteredDatabase) => StatementBounds;
}

interface Inspected {
  readonly text: StatementText;
  readonly tree: Statement;
  readonly analysis: Analysis;
}

/**
 * Tells what a text of one statement or several is.
 * @throws DragomanError SQL_SYNTAX, AMBIGUOUS_DIALECT, DATABASE_NOT_FOUND, DATABASE_UNAVAILABLE
 */
export async function inspect(
  request: InspectionRequest,
  { registry, catalogue, rights, bounds }: InspectionTools,
): Promise<Inspection> {
  const { sql } = request;
  const named =
    request.database === null || request.database === undefined ? undefined : registry.get(request.database);
  const dialect = dialects[request.dialect ?? named?.adapter.dialect ?? dialectOf(sql, 'Name its `dialect`.')];
  const inspected = splitStatements(sql, dialect).map((text): Inspected => {
    const tree = parseTokens(sql, text.tokens, dialect);
    return { text, tree, analysis: analyse(tree, dialect) };
  });
  const [first] = inspected;
  if (first === undefined) {
    throw new DragomanError('SQL_SYNTAX', 'There is no statement in `sql`.', { position: { line: 1, column: 1 } });
  }
  const asked = named?.adapter.dialect === dialect.name ? named : undefined;
  if (asked !== undefined) await mayLook(inspected, dialect, asked, { rights, principal: request.principal });
  const judged = inspected.length === 1 ? asked : undefined;
  const [verdict, tables] = await Promise.all([
    judged === undefined
      ? UNJUDGED
      : verdictOn(judged, { text: first.text, kind: first.analysis.kind }, bounds(judged)),
    asked !== undefined && COMPILED.has(first.analysis.kind) ? tablesOf(first, catalogue.of(asked)) : undefined,
  ]);
  return { ...describe(inspected, first, { dialect, sql, tables }), ...verdict };
}

/** What a database says of statements can tell what is in it. */
async function mayLook(
  inspected: readonly Inspected[],
  dialect: Dialect,
  database: RegisteredDatabase,
  { rights, principal }: { readonly rights: Rights; readonly principal: Principal },
): Promise<void> {
  for (const { text, tree, analysis } of inspected) {
    const known = { tree, analysis };
    await rights.checkLook(principal, database, { dialect, text, kind: analysis.kind, reads: 'maybe', known });
  }
}

type Described = Omit<Inspection, 'accepted' | 'rejection'>;

function describe(
  inspected: readonly Inspected[],
  first: Inspected,
  { dialect, sql, tables }: { dialect: Dialect; sql: string; tables: StatementCatalogue | undefined },
): Described {
  const analyses = inspected.map(({ analysis }) => analysis);
  const each = (read: (one: Inspected) => string, between: string): string => inspected.map(read).join(between);
  return {
    dialect: dialect.name,
    kind: first.analysis.kind,
    statements: inspected.length,
    isRead: inspected.every((one) => surelyReads(one, sql, dialect)),
    isVolatile: analyses.some(({ isVolatile }) => isVolatile),
    tablesRead: distinct(analyses.flatMap(({ tables }) => tables.read)),
    tablesWritten: distinct(analyses.flatMap(({ tables }) => tables.written)),
    parameters: analyses.flatMap(({ parameters }) => parameters),
    columns: outputColumns(first.tree, dialect, { sql, catalogue: tables }),
    fingerprint: each(({ analysis }) => analysis.fingerprint, '-'),
    pattern: each(({ tree }) => patternOf(tree, dialect), ';\n'),
    formatted: each(({ tree }) => generate(tree, dialect), ';\n\n'),
  };
}

function surelyReads({ text, analysis }: Inspected, sql: string, dialect: Dialect): boolean {
  return readsUnderAnyVersion({ sql, tokens: text.tokens, dialect }, analysis.reads) === 'YES';
}

/** What a database has of the tables that a statement names. */
async function tablesOf({ analysis }: Inspected, catalogue: DatabaseCatalogue): Promise<StatementCatalogue> {
  const { read, written } = analysis.tables;
  return await tablesOfStatement(catalogue, distinct([...read, ...written]));
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

const UNJUDGED = { accepted: null, rejection: null };
