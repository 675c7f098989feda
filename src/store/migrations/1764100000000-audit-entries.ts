import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });

/** The audit log. */
export class AuditEntries1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'audit_entry',
        columns: [
          { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
          ...[text('at'), text('principal'), text('action'), text('request_id', true), text('database', true)],
          ...[text('kind', true), text('fingerprint', true), text('pattern', true)],
          ...[text('tables_read'), text('tables_written'), text('outcome')],
          { name: 'rows', type: 'integer', isNullable: true },
          { name: 'duration_ms', type: 'real' },
        ],
        indices: [{ name: 'audit_entry_at', columnNames: ['at'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_entry');
  }
}
