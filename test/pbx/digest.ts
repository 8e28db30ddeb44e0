import { createHash, randomBytes } from 'node:crypto';

/** Digest algorithms of RFC 8760 that the PBX can ask for. */
export type DigestAlgorithm = 'MD5' | 'SHA-256';

/** How a request's credentials compare with what the PBX knows. */
export type DigestVerdict = 'missing' | 'stale' | 'wrong' | 'right';

const HASH_OF: Readonly<Record<DigestAlgorithm, string>> = { MD5: 'md5', 'SHA-256': 'sha256' };

/** Hash of a text, in hexadecimal. */
export function digestHash(algorithm: DigestAlgorithm, text: string): string {
  return createHash(HASH_OF[algorithm]).update(text).digest('hex');
}

/** The `response` of RFC 7616 section 3.4.1 for quality of protection "auth". */
function digestResponse(parts: {
  readonly algorithm: DigestAlgorithm;
  readonly user: string;
  readonly password: string;
  readonly realm: string;
  readonly method: string;
  readonly uri: string;
  readonly nonce: string;
  readonly nc: string;
  readonly cnonce: string;
}): string {
  const hash = (text: string): string => digestHash(parts.algorithm, text);
  const ha1 = hash(`${parts.user}:${parts.realm}:${parts.password}`);
  const ha2 = hash(`${parts.method}:${parts.uri}`);
  return hash(`${ha1}:${parts.nonce}:${parts.nc}:${parts.cnonce}:auth:${ha2}`);
}

/** Parameters of an Authorization header, or null when it is not a Digest one. */
export function parseDigest(header: string): Readonly<Record<string, string>> | null {
  const rest = /^\s*Digest\s+(.*)$/is.exec(header)?.[1];
  if (rest === undefined) {
    return null;
  }
  const found: Record<string, string> = {};
  for (const [, name = '', quoted, bare] of rest.matchAll(
    /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g,
  )) {
    found[name.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
  }
  return found;
}

/** Gives out nonces and checks the answers to them. */
export class DigestServer {
  readonly #realm: string;
  readonly #algorithms: readonly DigestAlgorithm[];
  readonly #nonces = new Set<string>();

  constructor(realm: string, algorithms: readonly DigestAlgorithm[]) {
    this.#realm = realm;
    this.#algorithms = algorithms;
  }

  /** One challenge for each algorithm, the first being the one preferred (RFC 8760 section 2.4). */
  challenges(stale: boolean): readonly string[] {
    return this.#algorithms.map((algorithm) => {
      const nonce = randomBytes(16).toString('hex');
      this.#nonces.add(nonce);
      const suffix = stale ? ', stale=true' : '';
      return `Digest realm="${this.#realm}", nonce="${nonce}", algorithm=${algorithm}, qop="auth"${suffix}`;
    });
  }

  /** Makes every nonce given out so far stale, as if the server had been restarted. */
  forgetNonces(): void {
    this.#nonces.clear();
  }

  verdict(
    header: string | undefined,
    method: string,
    login: { readonly user: string; readonly password: string } | null,
  ): DigestVerdict {
    const given = header === undefined ? null : parseDigest(header);
    if (given === null) {
      return 'missing';
    }
    const algorithm = this.#algorithms.find(
      (known) => known.toLowerCase() === (given.algorithm ?? 'MD5').toLowerCase(),
    );
    if (algorithm === undefined || login === null || given.realm !== this.#realm) {
      return 'wrong';
    }
    const nonce = given.nonce ?? '';
    const expected = digestResponse({
      algorithm,
      user: login.user,
      password: login.password,
      realm: this.#realm,
      method,
      uri: given.uri ?? '',
      nonce,
      nc: given.nc ?? '',
      cnonce: given.cnonce ?? '',
    });
    if (given.username !== login.user || given.qop !== 'auth' || given.response !== expected) {
      return 'wrong';
    }
    return this.#nonces.has(nonce) ? 'right' : 'stale';
  }
}
