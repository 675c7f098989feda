import { describe, expect, it } from 'vitest';
import type { NodeOf } from '../../../src/sql/ast/index.js';
import {
  and,
  binary,
  call,
  column,
  make,
  name,
  path,
  print,
  query,
  select,
  table,
  text,
  type,
  unary,
  value,
} from './builder.js';

const lines = (...each: string[]): string => each.join('\n');
const constraint = (
  rule: NodeOf<'column-constraint'>['rule'],
  more: Partial<NodeOf<'column-constraint'>> = {},
): NodeOf<'column-constraint'> => make('column-constraint', { rule, ...more });
const defined = (
  of: string,
  to: string,
  ...rules: NodeOf<'column-constraint'>['rule'][]
): NodeOf<'column-definition'> =>
  make('column-definition', { name: name(of), type: type(to), constraints: rules.map((rule) => constraint(rule)) });
const byDefault = (to: ReturnType<typeof value>): NodeOf<'default-value'> => make('default-value', { value: to });
const create = (more: Partial<NodeOf<'create-table'>>): NodeOf<'create-table'> =>
  make('create-table', { name: path('t'), ...more });
const element = (of: string): NodeOf<'index-element'> => make('index-element', { expression: column(of) });
const option = (of: string, to?: NodeOf<'table-option'>['value']): NodeOf<'table-option'> =>
  make('table-option', { name: of, ...(to !== undefined && { value: to }) });
const setting = (of: string, to: ReturnType<typeof value>): NodeOf<'storage-option'> =>
  make('storage-option', { name: path(of), value: to });

/** The lines between the parentheses. */
const elements = (statement: NodeOf<'create-table'>, dialect?: 'MYSQL' | 'SQLITE'): string[] =>
  print(statement, dialect)
    .split('\n')
    .slice(1, -1)
    .map((each) => each.trim().replace(/,$/, ''));

