import type { Dialect } from '../dialects/dialect.js';
import { isPunctuation, keyword, type Token } from '../lexer/token.js';
import { KIND_OF_VERB, QUERY_VERBS, WRITING_VERBS } from './statement-kinds.js';
import { mainVerb, type StatementShape, statementShape } from './statement-shape.js';

/**
 * Whether a statement may go down the read path: it is one statement, and by its words a read.
 * This is the first of several fences, for functions may write as well; where the words leave a
 * doubt, the answer is no.
 */
export function mayRead(tokens: readonly Token[], dialect: Dialect): boolean {
  const shape = statementShape(tokens);
  if (holdsSeveral(shape.tokens)) return false;
  if (shape.tokens.some((token) => token.executableComment !== undefined)) return isPlainRead(shape, dialect);
  const first = keyword(shape.tokens.find((token) => !isPunctuation(token, '(')));
  if (!dialect.statements.readVerbs.has(first)) return false;
  if (dialect.statements.explainVerbs.has(first)) return explainReads(shape, dialect);
  return reads(shape, dialect);
}

function holdsSeveral(tokens: readonly Token[]): boolean {
  const end = tokens.findIndex((token) => isPunctuation(token, ';'));
  return end >= 0 && tokens.slice(end).some((token) => !isPunctuation(token, ';'));
}

/**
 * Each executable comment may be code or not, by the server's version. What is a read in every
 * such reading: a first word outside of them that needs no look at what follows, and no INTO.
 */
function isPlainRead({ tokens }: StatementShape, dialect: Dialect): boolean {
  const first = tokens[0];
  const verb = keyword(first);
  const { readVerbs, explainVerbs } = dialect.statements;
  if (first?.executableComment !== undefined || !readVerbs.has(verb)) return false;
  return verb !== 'WITH' && !explainVerbs.has(verb) && !tokens.some((token) => keyword(token) === 'INTO');
}

function reads(shape: StatementShape, dialect: Dialect): boolean {
  const { tokens, verb } = shape;
  const main = keyword(tokens[verb]);
  const isQuery = QUERY_VERBS.has(main) || (main !== 'WITH' && dialect.statements.readVerbs.has(main));
  return isQuery && !tokens.some((_, index) => isInto(tokens, index) || opensWritingBody(shape, index));
}

/** SELECT … INTO writes a table, a file or a variable; as a column's name the word is no harm. */
function isInto(tokens: readonly Token[], index: number): boolean {
  if (keyword(tokens[index]) !== 'INTO') return false;
  const before = tokens[index - 1];
  return !isPunctuation(before, '.') && keyword(before) !== 'AS';
}

/** Whether a WITH query's body opens here that changes rows, as PostgreSQL allows. */
function opensWritingBody({ tokens, closings }: StatementShape, index: number): boolean {
  if (!isPunctuation(tokens[index], '(')) return false;
  const before = keyword(tokens[index - 1]);
  if (before !== 'AS' && before !== 'MATERIALIZED') return false;
  const verb = mainVerb(tokens, closings, index + 1);
  return WRITING_VERBS.has(keyword(tokens[verb])) || (verb < 0 && keyword(tokens[index + 1]) === 'WITH');
}

/** EXPLAIN runs nothing, EXPLAIN ANALYZE what it explains (its options may say no; they aren't read). */
function explainReads({ tokens, verb }: StatementShape, dialect: Dialect): boolean {
  if (!dialect.statements.explainAnalyzeRuns) return true;
  let analyzes = false;
  for (let index = verb + 1; index < tokens.length; index += 1) {
    const word = keyword(tokens[index]);
    // an option may stand in quotes: EXPLAIN ("analyze") DELETE …; in MySQL's, only a table does
    if (tokens[index]?.kind === 'quoted-name' && !tokens[index]?.text.startsWith('`')) analyzes = true;
    if (word === 'ANALYZE' || word === 'ANALYSE') analyzes = true;
    else if (word === 'INTO') return false;
    else if (word === 'WITH' || explained(word, dialect)) return !analyzes || mayReadFrom(tokens, index, dialect);
  }
  return !analyzes;
}

function explained(word: string, dialect: Dialect): boolean {
  const kind = dialect.statements.verbs.get(word) ?? KIND_OF_VERB.get(word);
  return kind !== undefined || EXPLAINED_BESIDE.has(word);
}

/** Words that start what can be explained, beside the verbs that have a kind. */
const EXPLAINED_BESIDE: ReadonlySet<string> = new Set(['CREATE', 'DECLARE', 'EXECUTE']);

function mayReadFrom(tokens: readonly Token[], from: number, dialect: Dialect): boolean {
  const { explainVerbs } = dialect.statements;
  return !explainVerbs.has(keyword(tokens[from])) && mayRead(tokens.slice(from), dialect);
}
