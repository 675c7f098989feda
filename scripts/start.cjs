// `npm start`: installs and builds what is missing, then serves. In this very process, without a child,
// so that Ctrl-C reaches the service once and its exit code is ours.
'use strict';

// Before anything uses libuv's thread pool; bin/dragoman.cjs says why.
process.env.UV_THREADPOOL_SIZE ??= '96';

const { join } = require('node:path');
const { ensureInstalled } = require('./install.cjs');
const { ensureBuilt } = require('./build.cjs');

ensureInstalled();
ensureBuilt().then(() => {
  const bin = join(__dirname, '..', 'bin', 'dragoman.cjs');
  process.argv = [process.execPath, bin, 'serve', ...process.argv.slice(2)];
  require(bin);
});
