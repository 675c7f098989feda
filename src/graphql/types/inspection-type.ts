import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Inspection } from '../../pipeline/index.js';
import type { DialectName, StatementKind } from '../../sql/index.js';
import { DialectEnum, StatementKindEnum } from '../enums.js';
import { ResultColumnType, toldOf } from './query-result-type.js';

@ObjectType('Inspection', { description: 'What a statement is, told without running it.', simpleResolvers: true })
export class InspectionType {
  @Field(() => DialectEnum, {
    description: 'The dialect that it was read in: the one given, the database’s, or detected.',
  })
  dialect!: DialectName;

  @Field(() => StatementKindEnum, {
    description:
      'What it does; of several statements, the first. UNKNOWN where Dragoman’s grammar has no such statement.',
  })
  kind!: StatementKind;

  @Field(() => Int, { description: 'How many statements the text holds.' })
  statements!: number;

  @Field(() => Boolean, {
    description:
      'True where it surely only reads: no rows locked, no variable assigned, no function with side effects or unknown.',
  })
  isRead!: boolean;

  @Field(() => Boolean, {
    description: 'True where it may answer differently on the same data: now(), random(), session state.',
  })
  isVolatile!: boolean;

  @Field(() => [String], { description: 'Tables and views that it reads, qualified where it qualifies them.' })
  tablesRead!: readonly string[];

  @Field(() => [String], { description: 'Tables that it changes, creates, alters or drops.' })
  tablesWritten!: readonly string[];

  @Field(() => [String], { description: 'Parameters as they are spelled: each ?, every other one once.' })
  parameters!: readonly string[];

  @Field(() => [ResultColumnType], {
    nullable: true,
    description:
      'The columns of the first statement, with the types that the named database’s tables give them; null where it gives none, or without a database * can’t be told.',
  })
  columns!: readonly ResultColumnType[] | null;

  @Field(() => ID, { description: 'Stays the same when the values change, in every dialect.' })
  fingerprint!: string;

  @Field(() => String, { description: 'The statement with its values folded to ?.' })
  pattern!: string;

  @Field(() => String, { description: 'The text, laid out.' })
  formatted!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the database accepts it; null where none is named, or it can’t be tried without effect.',
  })
  accepted!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What the database says against it.' })
  rejection!: string | null;
}

export function toInspection({ columns, ...inspection }: Inspection): InspectionType {
  return Object.assign(new InspectionType(), inspection, { columns: columns?.map(toColumn) ?? null });
}

function toColumn(column: NonNullable<Inspection['columns']>[number]): ResultColumnType {
  const { name, key, type, databaseType } = column;
  return { name, key, type: type?.type ?? 'OTHER', databaseType: databaseType ?? null, ...toldOf(column) };
}
