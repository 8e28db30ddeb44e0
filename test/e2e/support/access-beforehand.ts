import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_DIR, ExtensionBrowser } from './extension-browser';
import type { LaunchOptions } from './launch-browser';

/** The part of a manifest that asks for access. */
interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
}

/**
 * A browser whose user has allowed Offhook to look at these hosts: nobody can press Chrome's
 * question for it in a browser without a screen. An extension that required access and then wants
 * it no more keeps it as if it had been allowed, and can give it back; from then on it runs with
 * the manifest that ships.
 */
export async function launchWithAccess(
  hosts: readonly string[],
  options: LaunchOptions = {},
): Promise<ExtensionBrowser> {
  const extensionDir = mkdtempSync(join(tmpdir(), 'offhook-access-'));
  const file = join(extensionDir, 'manifest.json');

  cpSync(EXTENSION_DIR, extensionDir, { recursive: true });

  const shipped = readFileSync(file, 'utf8');
  const manifest = JSON.parse(shipped) as Manifest; // The build made it.

  writeFileSync(
    file,
    JSON.stringify({
      ...manifest,
      permissions: [...manifest.permissions, ...manifest.optional_permissions],
      host_permissions: hosts.map((host) => `*://${host}/*`),
    }),
  );

  const browser = await ExtensionBrowser.launch({ ...options, extensionDir });

  browser.browser.process()?.once('exit', () => {
    rmSync(extensionDir, { recursive: true, force: true });
  });
  writeFileSync(file, shipped);
  await browser.browser.installExtension(extensionDir);

  return browser;
}
