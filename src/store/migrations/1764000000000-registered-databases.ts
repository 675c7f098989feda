import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The table of databases that mutations registered. */
export class RegisteredDatabases1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'registered_database',
        columns: [
          { name: 'name', type: 'text', isPrimary: true },
          { name: 'options', type: 'text' },
          { name: 'registered_at', type: 'text' },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('registered_database');
  }
}
