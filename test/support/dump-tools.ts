import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestDatabase } from './servers/index.js';
import { findProgram } from './servers/programs.js';

const run = promisify(execFile);
const MOST_BYTES = 2 ** 28;

/** How an engine's own tool is called for a database. */
interface DumpTool {
  readonly programs: readonly string[];
  readonly call: (url: URL) => { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };
}

const TOOLS: Readonly<Record<'postgresql' | 'mysql', DumpTool>> = {
  postgresql: { programs: ['pg_dump'], call: ({ href }) => ({ args: [`--dbname=${href}`], env: {} }) },
  mysql: {
    programs: ['mariadb-dump', 'mysqldump'],
    call: ({ hostname, port, username, password, pathname }) => ({
      args: [
        `--host=${hostname}`,
        `--port=${port}`,
        `--user=${username}`,
        '--hex-blob',
        decodeURIComponent(pathname.slice(1)),
      ],
      env: { MYSQL_PWD: decodeURIComponent(password) },
    }),
  },
};

/** What the engine's own tool dumps of a database. */
export async function dump({ engine, url }: TestDatabase, more: readonly string[] = []): Promise<string> {
  if (engine === 'sqlite')
    return (await run('sqlite3', [url.replace(/^sqlite:/, ''), '.dump'], { maxBuffer: MOST_BYTES })).stdout;
  const { programs, call } = TOOLS[engine];
  const program = await findProgram(...programs);
  if (program === undefined)
    throw new Error(`These tests need ${programs.join(' or ')}: install the client of ${engine}.`);
  const { args, env } = call(new URL(url));
  const { stdout } = await run(program, [...more, ...args], { env: { ...process.env, ...env }, maxBuffer: MOST_BYTES });
  return stdout;
}
