#!/bin/sh
# In place of the image's own entry. The settings go in through stdin: a password on the command line could be read by
# everyone who lists processes.
set -eu

exec redis-server - <<CONF
requirepass "$REDIS_PASSWORD"
dir /data
# A cache: what is lost is read again, and what is too much goes.
save ""
maxmemory 256mb
maxmemory-policy allkeys-lru
CONF
