/**
 * The programs of the interop bed, from Debian's own packages: `node test/interop/install.mjs`.
 * Plain Node without dependencies, so that the test runner can ask before anything else works.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Package -> a file that proves it is there (a bare name is looked up like a command). */
const PARTS = [
  { package: 'kamailio', needs: ['kamailio', 'module:xhttp.so', 'module:htable.so'] },
  { package: 'kamailio-websocket-modules', needs: ['module:websocket.so'] },
  { package: 'kamailio-tls-modules', needs: ['module:tls.so'] },
  { package: 'rtpengine-daemon', needs: ['rtpengine'] },
  { package: 'baresip-core', needs: ['baresip'] },
  { package: 'sip-tester', needs: ['sipp'] },
  { package: 'iptables', needs: ['iptables'] },
];

/** Debian keeps the modules in a folder named after the processor. */
const MODULE_FOLDERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu', 'arm-linux-gnueabihf', '']
  .map((triplet) => join('/usr/lib', triplet, 'kamailio/modules'))
  .concat('/usr/lib64/kamailio/modules', '/usr/local/lib/kamailio/modules');

/** A user's PATH often leaves the system folders out, where kamailio and rtpengine live. */
const COMMAND_FOLDERS = (process.env.PATH ?? '')
  .split(delimiter)
  .concat('/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin');

/** While this file answers 101, Debian's packages start no service (policy-rc.d, invoke-rc.d(8)). */
const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Whether the interop stories can run on this machine, and if not, why not in one plain sentence.
 * @returns {{ ready: true } | { ready: false, why: string }}
 */
function interopAvailability() {
  if (process.platform !== 'linux') {
    return {
      ready: false,
      why: `The interop stories need Kamailio, rtpengine and baresip, which are set up for Linux only, and this is ${process.platform}.`,
    };
  }

  const missing = missingNeeds();

  if (missing.length === 0) {
    return { ready: true };
  }

  return {
    ready: false,
    why: `The interop stories need programs that are not installed here (${missing.join(', ')}); as root on Debian, "node test/interop/install.mjs" installs them.`,
  };
}

/**
 * Whether this process may install the missing programs by itself.
 * @returns {boolean}
 */
export function canInstallInteropPrograms() {
  return process.platform === 'linux' && process.getuid?.() === 0 && hasDebianPackages();
}

/**
 * Installs what is missing (no service is left running) and says whether the stories can run now.
 * @returns {{ ready: true } | { ready: false, why: string }}
 */
export function installInteropPrograms() {
  const before = interopAvailability();

  if (before.ready || !canInstallInteropPrograms()) {
    return before;
  }

  const updated = aptGet(['update']);
  const packages = PARTS.filter((part) => part.needs.some((need) => !isPresent(need))).map(
    (part) => part.package,
  );
  const installed = withoutServiceStarts(() =>
    aptGet(['install', '--yes', '--no-install-recommends', ...packages]),
  );

  if (!installed) {
    return {
      ready: false,
      why: updated
        ? `apt-get could not install ${packages.join(', ')}; its own words are above.`
        : 'apt-get could not read the package lists (is the network there?); its own words are above.',
    };
  }

  keepServicesOffAtBoot(packages);

  return interopAvailability();
}

function missingNeeds() {
  return PARTS.flatMap((part) => part.needs)
    .filter((need) => !isPresent(need))
    .map((need) => need.replace('module:', "kamailio's "));
}

function isPresent(need) {
  if (need.startsWith('module:')) {
    const file = need.slice('module:'.length);

    return MODULE_FOLDERS.some((folder) => existsSync(join(folder, file)));
  }

  return COMMAND_FOLDERS.some((folder) => folder !== '' && existsSync(join(folder, need)));
}

function hasDebianPackages() {
  // Ubuntu names its packages the same way, and says ID_LIKE=debian.
  return (
    existsSync('/usr/bin/apt-get') &&
    existsSync('/etc/os-release') &&
    /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function aptGet(args) {
  const { status } = spawnSync('apt-get', ['-q', '-o', 'Dpkg::Use-Pty=0', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

  return status === 0;
}

/** Runs `act` while no package may start its service, and puts back the machine's own policy. */
function withoutServiceStarts(act) {
  // Ctrl-C must end apt-get, not this process before the policy is back in place.
  const outlive = () => undefined;

  process.on('SIGINT', outlive);

  const own = existsSync(POLICY)
    ? { text: readFileSync(POLICY), mode: statSync(POLICY).mode & 0o7777 }
    : null;

  try {
    writeFileSync(POLICY, '#!/bin/sh\nexit 101\n');
    chmodSync(POLICY, 0o755);

    return act();
  } finally {
    if (own === null) {
      rmSync(POLICY, { force: true });
    } else {
      writeFileSync(POLICY, own.text);
      chmodSync(POLICY, own.mode);
    }

    process.off('SIGINT', outlive);
  }
}

/** What was installed for tests alone must not listen on the network after the next boot. */
function keepServicesOffAtBoot(packages) {
  const services = ['kamailio', 'rtpengine-daemon'].filter((name) => packages.includes(name));

  if (services.length > 0 && isPresent('systemctl')) {
    spawnSync('systemctl', ['disable', ...services], { stdio: 'ignore' });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = installInteropPrograms();

  console.log(result.ready ? 'The interop bed is ready: nothing is missing.' : result.why);
  process.exitCode = result.ready ? 0 : 1;
}
