/** Whose calls are answered without the user's hand, where their phone system asks for it. */
export interface AutoAnswerRules {
  readonly isOn: boolean;
  /** Numbers or addresses, as `callerKey` writes them, the newest at the end. */
  readonly callers: readonly string[];
}

/** Nobody is answered by itself before the user says so. */
export const DEFAULT_AUTO_ANSWER: AutoAnswerRules = { isOn: false, callers: [] };

/** More than an office where somebody speaks to somebody at once. */
export const MOST_ANSWERED_CALLERS = 50;

const CALLER = /^[A-Za-z0-9*#_.!~+&=$,/-]{1,64}(?:@[a-z0-9_.[\]:-]{1,255})?$/;

/** One form for all writings of a caller: `+1 (212) 555-0100`, `sip:bob@PBX.test`. Null for none. */
export function callerKey(text: string): string | null {
  const [user = '', ...host] = text
    .trim()
    .replace(/^(?:sips?|tel):/i, '')
    .split('@');
  const number = user.replace(/[\s().-]/g, '');
  const key = [
    /^\+?\d+$/.test(number) ? number : user,
    ...host.map((name) => name.toLowerCase()),
  ].join('@');

  return CALLER.test(key) ? key : null;
}

/** True for a caller of the list: by address where the list names one, else by number or user. */
export function isAnsweredCaller(uri: string, { callers }: AutoAnswerRules): boolean {
  const key = callerKey(uri);

  return key !== null && (callers.includes(key) || callers.includes(key.replace(/@.*/, '')));
}

/** Rules from storage: callers that are none are dropped, and nothing is on by mistake. */
export function parseAutoAnswer(stored: unknown): AutoAnswerRules {
  if (typeof stored !== 'object' || stored === null) {
    return DEFAULT_AUTO_ANSWER;
  }
  const own = (key: keyof AutoAnswerRules): unknown =>
    Object.hasOwn(stored, key) ? Reflect.get(stored, key) : undefined;
  const callers = own('callers');
  const keys = (Array.isArray(callers) ? callers : [])
    .map((caller: unknown) => (typeof caller === 'string' ? callerKey(caller) : null))
    .filter((key) => key !== null);

  return { isOn: own('isOn') === true, callers: [...new Set(keys)].slice(-MOST_ANSWERED_CALLERS) };
}
