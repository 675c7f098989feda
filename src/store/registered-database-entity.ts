import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A database that a mutation registered, so that it is there again after a restart. */
@Entity({ name: 'registered_database' })
export class RegisteredDatabaseEntity {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  /** The options as JSON, as `registerDatabase` completed them. */
  @Column({ type: 'text' })
  options!: string;

  /** ISO 8601, UTC. */
  @Column({ type: 'text', name: 'registered_at' })
  registeredAt!: string;
}
