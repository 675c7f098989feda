import { spawn } from 'node:child_process';
import { findProgram } from './programs.js';

/**
 * Installs packages without starting their services. A script of its own, which ends in good order also where the
 * test run is killed meanwhile: half an installation, or a policy that stays, would be worse than a late end. For
 * the same reason it writes into a file rather than a pipe.
 */
const SCRIPT = `
log=$(mktemp)
trap 'rm -f "$log" $made' EXIT
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  made=$policy
  printf '#!/bin/sh\\nexit 101\\n' > $policy
  chmod 755 $policy
fi
install='apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends'
if ! { apt-get -qq update && $install "$@"; } > "$log" 2>&1; then
  tail -c 4000 "$log" >&2
  exit 1
fi
`;

let queue: Promise<unknown> = Promise.resolve();

/** Whether packages can be installed here: on Debian and its kin, as root. */
export async function canInstallPackages(): Promise<boolean> {
  return process.getuid?.() === 0 && (await findProgram('apt-get')) !== undefined;
}

/** Installs Debian packages, one call after another. Output goes nowhere but into the error, should there be one. */
export function installPackages(packages: readonly string[]): Promise<void> {
  const installed = queue.then(() => install(packages));
  queue = installed.catch(() => {});
  return installed;
}

async function install(packages: readonly string[]): Promise<void> {
  process.stderr.write(`Installing ${packages.join(', ')} with apt-get, which may take some minutes …\n`);
  const child = spawn('sh', ['-c', SCRIPT, 'sh', ...packages], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`apt-get could not install ${packages.join(', ')}:\n${errors}`);
}
