import { randomBytes } from 'node:crypto';
import { digestHash, parseDigest } from '../digest';
import type { Instance } from './instance';
import type { Heard } from './sip-text';

/** Who may register, and how. */
export interface RegistrationRules {
  readonly domain: string;
  readonly password: string;
  /** What a registration lasts, whatever was asked for. */
  readonly grantedS: number;
  readonly mostInstances: number;
}

/** RingCentral's registrar: one account, at most so many phones, MD5 without quality of protection. */
export class Registrations {
  readonly #nonces = new Set<string>();
  readonly #rules: RegistrationRules;

  constructor(
    rules: RegistrationRules,
    private readonly instances: ReadonlySet<Instance>,
  ) {
    this.#rules = rules;
  }

  /** The phones that can be reached now. */
  get registered(): readonly Instance[] {
    return [...this.instances].filter(({ isRegistered }) => isRegistered);
  }

  receive(instance: Instance, request: Heard): void {
    instance.respond(request, '100 Trying');
    const client = this.clientOf(request, 'authorization');
    if (client === null) {
      instance.respond(request, '401 Unauthorized', {
        tag: 'rc',
        headers: [`Www-Authenticate: ${this.#challenge()}`],
      });
      return;
    }
    const contact = request.header('contact');
    if (/;expires=0\b/.test(contact) || request.header('expires') === '0') {
      instance.client = null;
      instance.respond(request, '200 OK', { tag: 'rc' });
      return;
    }
    const others = this.registered.filter((other) => other !== instance);
    if (others.length >= this.#rules.mostInstances) {
      instance.respond(request, '603 Too Many Contacts', { tag: 'rc' });
      return;
    }
    instance.client = client;
    instance.contact = request.addressIn('contact');
    const granted = contact.replace(/;expires=\d+/, '');
    instance.respond(request, '200 OK', {
      tag: 'rc',
      headers: [`Contact: ${granted};expires=${String(this.#rules.grantedS)}`],
    });
  }

  /** Asks for the password where an INVITE has none; true when it has the right one. */
  admits(instance: Instance, request: Heard): boolean {
    if (this.clientOf(request, 'proxy-authorization') !== null) {
      return true;
    }
    instance.respond(request, '407 Proxy Authentication Required', {
      tag: 'rc',
      headers: [`Proxy-Authenticate: ${this.#challenge()}`],
    });
    return false;
  }

  /** Which phone a request comes from, by the name in its credentials; null without good ones. */
  clientOf(request: Heard, header: string): string | null {
    const given = parseDigest(request.header(header));
    if (given === null || given.qop !== undefined || !this.#nonces.has(given.nonce ?? '')) {
      return null;
    }
    const { username = '', uri = '', nonce = '' } = given;
    const { domain, password } = this.#rules;
    const ha1 = digestHash('MD5', `${username}:${domain}:${password}`);
    const ha2 = digestHash('MD5', `${request.method}:${uri}`);
    return given.response === digestHash('MD5', `${ha1}:${nonce}:${ha2}`) ? username : null;
  }

  #challenge(): string {
    const nonce = randomBytes(12).toString('base64url');
    this.#nonces.add(nonce);
    return `Digest realm="${this.#rules.domain}", nonce="${nonce}"`;
  }
}
