import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Collects what nothing holds any more, so that what is measured afterwards is what is kept. */
export const collectGarbage = runInNewContext('gc') as () => void;
