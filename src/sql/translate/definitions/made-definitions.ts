import type {
  AlterAction,
  AlterTable,
  ColumnConstraint,
  ColumnRule,
  Expression,
  IndexElement,
  Name,
  QualifiedName,
  Span,
  TableConstraint,
  TableKey,
  TableRule,
} from '../../ast/index.js';
import { column } from '../made-nodes.js';

/** Parts of definitions that a translation makes. */
export const ofColumn = (rule: ColumnRule, name?: Name): ColumnConstraint => ({
  kind: 'column-constraint',
  ...(name !== undefined && { name }),
  rule,
  span: rule.span,
});

export const ofTable = (rule: TableRule, name?: Name): TableConstraint => ({
  kind: 'table-constraint',
  ...(name !== undefined && { name }),
  rule,
  span: rule.span,
});

export const element = (expression: Expression): IndexElement => ({
  kind: 'index-element',
  expression,
  span: expression.span,
});

export const keyOver = (type: TableKey['type'], columns: readonly Name[], span: Span): TableKey => ({
  kind: 'table-key',
  type,
  elements: columns.map((each) => element(column([each], each.span))),
  span,
});

export const alteration = (name: QualifiedName, actions: readonly AlterAction[], span: Span): AlterTable => ({
  kind: 'alter-table',
  object: 'TABLE',
  name,
  actions,
  span,
});
