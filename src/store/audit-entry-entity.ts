import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One entry of the audit log. */
@Entity({ name: 'audit_entry' })
export class AuditEntryEntity {
  @PrimaryGeneratedColumn()
  id!: number;

  /** ISO 8601, UTC. */
  @Index('audit_entry_at')
  @Column({ type: 'text' })
  at!: string;

  @Column({ type: 'text' })
  principal!: string;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column({ type: 'text', nullable: true })
  database!: string | null;

  @Column({ type: 'text', nullable: true })
  kind!: string | null;

  @Column({ type: 'text', nullable: true })
  fingerprint!: string | null;

  @Column({ type: 'text', nullable: true })
  pattern!: string | null;

  @Column({ type: 'simple-json', name: 'tables_read' })
  tablesRead!: readonly string[];

  @Column({ type: 'simple-json', name: 'tables_written' })
  tablesWritten!: readonly string[];

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'integer', nullable: true })
  rows!: number | null;

  @Column({ type: 'real', name: 'duration_ms' })
  durationMs!: number;
}
