/** What the file system is asked for, where Node alone does not do it well. */
export { makeFolder } from './make-folder.js';
