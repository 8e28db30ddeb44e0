import { isRingingIn, type Call } from '../../../src/call/call';
import { standIns, type DeviceNews } from '../../../src/phone/devices/device-news';
import type { Devices, MicrophoneTrouble } from '../../../src/phone/devices/devices';
import { NewsLine } from './news-line';
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
    <>
      {/* Somebody talks to nobody, and should know at once. */}
      <div class="device-lines" role="alert">
        {word && (
          <NewsLine icon="microphone-off" what={t(word)} isTrouble>
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
          </NewsLine>
        )}
        {devices.speaker.isMissing && (
          <NewsLine icon="speaker" what={t('deviceNoSpeaker')} isTrouble />
        )}
      </div>
      <div class="device-lines" aria-live="polite">
        {standIns(devices).map(({ name, why, inUse }) => (
          <NewsLine
            key={`${why} ${name ?? ''}`}
            icon="device-change"
            what={t(
              why === 'unplugged' ? 'deviceUnplugged' : 'deviceInOtherHands',
              name ?? t('deviceChosen'),
              namesOf(inUse),
            )}
          />
        ))}
        {devices.news.map((news) => (
          <NewsLine key={JSON.stringify(news)} icon="check" what={newsText(news)} />
        ))}
      </div>
    </>
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
