import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { loadConfig } from '../../src/config/index.js';
import { createBookshop } from '../../src/demo/index.js';
import { TestPipeline } from '../support/test-pipeline.js';

const root = join(import.meta.dirname, '../..');

/** Every document for people; relative to the root. */
const documents = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const read = (document: string): string => readFileSync(join(root, document), 'utf8');

interface Block {
  readonly document: string;
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of all documents. */
const blocks: readonly Block[] = documents.flatMap((document) =>
  [...read(document).matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({
    document,
    language,
    text,
  })),
);

const inLanguage = (...languages: string[]): Block[] => blocks.filter(({ language }) => languages.includes(language));

/** How GitHub makes an anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

const anchorsOf = (document: string): string[] =>
  [...read(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** A document without its code spans, in which brackets are no links. */
const withoutCode = (text: string): string => text.replace(/`[^`\n]*`/g, '');

/** Links to files of the project: where they stand, and where they lead. */
const links = documents.flatMap((document) =>
  [...withoutCode(read(document)).matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([^)\s]*))?\)/g)].map(
    ([, path = '', anchor]) => ({
      document,
      target: path === '' ? document : relative(root, join(root, dirname(document), path)),
      anchor,
    }),
  ),
);

describe('the documents', () => {
  it.each(links)('$document links to $target, which exists', ({ target, anchor }) => {
    expect(existsSync(join(root, target))).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(target)).toContain(anchor);
  });

  it('keep the README under 250 lines', () => {
    expect(read('README.md').split('\n').length).toBeLessThan(250);
  });

  it('link every decision from their list, and the list from the README', () => {
    const list = 'docs/decisions/README.md';
    const linkedFrom = (page: string) => links.filter(({ document }) => document === page).map(({ target }) => target);
    const decisions = readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
    expect(linkedFrom(list).sort()).toEqual(decisions.filter((path) => path !== list).sort());
    expect(linkedFrom('README.md')).toContain(list);
  });
});

describe('examples in the documents', () => {
  const schema = buildSchema(read('schema/schema.graphql'), { assumeValidSDL: true });

  it.each(inLanguage('graphql'))('of GraphQL in $document fit the schema', ({ text }) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  it.each(inLanguage('json'))('of JSON in $document parse', ({ text }) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it.each(inLanguage('yaml'))('of YAML in $document are configurations that load', ({ text }) => {
    expect(parseYaml(text)).toBeTypeOf('object');
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-docs-'));
    try {
      const path = join(folder, 'dragoman.yaml');
      writeFileSync(path, text);
      const hash = 'a'.repeat(63);
      const env = { DASHBOARD_KEY_SHA256: `${hash}1`, OPERATOR_KEY_SHA256: `${hash}2` };
      const { databases, auth, audit } = loadConfig({ path, env });
      expect(databases.length > 0 || auth !== undefined || audit.store).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('show the defaults that the configuration has', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-docs-'));
    try {
      const load = (name: string, text: string): unknown => {
        writeFileSync(join(folder, name), text);
        return loadConfig({ path: join(folder, name), env: {} });
      };
      const written = inLanguage('yaml').find(({ document }) => document === 'docs/configuration.md');
      const shop = 'databases: [{ name: shop, dialect: sqlite, url: "sqlite:./data/shop.sqlite" }]';
      const least = `server: { cors: [https://app.example.com] }\n${shop}\n`;
      expect(load('written.yaml', written?.text ?? '')).toEqual(load('least.yaml', least));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** The README's first query, its variables and its answer. */
interface Shown {
  readonly sql: string;
  readonly params: unknown;
  readonly answer: { readonly data: { readonly query: { readonly columns: unknown; readonly rows: unknown } } };
}

function shownQuery(): Shown {
  const ofReadme = (language: string): string[] =>
    inLanguage(language)
      .filter(({ document }) => document === 'README.md')
      .map(({ text }) => text);
  const [variables = '', answer = ''] = ofReadme('json');
  const sql = /"""(.*?)"""/s.exec(ofReadme('graphql')[0] ?? '')?.[1] ?? '';
  const { params } = JSON.parse(variables) as { params: unknown };
  return { sql, params, answer: JSON.parse(answer) as Shown['answer'] };
}

describe('the README’s query', () => {
  let service: TestPipeline;
  beforeAll(async () => {
    service = await TestPipeline.open();
    await createBookshop(service.file('bookshop'));
    await service.add('bookshop');
  });
  afterAll(() => service.close());

  it('has the answer that the README shows', async () => {
    const { sql, params, answer } = shownQuery();
    const { columns, tuples } = await service.query(sql, params, { database: 'bookshop' });
    const rows = tuples.map((tuple) => Object.fromEntries(columns.map(({ key }, index) => [key, tuple[index]])));
    expect({ columns: columns.map(({ name, type }) => ({ name, type })), rows }).toEqual(answer.data.query);
  });
});
