// Loaded into each server that is measured: tells whoever started it how much CPU time it has used.
'use strict';

const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('message', () => process.send(process.cpuUsage()));
  // Nobody is left to measure it.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
