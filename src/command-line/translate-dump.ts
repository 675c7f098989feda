import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import {
  diagnosticsOf,
  DumpEnd,
  DumpTranslator,
  needsSecondReading,
  Summary,
  ToldLater,
  type DumpOptions,
  type Outcome,
} from '../dumps/index.js';
import { DragomanError } from '../errors/index.js';
import { ScriptReader, scriptText, type Dialect } from '../sql/index.js';
import { refuseOtherDialect } from './other-files.js';
import { ProgressBar } from './progress-bar.js';
import { rereadableInput, textInput, type TextInput } from './text-chunks.js';
import { TextOutput } from './text-output.js';

/** What the command line asks of a translation. */
export interface DumpRequest extends DumpOptions {
  /** Left out, or `-`, standard input. */
  readonly file: string | undefined;
  readonly encoding: string;
  readonly format: 'text' | 'json';
  /** A new file for all that there is to tell. */
  readonly report: string | undefined;
  readonly strict: boolean;
}

/** Findings that the terminal shows of each kind; the report has all of them. */
const SHOWN_OF_A_KIND = 5;

/**
 * Translates a dump from a file or standard input to standard output, in bounded memory; what there is to tell goes to
 * standard error and to the report.
 * @returns the exit code
 */
export async function translateDump(request: DumpRequest): Promise<0 | 1 | 2> {
  const open = needsSecondReading(request.from, request.to) ? rereadableInput : textInput;
  const input = await open(request.file, { ...request, keepsBytes: request.from.name === 'MYSQL' });
  const report = request.report === undefined ? undefined : await newFile(request.report);
  const run = new DumpRun(request, input, report);
  try {
    await run.translate();
  } finally {
    await report?.flush();
    report?.stream.end();
    await input.forget();
  }
  return run.summary.exitCode(request);
}

class DumpRun {
  readonly summary = new Summary();
  readonly #output = new TextOutput(process.stdout);
  readonly #bar: ProgressBar;
  readonly #shown = new Map<string, number>();

  constructor(
    readonly request: DumpRequest,
    readonly input: TextInput,
    readonly report: TextOutput | undefined,
  ) {
    this.#bar = new ProgressBar(process.stderr, input.totalBytes);
  }

  async translate(): Promise<void> {
    const reader = new ScriptReader(this.request.from);
    try {
      const translator = new DumpTranslator({ ...this.request, ...(await this.#firstReading()) });
      const end = new DumpEnd(this.request.from.name);
      for await (const chunk of this.#chunks()) {
        end.note(chunk);
        for (const part of reader.add(chunk)) await this.#all(translator.translate(part));
      }
      for (const part of reader.end()) await this.#all(translator.translate(part));
      await this.#all(translator.finish());
      const missing = end.missing();
      if (missing !== undefined) await this.#all([missing]);
      await this.#output.flush();
    } finally {
      this.#bar.clear();
    }
    const text = `${this.summary.text()}\n`;
    process.stderr.write(text);
    await this.report?.write(text);
  }

  async *#chunks(): AsyncGenerator<string> {
    let isFirst = true;
    for await (const chunk of this.input.chunks()) {
      if (isFirst) refuseOtherDialect(chunk, this.request.from.name);
      isFirst = false;
      yield chunk;
    }
  }

  async #firstReading(): Promise<{ readonly later?: ToldLater }> {
    const { from, to } = this.request;
    if (!needsSecondReading(from, to)) return {};
    const reader = new ScriptReader(from);
    const later = new ToldLater(from, to);
    for await (const chunk of this.#chunks()) {
      for (const part of reader.add(chunk)) later.note(part);
      this.#bar.show(this.input.readBytes, 'reading what is told of tables');
    }
    for (const part of reader.end()) later.note(part);
    return { later };
  }

  async #all(outcomes: Iterable<Outcome>): Promise<void> {
    for (const outcome of outcomes) {
      this.summary.add(outcome);
      await this.#output.write(WRITTEN[this.request.format](outcome, this.request.to));
      await this.#tell(outcome);
      this.#bar.show(this.input.readBytes, `${this.summary.translated} statements`);
    }
  }

  async #tell(outcome: Outcome): Promise<void> {
    const told = diagnosticsOf(outcome, this.input.name);
    for (const { kind, text } of told) {
      await this.report?.write(`${text}\n`);
      const shown = this.#shown.get(kind) ?? 0;
      this.#shown.set(kind, shown + 1);
      if (shown >= SHOWN_OF_A_KIND) continue;
      this.#bar.clear();
      process.stderr.write(`${text}\n`);
    }
    if (outcome.dropped !== undefined && outcome.dropped.excerpt === undefined && outcome.position !== undefined)
      await this.report?.write(
        `${this.input.name}:${outcome.position.line}: left out: ${outcome.dropped.why} ${outcome.source ?? ''}\n`,
      );
  }
}

/** How an outcome is written, by format. */
const WRITTEN: Readonly<Record<DumpRequest['format'], (outcome: Outcome, to: Dialect) => string>> = {
  text: ({ statements, refusal }, to) => {
    // as a comment, so that whoever reads the output sees what is missing where
    const missing =
      refusal === undefined ? '' : `-- Line ${refusal.position.line} has no translation: ${refusal.message}\n`;
    return missing + scriptText(statements, to);
  },
  json: ({ kind, position, source, statements, notices, refusal, dropped }) =>
    `${JSON.stringify({ kind, ...position, source, statements, notices, refusal, dropped })}\n`,
};

async function newFile(path: string): Promise<TextOutput> {
  const stream = createWriteStream(path, { flags: 'wx' });
  try {
    await once(stream, 'open');
  } catch (cause) {
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DragomanError(
      'BAD_USER_INPUT',
      exists ? `${path} is there already.` : `${path} can’t be written: ${reason}.`,
      {
        hint: exists ? 'A report is written to a new file; a log is read where no other file is named.' : undefined,
        cause,
      },
    );
  }
  return new TextOutput(stream);
}
