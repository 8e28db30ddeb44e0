import browser from 'webextension-polyfill';
import { isRecorded } from '../../src/call/recording';
import { displayNumber } from '../../src/number/display';
import type { Badge, ToolbarState } from '../../src/phone/alerts';
import { words } from '../browser/words';

interface Look {
  readonly icon: string;
  /** Shown on the badge where no missed call is counted: state is never told by colour alone. */
  readonly mark: string;
  readonly colour: string;
}

const LOOKS: Record<ToolbarState, Look> = {
  ringing: { icon: 'icon-ringing', mark: '☎', colour: '#0b7a5b' },
  'in-call': { icon: 'icon-in-call', mark: '●', colour: '#0b7a5b' },
  unregistered: { icon: 'icon-unregistered', mark: '!', colour: '#6b7280' },
  missed: { icon: 'icon-missed', mark: '', colour: '#c62828' },
  voicemail: { icon: 'icon', mark: '✉', colour: '#0b7a5b' },
  idle: { icon: 'icon', mark: '', colour: '#0b7a5b' },
};

/** Whoever looks at the toolbar must see that what is said is kept. */
const RECORDING: Look = { icon: 'icon-in-call', mark: 'REC', colour: '#c62828' };

const SIZES = [16, 32, 48] as const;

/** Makes the toolbar icon say this. Setting what is there already changes nothing. */
export async function showBadge(badge: Badge, country: string): Promise<void> {
  const look = isRecording(badge) ? RECORDING : LOOKS[badge.state];

  await Promise.all([
    browser.action.setIcon({
      path: Object.fromEntries(
        SIZES.map((size) => [size, browser.runtime.getURL(`icons/${look.icon}-${size}.png`)]),
      ),
    }),
    browser.action.setTitle({ title: titleOf(badge, country) }),
    browser.action.setBadgeText({ text: badge.state === 'missed' ? `${badge.missed}` : look.mark }),
    browser.action.setBadgeBackgroundColor({ color: look.colour }),
  ]);
}

function isRecording({ state, calls }: Badge): boolean {
  return state === 'in-call' && calls.some(isRecorded);
}

function titleOf(badge: Badge, country: string): string {
  const title = stateTitle(badge, country);
  const { newMessages } = badge.voicemail ?? {};

  // Those the user has not heard must not be hidden by what is more urgent.
  return badge.voicemail === null || badge.state === 'ringing'
    ? title
    : `${title}\n${voicemailWords(newMessages ?? null)}`;
}

function voicemailWords(count: number | null): string {
  return count === null
    ? words('voicemailSome')
    : count === 1
      ? words('voicemailOne')
      : words('voicemailMany', `${count}`);
}

function stateTitle(badge: Badge, country: string): string {
  const { state, missed, calls } = badge;
  const [first] = calls;
  const name =
    first === undefined
      ? ''
      : (first.remote.displayName ?? displayNumber(first.remote.uri, country));

  switch (state) {
    case 'ringing':
      return words('titleRinging', name);
    case 'in-call':
      if (isRecording(badge)) {
        return calls.length === 1
          ? words('titleRecording', name)
          : words('titleRecordingCalls', `${calls.length}`);
      }
      return calls.length === 1
        ? words('titleInCall', name)
        : words('titleInCalls', `${calls.length}`);
    case 'unregistered':
      return words('titleNotRegistered');
    case 'missed':
      return missed === 1 ? words('titleMissedOne') : words('titleMissed', `${missed}`);
    case 'voicemail':
    case 'idle':
      return words('titleReady');
  }
}
