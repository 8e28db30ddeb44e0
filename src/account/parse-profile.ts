import {
  CALLER_ID_WAYS,
  DEFAULT_PROFILE,
  isCode,
  PRESET_NAMES,
  PRESETS,
  WAYS,
  type CodeName,
  type Feature,
  type Profile,
} from './profile';

const DECLINE_AS = ['declined', 'busy', 'unavailable'] as const;

/** A profile from storage: what is missing or wrong is as its phone system comes out of the box. */
export function parseProfile(stored: unknown): Profile {
  if (typeof stored !== 'object' || stored === null) {
    return DEFAULT_PROFILE;
  }
  const own = (key: keyof Profile): unknown =>
    Object.hasOwn(stored, key) ? Reflect.get(stored, key) : undefined;
  const preset = PRESETS[PRESET_NAMES.find((name) => name === own('preset')) ?? 'generic'];
  const trusts = own('trustsIdentity');
  const rings = own('ringsForCaller');
  const features = FEATURES.filter(
    (feature) => own(feature) === null || isWay(feature, own(feature)),
  ).map((feature) => [feature, wayOf(feature, own(feature))]);

  // What was put together was looked at piece by piece, which the compiler cannot follow.
  return {
    ...preset,
    declineAs: DECLINE_AS.find((as) => as === own('declineAs')) ?? preset.declineAs,
    trustsIdentity: typeof trusts === 'boolean' ? trusts : preset.trustsIdentity,
    ringsForCaller: typeof rings === 'boolean' ? rings : preset.ringsForCaller,
    callerIdBy: CALLER_ID_WAYS.find((by) => by === own('callerIdBy')) ?? preset.callerIdBy,
    ...(Object.fromEntries(features) as Partial<Pick<Profile, Feature>>),
  };
}

/** Every feature, in the order of the table. */
export const FEATURES = Object.keys(WAYS) as Feature[]; // The table's own keys, no others.

/** The codes that a way needs; null when there is no such way. */
export function codesOf(feature: Feature, by: string): readonly CodeName[] | null {
  const ways: Readonly<Record<string, readonly CodeName[]>> = WAYS[feature];

  return Object.hasOwn(ways, by) ? (ways[by] ?? null) : null;
}

function isWay(feature: Feature, stored: unknown): boolean {
  const codes = codesOf(feature, textOf(stored, 'by') ?? '');

  return (
    codes?.every((name) => {
      const code = textOf(stored, name);

      return code !== null && isCode(name, code);
    }) ?? false
  );
}

/** The way alone: nothing else that was stored beside it. */
function wayOf(feature: Feature, stored: unknown): unknown {
  const by = textOf(stored, 'by');

  return by === null
    ? null
    : Object.fromEntries(
        ['by', ...(codesOf(feature, by) ?? [])].map((key) => [key, textOf(stored, key)]),
      );
}

function textOf(value: unknown, key: string): string | null {
  const found: unknown =
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? Reflect.get(value, key)
      : null;

  return typeof found === 'string' ? found : null;
}
