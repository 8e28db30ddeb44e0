import type { Profile } from '../../../src/account/profile';
import type { Supervision } from '../../../src/phone/by-profile';
import { Icon, type IconName } from './icon';
import { useWords, type WordKey } from '../words/words';

const WAYS: readonly {
  readonly how: Supervision;
  readonly word: WordKey;
  readonly hint: WordKey;
  readonly icon: IconName;
}[] = [
  { how: 'monitor', word: 'listenIn', hint: 'featureMonitorHelp', icon: 'speaker' },
  { how: 'whisper', word: 'whisper', hint: 'featureWhisperHelp', icon: 'microphone' },
  { how: 'barge', word: 'joinIn', hint: 'featureBargeHelp', icon: 'merge' },
];

interface ListenInProps {
  readonly profile: Profile | null;
  /** What stands in the field. */
  readonly typed: string;
  readonly onPick: (how: Supervision, extension: string) => void;
}

/** For supervisors: what can be done with the calls of the extension that was typed. */
export function ListenIn({ profile, typed, onPick }: ListenInProps) {
  const t = useWords();
  const extension = typed.trim();
  const ways = WAYS.filter(({ how }) => (profile?.[how] ?? null) !== null);

  // Longer ones are numbers outside, whose calls nobody can hear.
  return ways.length === 0 || !/^\d{2,6}$/.test(extension) ? null : (
    <div class="listen-in" role="group" aria-label={t('listenInTitle', extension)}>
      {ways.map(({ how, word, hint, icon }) => (
        <button
          key={how}
          type="button"
          class="button quiet"
          title={t(hint)}
          onClick={() => {
            onPick(how, extension);
          }}
        >
          <Icon name={icon} small />
          {t(word)}
        </button>
      ))}
    </div>
  );
}
