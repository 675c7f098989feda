/** `dragoman translate`: files in, files and a terminal out. What is done with them belongs to `dumps` and `query-logs`. */
export { ProgressBar, type Terminal } from './progress-bar.js';
export { keyCommand } from './key-command.js';
export { translateCommand } from './translate-command.js';
