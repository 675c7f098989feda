import type { ListedTable, NameRules, SchemaReader, TableDescription } from '../../src/databases/index.js';
import type { Introspected } from '../../src/catalogue/database-catalogue.js';

/** A database of tables without columns, that counts what it is asked. */
export class FakeAdapter implements Introspected {
  readonly name = 'fake';
  version = '1';
  tables: string[] = ['a', 'b', 'c'];
  /** What each thing asked for waits for. */
  gate: Promise<void> = Promise.resolve();
  failing = false;
  /** How many sessions are held now, and what was asked in all. */
  held = 0;
  readonly asked = { version: 0, rules: 0, list: 0, describe: 0 };

  async introspect<T>(_bounds: unknown, read: (schema: SchemaReader) => Promise<T>): Promise<T> {
    this.held++;
    try {
      return await read(this.reader);
    } finally {
      this.held--;
    }
  }

  private readonly reader: SchemaReader = {
    version: () => this.answer('version', () => this.version),
    rules: () => this.answer('rules', (): NameRules => RULES),
    list: () => this.answer('list', () => this.tables.map(listed)),
    describe: (tables) =>
      this.answer('describe', () =>
        tables.filter(({ name }) => this.tables.includes(name)).map(({ name }) => described(name)),
      ),
  };

  private async answer<T>(what: keyof FakeAdapter['asked'], give: () => T): Promise<T> {
    this.asked[what]++;
    const given = give();
    await this.gate;
    if (this.failing) throw new Error('It is down.');
    return given;
  }
}

const RULES: NameRules = { schemas: ['main'], searched: ['main'], listed: ['main'], folding: 'ignore-case' };

const listed = (name: string): ListedTable => ({ schema: 'main', name, kind: 'TABLE' });

const described = (name: string): TableDescription => ({
  ...listed(name),
  ...{ columns: [], primaryKey: [], indexes: [], foreignKeys: [], checks: [] },
  ...{ estimatedRows: null, comment: null, definition: null, readsFrom: null, rowFunctions: [] },
});
