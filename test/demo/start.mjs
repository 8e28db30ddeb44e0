/**
 * `npm start`, from a fresh clone on: installs what is missing, then hands over to demo.ts.
 * Plain Node without dependencies, because there may be none yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options }).status ?? 1;
}

function installPackages() {
  if (existsSync(join(ROOT, 'node_modules/.package-lock.json'))) {
    return 0;
  }
  console.log('Installing packages (npm ci)...');

  // On Windows npm is a script, which only a shell can run.
  return run('npm', ['ci', '--include=dev'], { shell: process.platform === 'win32' });
}

// Ctrl-C is for the demo, which closes its browser and PBX before it ends.
process.on('SIGINT', () => undefined);
process.exitCode =
  installPackages() ||
  run(process.execPath, ['--import', 'tsx', 'test/demo/demo.ts', ...process.argv.slice(2)]);
