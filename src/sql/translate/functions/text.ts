import { binary } from '../made-nodes.js';
import type { Compose, FormTable } from './form.js';

/** CONCAT that is NULL where any of its values is: a chain of `||`. */
const strictly: Compose = ({ values }) => values.reduce((left, right) => binary('concatenate', left, right));

/** Functions of text. */
export const textForms: FormTable = {
  concat_strict: { takes: 'text', pg: strictly, lite: strictly },
};
