import { fakeEvent } from './fake-event';

type Items = Record<string, unknown>;
type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

function isItems(wanted: unknown): wanted is Items {
  return typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted);
}

function keysOf(wanted: string | readonly string[] | Items): readonly string[] {
  return isItems(wanted) ? Object.keys(wanted) : [wanted].flat();
}

/** A `storage` area in memory. It keeps JSON only, as Chrome does. */
export function fakeStorageArea() {
  const items = new Map<string, string>();
  const onChanged = fakeEvent<[Changes]>();
  const valueOf = (key: string): unknown => {
    const stored = items.get(key);

    return stored === undefined ? undefined : (JSON.parse(stored) as unknown);
  };

  function changeTo(key: string, text: string | undefined): Changes {
    const oldValue = valueOf(key);

    if (items.get(key) === text) {
      return {};
    }
    if (text === undefined) {
      items.delete(key);
    } else {
      items.set(key, text);
    }

    return { [key]: { oldValue, newValue: valueOf(key) } };
  }

  function apply(next: readonly (readonly [string, string | undefined])[]): Promise<void> {
    const changes = Object.assign({}, ...next.map(([key, text]) => changeTo(key, text))) as Changes;

    if (Object.keys(changes).length > 0) {
      onChanged.dispatch(changes);
    }

    return Promise.resolve();
  }

  const area = {
    /** Who may read it; null for Chrome's default. */
    accessLevel: null as string | null,
    onChanged,
    get: (wanted?: string | readonly string[] | Items | null): Promise<Items> => {
      const keys = wanted === undefined || wanted === null ? [...items.keys()] : keysOf(wanted);
      const defaults = isItems(wanted) ? wanted : {};
      const found = keys.filter((key) => items.has(key)).map((key) => [key, valueOf(key)] as const);

      return Promise.resolve({ ...defaults, ...Object.fromEntries(found) });
    },
    set: (values: Items) =>
      apply(Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)] as const)),
    remove: (keys: string | readonly string[]) =>
      apply([keys].flat().map((key) => [key, undefined] as const)),
    clear: () => apply([...items.keys()].map((key) => [key, undefined] as const)),
    setAccessLevel: ({ accessLevel }: { accessLevel: string }) => {
      area.accessLevel = accessLevel;

      return Promise.resolve();
    },
  };

  return area;
}
