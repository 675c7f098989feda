import type { Expression, WindowFrame, WindowSpecification } from '../../ast/index.js';
import { compared, noticeOfText } from '../expressions/texts/text-comparison.js';
import type { RuleTable, Translator } from '../translator.js';
import { orderItems } from './order.js';
import { rangedWindow } from './range-frames.js';

/** Windows over rows. */
export const windows: RuleTable = { window, frame };

function window(node: WindowSpecification, t: Translator): WindowSpecification {
  const { base, partitionBy, orderBy, frame: bounds } = node;
  const ranged = rangedWindow(node, t);
  return {
    ...node,
    ...(base !== undefined && { base: t.node(base) }),
    partitionBy: partitionBy.map((one) => partedBy(one, t)),
    ...(ranged ?? {
      orderBy: orderItems(orderBy, undefined, t),
      ...(bounds !== undefined && { frame: t.node(bounds) }),
    }),
  };
}

/** What rows are parted by; texts are told apart as they are anywhere. */
function partedBy(node: Expression, t: Translator): Expression {
  noticeOfText([node], t, 'equality');
  return compared(node, t, 'equality');
}

function frame(written: WindowFrame, t: Translator): WindowFrame {
  const { exclude, ...rest } = written;
  const node: WindowFrame = exclude === 'NO OTHERS' ? rest : written;
  if (t.to.features.duplicateKeys && (node.unit === 'GROUPS' || node.exclude !== undefined)) {
    t.refuse(node, 'Frames by GROUPS and EXCLUDE have no counterpart in the target.', 'Use ROWS or RANGE.');
  }
  return t.children(node);
}
