import { createHash, webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import {
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A certificate for loopback that no authority signed. */
export interface Certificate {
  readonly certificateFile: string;
  readonly keyFile: string;
  /** Base64 of SHA-256 of the public key: what Chromium wants to accept this one certificate. */
  readonly spkiSha256: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Makes a key and its self-signed certificate in `folder`. Node alone can read one, not make one. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const crypto = webcrypto as unknown as Crypto; // The same API; only the types have two names.
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=localhost',
      notBefore: new Date(Date.now() - DAY_MS),
      notAfter: new Date(Date.now() + 2 * DAY_MS),
      keys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new SubjectAlternativeNameExtension([
          { type: 'dns', value: 'localhost' },
          { type: 'ip', value: '127.0.0.1' },
        ]),
      ],
    },
    crypto,
  );
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  const spki = await crypto.subtle.exportKey('spki', keys.publicKey);
  const certificateFile = join(folder, 'certificate.pem');
  const keyFile = join(folder, 'key.pem');

  writeFileSync(certificateFile, certificate.toString('pem'));
  writeFileSync(keyFile, PemConverter.encode(key, PemConverter.PrivateKeyTag));

  return {
    certificateFile,
    keyFile,
    spkiSha256: createHash('sha256').update(Buffer.from(spki)).digest('base64'),
  };
}
