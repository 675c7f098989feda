import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from './service.js';

const BIN = fileURLToPath(new URL('../../bin/dragoman.cjs', import.meta.url));

export interface Run {
  readonly child: ChildProcess;
  stdout: string;
  stderr: string;
  /** The exit code; null where a signal ended it. */
  readonly exit: Promise<number | null>;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The program; left out: the built command line of this repository. */
  readonly command?: readonly string[];
}

/** Starts the built command line, with no variable of the service's set but those given. */
export function dragoman(
  args: readonly string[],
  { cwd, env = {}, command = [process.execPath, BIN] }: RunOptions,
): Run {
  const { HOST: _h, PORT: _p, DRAGOMAN_CONFIG: _c, NODE_ENV: _n, VITEST: _v, ...inherited } = process.env;
  const [program = '', ...first] = command;
  const child = spawn(program, [...first, ...args], { cwd, env: { ...inherited, ...env } });
  const run: Run = {
    child,
    stdout: '',
    stderr: '',
    exit: new Promise((resolve) => child.once('close', (code) => resolve(code))),
  };
  child.stdout.on('data', (data: Buffer) => (run.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (run.stderr += data.toString()));
  return run;
}

/** The URL that a started service names; fails with what it said where it ends instead. */
export async function urlOf(run: Run, atMostMs = 15_000): Promise<string> {
  let ended = false;
  void run.exit.then(() => (ended = true));
  const named = (): string | undefined => /http:\/\/[\w.[\]:]+:\d+/.exec(run.stdout)?.[0];
  await until(() => named() !== undefined || ended, atMostMs);
  const url = named();
  if (url === undefined || url.endsWith(':0'))
    throw new Error(`The service did not start:\n${run.stdout}${run.stderr}`);
  return url;
}