describe('CREATE TABLE', () => {
  it('has one element a line, however short it is', () => {
    expect(print(create({ elements: [defined('a', 'int')] }))).toBe(lines('CREATE TABLE t (', '  a INT', ')'));
  });

  it('has the rules of its columns', () => {
    const reference = make('foreign-reference', {
      table: path('u'),
      columns: [name('id')],
      onDelete: make('referential-action', { action: 'SET NULL', columns: [name('a')] }),
    });
    const identity = make('sequence-option', { name: 'START WITH', value: value(5) });
    const columns = [
      defined('a', 'int', make('not-null', {}), make('references', { reference })),
      defined('b', 'int', make('identity', { always: true, options: [identity] })),
      defined('c', 'int', make('generated', { expression: binary('a', 'add', 1), stored: true })),
      defined(
        'd',
        'text',
        make('column-collation', { collation: path('"C"') }),
        make('check', { condition: and('a', 'b') }),
      ),
    ];
    expect(elements(create({ elements: columns }))).toEqual([
      'a INT NOT NULL REFERENCES u (id) ON DELETE SET NULL (a)',
      'b INT GENERATED ALWAYS AS IDENTITY (START WITH 5)',
      'c INT GENERATED ALWAYS AS (a + 1) STORED',
      'd TEXT COLLATE "C" CHECK (a AND b)',
    ]);
  });

  it('has defaults in parentheses where the dialect needs them', () => {
    const rules = [text('x'), unary('minus', 1), call('now'), call('uuid'), binary('a', 'add', 1), make('null', {})];
    const columns = rules.map((rule) => defined('a', 'text', byDefault(rule)));
    const defaults = (dialect?: 'MYSQL' | 'SQLITE'): string[] =>
      elements(create({ elements: columns }), dialect).map((each) => each.replace('a TEXT DEFAULT ', ''));
    expect(defaults()).toEqual(["'x'", '-1', 'now()', 'uuid()', '(a + 1)', 'NULL']);
    expect(defaults('SQLITE')).toEqual(["'x'", '-1', '(now())', '(uuid())', '(a + 1)', 'NULL']);
    expect(defaults('MYSQL')).toEqual(["('x')", '(-1)', '(now())', '(uuid())', '(a + 1)', 'NULL']);
    const varchar = defined('a', 'varchar', byDefault(text('x')));
    expect(elements(create({ elements: [varchar] }), 'MYSQL')).toEqual(["a VARCHAR DEFAULT 'x'"]);
    const moment = defined('a', 'datetime', byDefault(call('NOW')), make('on-update', { value: call('NOW') }));
    expect(elements(create({ elements: [moment] }), 'MYSQL')).toEqual(['a DATETIME DEFAULT NOW() ON UPDATE NOW()']);
  });

  it('counts up as the dialect does', () => {
    const counting = defined('a', 'int', make('auto-increment', {}));
    expect(elements(create({ elements: [counting] }), 'MYSQL')).toEqual(['a INT AUTO_INCREMENT']);
    expect(() => print(create({ elements: [counting] }))).toThrow('PostgreSQL has no `AUTO_INCREMENT`.');
    const key = make('primary-key', { direction: 'desc', autoIncrement: true });
    const kept = make('column-definition', {
      name: name('a'),
      type: type('integer'),
      constraints: [constraint(key, { onConflict: 'abort' })],
    });
    expect(elements(create({ elements: [kept] }), 'SQLITE')).toEqual([
      'a INTEGER PRIMARY KEY DESC ON CONFLICT ABORT AUTOINCREMENT',
    ]);
  });

  it('has keys and constraints', () => {
    const rule = (of: NodeOf<'table-constraint'>['rule'], more: Partial<NodeOf<'table-constraint'>> = {}) =>
      make('table-constraint', { rule: of, ...more });
    const unique = make('table-key', { type: 'unique', indexName: name('u'), elements: [element('a')] });
    const key = make('table-key', {
      type: 'fulltext',
      elements: [element('a'), element('b')],
      options: [make('index-option', { name: 'WITH PARSER', value: name('ngram') })],
    });
    expect(elements(create({ elements: [rule(unique), rule(key)] }), 'MYSQL')).toEqual([
      'UNIQUE KEY u (a)',
      'FULLTEXT KEY (a, b) WITH PARSER ngram',
    ]);
    const options = [make('index-option', { name: 'TABLESPACE', value: name('fast') })];
    const primary = make('table-key', { type: 'primary', elements: [element('a')], include: [name('b')], options });
    const exclusion = make('table-exclusion', {
      method: name('gist'),
      elements: [make('exclusion-element', { element: element('a'), operator: '&&' })],
      where: column('b'),
    });
    expect(
      elements(create({ elements: [rule(primary, { name: name('k'), deferral: ['DEFERRABLE'] }), rule(exclusion)] })),
    ).toEqual([
      'CONSTRAINT k PRIMARY KEY (a) INCLUDE (b) USING INDEX TABLESPACE fast DEFERRABLE',
      'EXCLUDE USING gist (a WITH &&) WHERE (b)',
    ]);
  });

  it('has its options as the dialect writes them', () => {
    const columns = { elements: [defined('a', 'int')] };
    const tail = (statement: NodeOf<'create-table'>, dialect?: 'MYSQL' | 'SQLITE'): string =>
      print(statement, dialect).split('\n').pop() ?? '';
    const mysql = [option('ENGINE', name('InnoDB')), option('CHARSET', name('utf8mb4')), option('COMMENT', text('x'))];
    expect(tail(create({ ...columns, options: mysql }), 'MYSQL')).toBe(
      ") ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COMMENT = 'x'",
    );
    const sqlite = [option('WITHOUT ROWID'), option('STRICT')];
    expect(tail(create({ ...columns, options: sqlite }), 'SQLITE')).toBe(') WITHOUT ROWID, STRICT');
    const postgresql = [
      make('table-option', { name: 'WITH', settings: [setting('fillfactor', value(70))] }),
      option('TABLESPACE', name('fast')),
    ];
    const keys = make('partition-by', { strategy: 'RANGE', keys: [element('a')] });
    expect(tail(create({ ...columns, partitionBy: keys, options: postgresql, onCommit: 'DROP' }))).toBe(
      ') PARTITION BY RANGE (a) WITH (fillfactor = 70) ON COMMIT DROP TABLESPACE fast',
    );
    const foreign = [
      option('SERVER', name('s')),
      make('table-option', { name: 'OPTIONS', settings: [setting('host', text('h'))] }),
    ];
    expect(tail(create({ ...columns, foreign: true, options: foreign }))).toBe(") SERVER s OPTIONS (host 'h')");
  });

  it('may be made from something else', () => {
    const body = query(select(['a'], { from: [table('u')] }));
    expect(print(create({ query: body, persistence: 'TEMPORARY', columnNames: [name('x')], withData: false }))).toBe(
      'CREATE TEMPORARY TABLE t (x) AS SELECT a FROM u WITH NO DATA',
    );
    expect(print(create({ query: body, violation: 'ignore' }), 'MYSQL')).toBe(
      'CREATE TABLE t IGNORE AS SELECT a FROM u',
    );
    expect(print(create({ like: path('u') }), 'MYSQL')).toBe('CREATE TABLE t LIKE u');
    expect(print(create({ module: name('fts5'), moduleArguments: ['a', 'b UNINDEXED'] }), 'SQLITE')).toBe(
      'CREATE VIRTUAL TABLE t USING fts5(a, b UNINDEXED)',
    );
    const bounds = make('partition-bounds', { form: 'hash', values: [value(4)], to: [value(1)] });
    expect(print(create({ partitionOf: path('u'), partitionBounds: bounds }))).toBe(
      'CREATE TABLE t PARTITION OF u FOR VALUES WITH (MODULUS 4, REMAINDER 1)',
    );
  });
});

