import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate for loopback that no authority signed, made for one bed. */
export interface Certificate {
  readonly certificateFile: string;
  readonly keyFile: string;
  /** Base64 of SHA-256 of the public key: what Chromium wants to accept this one certificate. */
  readonly spkiSha256: string;
}

/** Makes a key and its self-signed certificate in `folder`. */
export function makeCertificate(folder: string): Certificate {
  const certificateFile = join(folder, 'certificate.pem');
  const keyFile = join(folder, 'key.pem');

  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
      ...['-keyout', keyFile, '-out', certificateFile],
    ],
    { stdio: 'pipe' },
  );

  const { publicKey } = new X509Certificate(readFileSync(certificateFile));
  const spki = publicKey.export({ type: 'spki', format: 'der' });

  return {
    certificateFile,
    keyFile,
    spkiSha256: createHash('sha256').update(spki).digest('base64'),
  };
}
