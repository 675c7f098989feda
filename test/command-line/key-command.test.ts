import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dragoman } from '../support/command-line.js';

const cwd = import.meta.dirname;

describe('dragoman key create', () => {
  it('prints a key once, and the line for the configuration with its hash', async () => {
    const run = dragoman(['key', 'create', '--name', 'web', '--role', 'reader'], { cwd });
    expect(await run.exit).toBe(0);
    const key = /^ {4}(drg_[\w-]{43})$/m.exec(run.stdout)?.[1];
    const line = /^ {4}(- \{.*\})$/m.exec(run.stdout)?.[1];
    expect(parse(line ?? '')).toEqual([
      {
        name: 'web',
        sha256: createHash('sha256')
          .update(key ?? '')
          .digest('hex'),
        role: 'reader',
      },
    ]);
  });

  it('makes another each time', async () => {
    const runs = [dragoman(['key', 'create'], { cwd }), dragoman(['key', 'create'], { cwd })];
    await Promise.all(runs.map(({ exit }) => exit));
    expect(runs[0]?.stdout).not.toBe(runs[1]?.stdout);
  });
});