describe('ALTER TABLE', () => {
  it('has an action a line where they are many', () => {
    const actions = [
      make('add-column', { columns: [defined('a', 'int')] }),
      make('alter-column', { column: name('b'), change: 'set-type', type: type('text'), using: call('f', 'b') }),
      make('drop-constraint', { object: 'CONSTRAINT', ifExists: true, name: name('c'), behavior: 'CASCADE' }),
      make('alter-other', { text: 'OWNER TO joe', tables: [] }),
    ];
    expect(
      print(make('alter-table', { object: 'TABLE', only: true, name: path('t'), actions }), 'POSTGRESQL', 40),
    ).toBe(
      lines(
        'ALTER TABLE ONLY t',
        '  ADD COLUMN a INT,',
        '  ALTER COLUMN b TYPE TEXT USING f(b),',
        '  DROP CONSTRAINT IF EXISTS c CASCADE,',
        '  OWNER TO joe',
      ),
    );
  });

  it('has IF NOT EXISTS before the name of a key, or that of another constraint', () => {
    const adds = (rule: NodeOf<'table-constraint'>['rule'], of?: string): string => {
      const constraint = make('table-constraint', { rule, ...(of !== undefined && { name: name(of) }) });
      const action = make('add-constraint', { ifNotExists: true, constraint });
      return print(make('alter-table', { object: 'TABLE', name: path('t'), actions: [action] }), 'MYSQL');
    };
    expect(adds(make('table-key', { type: 'index', indexName: name('i'), elements: [element('a')] }))).toBe(
      'ALTER TABLE t ADD KEY IF NOT EXISTS i (a)',
    );
    expect(adds(make('table-check', { condition: column('a') }), 'c')).toBe(
      'ALTER TABLE t ADD CONSTRAINT IF NOT EXISTS c CHECK (a)',
    );
  });

  it('changes identities option by option', () => {
    const restart = make('sequence-option', { name: 'RESTART WITH', value: value(9) });
    const step = make('sequence-option', { name: 'INCREMENT BY', value: value(2) });
    const action = make('alter-column', {
      column: name('a'),
      change: 'set-identity',
      always: false,
      identity: [step, restart],
    });
    expect(print(make('alter-table', { object: 'TABLE', name: path('t'), actions: [action] }))).toBe(
      'ALTER TABLE t ALTER COLUMN a SET GENERATED BY DEFAULT SET INCREMENT BY 2 RESTART WITH 9',
    );
  });

  it('puts MySQL’s columns in their place', () => {
    const definition = { ...defined('b', 'int'), position: name('c') };
    const change = make('change-column', { oldName: name('a'), definition });
    const rename = make('rename-column', { object: 'INDEX', from: name('i'), to: name('j') });
    expect(print(make('alter-table', { object: 'TABLE', name: path('t'), actions: [change, rename] }), 'MYSQL')).toBe(
      'ALTER TABLE t CHANGE COLUMN a b INT AFTER c, RENAME INDEX i TO j',
    );
  });
});

