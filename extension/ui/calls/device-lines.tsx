import type { ComponentChildren } from 'preact';
import { isRingingIn, type Call } from '../../../src/call/call';
import { standIns, type DeviceNews } from '../../../src/phone/devices/device-news';
import type { Devices, MicrophoneTrouble } from '../../../src/phone/devices/devices';
import { Icon, type IconName } from '../controls/icon';
import { useSurroundings, useWords, type WordKey } from '../words/words';

interface DeviceLinesProps {
  readonly call: Call;
  readonly devices: Devices;
  /** The page that can ask for the microphone. */
  readonly openWelcome: () => Promise<unknown>;
  readonly run: (ask: () => Promise<unknown>) => void;
}

/** Why nobody hears the user in a call. */
const TROUBLE_WORDS: Readonly<Record<MicrophoneTrouble, WordKey>> = {
  blocked: 'deviceBlocked',
  'not-asked': 'deviceNotAsked',
  'blocked-by-system': 'deviceBlockedBySystem',
  missing: 'deviceMissing',
  taken: 'deviceTaken',
  muted: 'deviceMuted',
};

/** The same before the user answers, as far as it is known then. */
const RINGING_WORDS: Partial<Record<MicrophoneTrouble, WordKey>> = {
  blocked: 'deviceBlockedRinging',
  'not-asked': 'deviceNotAskedRinging',
  missing: 'deviceMissingRinging',
};

/** What can be mended where the browser asks for the microphone. */
const MENDING_WORDS: Partial<Record<MicrophoneTrouble, WordKey>> = {
  blocked: 'deviceUnblock',
  'not-asked': 'noticeMicrophoneAction',
  'blocked-by-system': 'noticeBlockedAction',
};

/** On a call's card: what the user speaks and hears through, wherever it is not as it should be. */
export function DeviceLines({ call, devices, openWelcome, run }: DeviceLinesProps) {
  const t = useWords();
  const namesOf = useNames();
  const { trouble } = devices.microphone;
  const word = trouble && (isRingingIn(call) ? RINGING_WORDS : TROUBLE_WORDS)[trouble];
  const mending = trouble && MENDING_WORDS[trouble];

  return (
    <div class="device-lines" aria-live="polite">
      {word && (
        <Line icon="microphone-off" text={t(word)} isTrouble>
          {mending && (
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                run(openWelcome);
              }}
            >
              {t(mending)}
            </button>
          )}
        </Line>
      )}
      {devices.speaker.isMissing && <Line icon="speaker" text={t('deviceNoSpeaker')} isTrouble />}
      {standIns(devices).map(({ name, why, inUse }) => (
        <Line
          key={`${why} ${name ?? ''}`}
          icon="device-change"
          text={t(
            why === 'unplugged' ? 'deviceUnplugged' : 'deviceInOtherHands',
            name ?? t('deviceChosen'),
            namesOf(inUse),
          )}
        />
      ))}
      {devices.news.map((news) => (
        <Line key={JSON.stringify(news)} icon="check" text={newsText(news)} />
      ))}
    </div>
  );

  function newsText(news: DeviceNews): string {
    switch (news.type) {
      case 'back':
        return t('deviceBack', news.name ?? t('deviceChosen'));
      case 'heard':
        return t('deviceHeard');
      case 'unplugged':
        return t('deviceUnplugged', news.name, namesOf(news.inUse));
      case 'now-using':
        return t('deviceNowUsing', namesOf(news.inUse));
    }
  }
}

/** Names in one sentence; of those that nobody knows it says that they are the system's choice. */
function useNames(): (names: readonly (string | null)[]) => string {
  const { t, locale } = useSurroundings();

  return (names) =>
    new Intl.ListFormat(locale).format(names.map((name) => name ?? t('deviceSystemDefault')));
}

interface LineProps {
  readonly icon: IconName;
  readonly text: string;
  readonly isTrouble?: boolean;
  readonly children?: ComponentChildren;
}

function Line({ icon, text, isTrouble = false, children }: LineProps) {
  return (
    <div class={isTrouble ? 'call-news failed' : 'call-news'}>
      <Icon name={icon} small />
      <div class="call-news-words">
        <p>{text}</p>
        {children}
      </div>
    </div>
  );
}
