/** One sound device, as the browser lists it. */
export interface ListedDevice {
  readonly kind: 'input' | 'output';
  /** Empty, like the name, until the microphone was allowed once. */
  readonly id: string;
  readonly name: string;
  /** The same for what is one piece of hardware, and for the default and what it stands for. */
  readonly groupId: string;
}

/** A device that the user chose. */
export interface WantedDevice {
  readonly id: string;
  /** A second clue: the browser gives a device another id when its own data are cleared. */
  readonly name: string | null;
}

/** The device to be used. */
export interface ChosenDevice {
  /** Null for the system's default. */
  readonly id: string | null;
  /** The name people know it by; null where that is not to be found out. */
  readonly name: string | null;
  /** The wanted one is not there, and the system's default stands in. */
  readonly isAway: boolean;
  /** What the system's default stands for now: another text, another device. */
  readonly defaultIs: string;
}

/** The id by which Chrome lists the system's default beside the device itself. */
const DEFAULT = 'default';
/** The same again on Windows, for calls. */
const COMMUNICATIONS = 'communications';

/** Chrome lists these beside the devices that they stand for. */
export function isAlias({ id }: Pick<ListedDevice, 'id'>): boolean {
  return id === '' || id === DEFAULT || id === COMMUNICATIONS;
}

/** The wanted device if it is there, by its id or else by its name; if not, the system's default. */
export function chooseDevice(
  kind: ListedDevice['kind'],
  wanted: WantedDevice | null,
  list: readonly ListedDevice[] | null,
): ChosenDevice {
  const devices = (list ?? []).filter((device) => device.kind === kind);
  const system = systemDefault(devices);

  if (wanted === null) {
    return { id: null, isAway: false, ...system };
  }
  // Before it is told, or as long as it is kept from us, what is there: the user's word counts.
  if (list === null || devices.some(({ id }) => id === '')) {
    return { id: wanted.id, isAway: false, ...system, name: shownName(wanted.name ?? '') };
  }
  const found = findDevice(wanted, devices);

  return found === null
    ? { id: null, isAway: true, ...system }
    : { id: found.id, isAway: false, ...system, name: shownName(found.name) };
}

/** The device that was chosen once, among those of its kind; null where it is not there. */
export function findDevice<Device extends Pick<ListedDevice, 'id' | 'name'>>(
  { id, name }: WantedDevice,
  devices: readonly Device[],
): Device | null {
  const real = devices.filter((device) => !isAlias(device));

  return (
    real.find((device) => device.id === id) ??
    real.find((device) => device.name !== '' && device.name === name) ??
    null
  );
}

/** A device's name without the numbers that Chrome adds for machines: `(0b0e:2481)`. */
export function shownName(name: string): string | null {
  return name.replace(/ \([0-9a-f]{4}:[0-9a-f]{4}\)$/i, '') || null;
}

function systemDefault(devices: readonly ListedDevice[]): Pick<ChosenDevice, 'name' | 'defaultIs'> {
  const alias = devices.find(({ id }) => id === DEFAULT);
  const real = devices.filter((device) => !isAlias(device));
  // Chrome calls it "Default - NAME", in the browser's language; on Linux just "Default".
  const behind =
    real.find(({ name }) => name !== '' && alias?.name.endsWith(name) === true) ??
    only(real.filter(({ groupId }) => groupId !== '' && groupId === alias?.groupId)) ??
    only(real);

  return {
    name: behind === null ? null : shownName(behind.name),
    defaultIs: alias === undefined ? '' : `${alias.groupId} ${alias.name}`,
  };
}

function only(devices: readonly ListedDevice[]): ListedDevice | null {
  return devices.length === 1 ? (devices[0] ?? null) : null;
}