describe('other objects', () => {
  it('are indexes', () => {
    const index = make('create-index', {
      type: 'unique',
      concurrently: true,
      ifNotExists: true,
      name: path('i'),
      table: path('t'),
      method: name('btree'),
      elements: [{ ...element('a'), collation: path('"C"'), operatorClass: path('text_ops'), nulls: 'first' }],
      include: [name('b')],
      where: column('c'),
    });
    expect(print(index, 'POSTGRESQL', 80)).toBe(
      lines(
        'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i',
        '  ON t USING btree (a COLLATE "C" text_ops NULLS FIRST)',
        '  INCLUDE (b)',
        '  WHERE c',
      ),
    );
  });

  it('are views', () => {
    const body = query(select(['a'], { from: [table('t')] }));
    const view = make('create-view', { name: path('v'), columns: [name('x')], query: body, checkOption: 'LOCAL' });
    expect(print({ ...view, orReplace: true })).toBe(
      'CREATE OR REPLACE VIEW v (x) AS SELECT a FROM t WITH LOCAL CHECK OPTION',
    );
    expect(print({ ...view, alter: true, attributes: 'SQL SECURITY INVOKER' }, 'MYSQL', 40)).toBe(
      lines('ALTER SQL SECURITY INVOKER VIEW v (x) AS', 'SELECT a FROM t', 'WITH LOCAL CHECK OPTION'),
    );
  });

  it('are sequences and types', () => {
    const options = [
      make('sequence-option', { name: 'AS', type: type('bigint') }),
      make('sequence-option', { name: 'NO CYCLE' }),
    ];
    expect(print(make('create-sequence', { name: path('s'), options }))).toBe('CREATE SEQUENCE s AS BIGINT NO CYCLE');
    expect(print(make('create-sequence', { name: path('s'), options }), 'MYSQL')).toBe(
      'CREATE SEQUENCE s AS BIGINT NOCYCLE',
    );
    expect(print(make('create-type', { form: 'enum', name: path('mood'), labels: [text('ok')] }))).toBe(
      "CREATE TYPE mood AS ENUM ('ok')",
    );
    const domain = make('create-type', {
      form: 'domain',
      name: path('d'),
      type: type('int'),
      constraints: [constraint(make('check', { condition: column('value') }))],
    });
    expect(print(domain)).toBe('CREATE DOMAIN d AS INT CHECK (value)');
  });

  it('are triggers and routines, whose bodies stay as they are', () => {
    const body = make('unparsed', { text: 'BEGIN  SELECT 1; END', reason: '' });
    const events = [
      make('trigger-event', { event: 'UPDATE', columns: [name('a')] }),
      make('trigger-event', { event: 'DELETE', columns: [] }),
    ];
    const trigger = make('create-trigger', {
      name: path('r'),
      timing: 'AFTER',
      events,
      table: path('t'),
      level: 'ROW',
      when: column('b'),
      clauses: 'FOLLOWS x',
      body,
    });
    expect(print(trigger, 'SQLITE')).toBe(
      lines(
        'CREATE TRIGGER r AFTER UPDATE OF a OR DELETE ON t FOLLOWS x FOR EACH ROW WHEN (b)',
        'BEGIN  SELECT 1; END',
      ),
    );
    expect(print({ ...trigger, when: undefined }, 'MYSQL')).toContain('FOR EACH ROW FOLLOWS x BEGIN');
    const routine = make('create-routine', {
      routine: 'FUNCTION',
      name: path('f'),
      body: make('unparsed', { text: '(a int) AS $$…$$', reason: '' }),
    });
    expect(print(routine)).toBe('CREATE FUNCTION f(a int) AS $$…$$');
  });

  it('are dropped, emptied, renamed and commented on', () => {
    expect(
      print(make('drop', { object: 'TABLE', ifExists: true, names: [path('a'), path('b')], behavior: 'CASCADE' })),
    ).toBe('DROP TABLE IF EXISTS a, b CASCADE');
    expect(print(make('drop', { object: 'FUNCTION', names: [path('f')], text: '(int)' }))).toBe('DROP FUNCTION f(int)');
    expect(print(make('drop', { object: 'INDEX', names: [path('i')], on: path('t') }), 'MYSQL')).toBe(
      'DROP INDEX i ON t',
    );
    const emptied = [make('truncated-table', { name: path('t'), only: true })];
    expect(print(make('truncate', { tables: emptied, identity: 'RESTART' }))).toBe(
      'TRUNCATE TABLE ONLY t RESTART IDENTITY',
    );
    const renames = [make('table-rename', { from: path('a'), to: path('b') })];
    expect(print(make('rename-tables', { renames }), 'MYSQL')).toBe('RENAME TABLE a TO b');
    expect(
      print(make('comment-on', { object: 'TRIGGER', name: path('r'), on: path('t'), comment: make('null', {}) })),
    ).toBe('COMMENT ON TRIGGER r ON t IS NULL');
  });
});
