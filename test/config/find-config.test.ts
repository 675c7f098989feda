import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfigPath } from '../../src/config/index.js';
import { mistakes, temporaryFolder } from './temporary-config.js';

const FALLBACK = '/package/dragoman.yaml';

const all = temporaryFolder();

function folderWith(...names: string[]): string {
  const folder = mkdtempSync(join(all, 'each-'));
  mkdirSync(join(folder, 'conf'));
  names.forEach((name) => writeFileSync(join(folder, name), ''));
  return folder;
}

describe('findConfigPath', () => {
  const everything = ['conf/a.yaml', 'conf/b.yaml', 'dragoman.yaml', 'dragoman.yml', 'dragoman.json'];

  it.each([
    { names: everything, option: 'conf/a.yaml', variable: 'conf/b.yaml', found: 'conf/a.yaml', base: 'conf' },
    { names: everything, option: undefined, variable: 'conf/b.yaml', found: 'conf/b.yaml', base: 'conf' },
    { names: everything, option: undefined, variable: '', found: 'dragoman.yaml', base: '' },
    {
      names: ['dragoman.yml', 'dragoman.json'],
      option: undefined,
      variable: undefined,
      found: 'dragoman.yml',
      base: '',
    },
    { names: ['dragoman.json'], option: undefined, variable: undefined, found: 'dragoman.json', base: '' },
  ])('takes $found of $names', ({ names, option, variable, found, base }) => {
    const cwd = folderWith(...names);
    const result = findConfigPath({ option, env: { DRAGOMAN_CONFIG: variable }, cwd, fallback: FALLBACK });
    expect(result).toEqual({ path: join(cwd, found), baseFolder: join(cwd, base) });
  });

  it('takes the packaged default with the working directory as its base', () => {
    const cwd = folderWith();
    mkdirSync(join(cwd, 'dragoman.yaml'));
    expect(findConfigPath({ env: {}, cwd, fallback: FALLBACK })).toEqual({ path: FALLBACK, baseFolder: cwd });
  });

  it.each([
    { option: 'no.yaml', env: {}, line: 'no.yaml: there is no such file, but --config names it' },
    { option: '', env: {}, line: '"": there is no such file, but --config names it' },
    { option: 'conf', env: {}, line: 'conf: there is no such file, but --config names it' },
    {
      option: undefined,
      env: { DRAGOMAN_CONFIG: 'no.yaml' },
      line: 'no.yaml: there is no such file, but DRAGOMAN_CONFIG names it',
    },
  ])('says $line', ({ option, env, line }) => {
    const cwd = folderWith('dragoman.yaml');
    expect(mistakes(() => findConfigPath({ option, env, cwd, fallback: FALLBACK }))).toEqual([line]);
  });
});
