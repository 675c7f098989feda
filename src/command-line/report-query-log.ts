import {
  LogReader,
  LogReport,
  reportText,
  totalsOf,
  type LogOptions,
  type LoggedStatement,
} from '../query-logs/index.js';
import { ProgressBar } from './progress-bar.js';
import { textInput } from './text-chunks.js';
import { TextOutput } from './text-output.js';

/** What the command line asks of a report on a log. */
export interface LogRequest extends LogOptions {
  /** `-` for standard input. */
  readonly file: string;
  readonly encoding: string;
  readonly format: 'text' | 'json';
  readonly strict: boolean;
}

/**
 * Reads a log of queries and writes to standard output what of them would translate.
 * @returns the exit code: 1 where something would not, 2 where something may differ and `strict` was asked for
 */
export async function reportQueryLog(request: LogRequest): Promise<0 | 1 | 2> {
  const input = await textInput(request.file, request);
  const bar = new ProgressBar(process.stderr, input.totalBytes);
  const reader = new LogReader(request.from);
  const report = new LogReport(request);
  let queries = 0;
  const addAll = (statements: Iterable<LoggedStatement>): void => {
    for (const statement of statements) {
      report.add(statement);
      queries += 1;
      bar.show(input.readBytes, `${queries} queries`);
    }
  };
  try {
    for await (const chunk of input.chunks()) addAll(reader.add(chunk));
    addAll(reader.end());
  } finally {
    bar.clear();
  }
  const output = new TextOutput(process.stdout);
  await output.write(WRITTEN[request.format](report, reader.formName ?? ''));
  await output.flush();
  const { refused, unreadable, warned } = totalsOf(report.forms());
  if (refused.queries + unreadable.queries > 0) return 1;
  return request.strict && warned.queries > 0 ? 2 : 0;
}

const WRITTEN: Readonly<Record<LogRequest['format'], (report: LogReport, form: string) => string>> = {
  text: (report, form) => `Read as ${form}: ${reportText(report)}\n`,
  json: (report, form) => {
    const forms = report.forms();
    const lines = forms.map(({ notices, ...query }) => ({ ...query, notices: Object.fromEntries(notices) }));
    return [...lines, { log: form, totals: totalsOf(forms), beyond: report.beyond }]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
  },
};
