import { DragomanError, type ErrorCode } from '../errors/index.js';
import {
  analyse,
  parseTokens,
  splitStatements,
  translateStatement,
  type Dialect,
  type Fidelity,
  type NoticeCode,
  type NoticeSeverity,
  type Statement,
  type StatementText,
  type TargetServer,
  type TextComparison,
} from '../sql/index.js';
import type { LoggedStatement } from './log-form.js';

export interface LogOptions {
  readonly from: Dialect;
  readonly to: Dialect;
  readonly fidelity?: Fidelity;
  readonly textComparison?: TextComparison;
  readonly server?: TargetServer;
}

/** How a form of query translates; the later, the worse. `session`: it is for the connection, and no query. */
export const VERDICTS = ['session', 'exact', 'warned', 'refused', 'unreadable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Queries that differ in their values alone. */
export interface QueryForm {
  /** 16 hexadecimal digits; '' where they could not be read. */
  readonly fingerprint: string;
  count: number;
  verdict: Verdict;
  /** The query that the verdict is of, and the line that it stands on. */
  example: string;
  line: number;
  /** The example in the other dialect. */
  translation?: string | undefined;
  /** Codes of what may differ, with how much it matters. */
  notices: ReadonlyMap<NoticeCode, NoticeSeverity>;
  /** Why there is no translation. */
  refusal?: { readonly code: ErrorCode; readonly message: string; readonly hint?: string | undefined } | undefined;
}

type Finding = Pick<QueryForm, 'verdict' | 'translation' | 'notices' | 'refusal'>;

/** Values may decide, as formats of dates do: as many texts of a form are translated that differ. */
const TRIED_OF_A_FORM = 20;

/** Forms that are told apart; what comes beyond is only counted. */
const MOST_FORMS = 50_000;

const SESSION: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>(['transaction', 'set', 'pragma']);

/** Gathers what of a log's queries would translate, by their fingerprints. */
export class LogReport {
  readonly #forms = new Map<string, QueryForm>();
  readonly #tried = new Map<string, Set<string>>();
  /** Queries of forms that were not told apart any more. */
  beyond = 0;

  constructor(readonly options: LogOptions) {}

  add({ sql, line }: LoggedStatement): void {
    const { from } = this.options;
    try {
      const statements = splitStatements(sql, from);
      for (const statement of statements) this.#addOne(statement, sql, line + statement.position.line - 1);
    } catch (error) {
      this.#count('', sql, line, () => unreadable(error));
    }
  }

  /** The worst first, and of those the most frequent. */
  forms(): QueryForm[] {
    const rank = ({ verdict }: QueryForm): number => VERDICTS.indexOf(verdict);
    return [...this.#forms.values()].sort((one, other) => rank(other) - rank(one) || other.count - one.count);
  }

  #addOne({ text: whole, tokens, start }: StatementText, sql: string, at: number): void {
    const { from } = this.options;
    const first = tokens.find(({ kind }) => kind !== 'comment');
    const comments = first === undefined ? 0 : (first.executableComment?.start ?? first.start) - start;
    const text = whole.slice(comments);
    const line = at + (whole.slice(0, comments).match(/\n/g)?.length ?? 0);
    try {
      const tree = parseTokens(sql, tokens, from);
      this.#count(analyse(tree, from).fingerprint, text, line, () => this.#translated(tree, sql));
    } catch (error) {
      this.#count('', text, line, () => unreadable(error));
    }
  }

  #count(fingerprint: string, text: string, line: number, find: () => Finding): void {
    const key = fingerprint === '' ? ownText(`unreadable ${text.slice(0, LONGEST_EXAMPLE)}`) : fingerprint;
    const form = this.#forms.get(key);
    if (form === undefined && this.#forms.size >= MOST_FORMS) {
      this.beyond += 1;
      return;
    }
    const tried = this.#tried.get(key) ?? new Set();
    this.#tried.set(key, tried);
    const example = ownText(text.slice(0, LONGEST_EXAMPLE));
    const isNew = tried.size < TRIED_OF_A_FORM && !tried.has(example);
    if (isNew) tried.add(example);
    if (form !== undefined) form.count += 1;
    if (!isNew) return;
    const found = find();
    const worse = form === undefined || VERDICTS.indexOf(found.verdict) > VERDICTS.indexOf(form.verdict);
    const shown = { example, line, ...found };
    if (form === undefined) this.#forms.set(key, { fingerprint, count: 1, ...shown });
    else if (worse) Object.assign(form, shown);
    else for (const [code, severity] of found.notices) form.notices = new Map([...form.notices, [code, severity]]);
  }

  #translated(tree: Statement, sql: string): Finding {
    if (SESSION.has(tree.kind)) return { verdict: 'session', notices: new Map() };
    const { from, to, ...wishes } = this.options;
    try {
      const made = translateStatement(tree, sql, { from, to }, wishes);
      const notices = new Map(made.notices.map(({ code, severity }) => [code, severity]));
      const warns = made.notices.some(({ severity }) => severity !== 'INFO');
      return { verdict: warns ? 'warned' : 'exact', translation: made.sql, notices };
    } catch (error) {
      return { ...unreadable(error), verdict: 'refused' };
    }
  }
}

const LONGEST_EXAMPLE = 2000;

/** A piece of a text keeps the whole text in memory. */
const ownText = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

function unreadable(error: unknown): Finding {
  if (!(error instanceof DragomanError)) throw error;
  const { code, message, details } = error;
  return { verdict: 'unreadable', notices: new Map(), refusal: { code, message, hint: details.hint } };
}
