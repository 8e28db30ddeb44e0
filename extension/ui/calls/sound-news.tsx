import type { Call } from '../../../src/call/call';
import type { CallCommand } from '../../../src/call/command';
import { toldLostSound, type LostSound } from '../../../src/call/lost-sound';
import type { Devices } from '../../../src/phone/devices/devices';
import { Icon, type IconName } from '../controls/icon';
import { NewsLine } from './news-line';
import { partyOf } from '../words/party';
import { useWords, type WordKey } from '../words/words';

/** What is said of lost sound, and what to do about it. */
const NEWS: Readonly<
  Record<LostSound, { readonly icon: IconName; readonly what: WordKey; readonly hint: WordKey }>
> = {
  theirs: { icon: 'warning', what: 'soundLostTheirs', hint: 'soundLostTheirsHint' },
  ours: { icon: 'microphone-off', what: 'soundLostOurs', hint: 'soundLostOursHint' },
  both: { icon: 'warning', what: 'soundLostBoth', hint: 'soundLostBothHint' },
};

/** Whose voice does not get through, in words; null while all is well. */
export function lostSoundWord(call: Call): WordKey | null {
  const lost = toldLostSound(call);

  return lost === null ? null : NEWS[lost].what;
}

interface SoundNewsProps {
  readonly call: Call;
  readonly devices: Devices;
  readonly country: string;
  readonly send: (command: CallCommand) => void;
}

/** On a call's card: who is not heard, until they are; and whether to wait for somebody who is gone. */
export function SoundNews({ call, devices, country, send }: SoundNewsProps) {
  const t = useWords();
  const lost = lostWithoutReason(call, devices);
  const asks = call.asksToHangUp && lost !== null;

  return (
    <>
      <div role="status">
        {lost === null && call.soundsPoor && call.state === 'established' && !call.isCutOff && (
          <p class="sound-poor">
            <Icon name="warning" small />
            {t('soundPoor')}
          </p>
        )}
      </div>
      {/* Somebody talks to nobody, and should know at once. */}
      <div role="alert" class="sound-news">
        {lost !== null && (
          <NewsLine
            icon={NEWS[lost].icon}
            what={t(NEWS[lost].what)}
            hint={
              asks ? t('soundLostAsks', partyOf(call.remote, country, t).name) : t(NEWS[lost].hint)
            }
            isTrouble
          >
            {asks && (
              <button
                type="button"
                class="button quiet"
                onClick={() => {
                  send({ type: 'stay' });
                }}
              >
                {t('soundLostStay')}
              </button>
            )}
          </NewsLine>
        )}
      </div>
    </>
  );
}

/** Lost sound whose cause does not stand on the card already: a server, or a microphone, that is gone. */
function lostWithoutReason(call: Call, { microphone }: Devices): LostSound | null {
  const lost = toldLostSound(call);
  const hasReason = call.isCutOff || (lost === 'ours' && microphone.trouble !== null);

  return hasReason ? null : lost;
}
