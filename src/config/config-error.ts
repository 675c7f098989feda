/** One mistake in the configuration and its place. */
export interface ConfigProblem {
  /** The file as the user would name it, relative to the working directory where it lies below; or `environment`. */
  readonly file: string;
  /** From 1; undefined where the mistake is in no line: a missing file, the environment. */
  readonly line: number | undefined;
  /** From 1, in UTF-16 units; undefined where `line` is. */
  readonly column: number | undefined;
  /** The key's path, such as `databases[0].timeout`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
}

/** The configuration can't be used. Its message lists every problem, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(problemLine).join('\n'));
    this.problems = problems;
  }
}

function problemLine({ file, line, column, path, message, hint }: ConfigProblem): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const subject = [place, path].filter((part) => part !== '').join(' ');
  const colon = path === '' && line !== undefined ? '' : ':';
  return `${subject}${colon} ${message}${hint === undefined ? '' : `; ${hint}`}`;
}
