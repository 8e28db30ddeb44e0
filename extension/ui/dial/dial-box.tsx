import { useLayoutEffect, useState } from 'preact/hooks';
import type { OutgoingRules, Shown } from '../../../src/account/outgoing';
import type { Profile } from '../../../src/account/profile';
import type { Supervision } from '../../../src/phone/by-profile';
import { DialPad } from './dial-pad';
import { Icon } from '../controls/icon';
import { ListenIn } from '../controls/listen-in';
import { NumberField } from './number-field';
import { ShownAs } from './shown-as';
import { useRequest } from '../controls/use-request';
import { useTyped } from './use-typed';
import { useWords } from '../words/words';

interface DialBoxProps {
  readonly country: string;
  /** Comes back when Call is pressed on an empty field, as on every telephone. */
  readonly lastDialled: string | null;
  readonly padAtFirst: boolean;
  readonly outgoing: OutgoingRules;
  /** Whether the phone system has a way to hide the user's number. */
  readonly canHide: boolean;
  readonly onDial: (target: string, shown?: Shown) => Promise<unknown>;
  /** What supervisors can do with the calls of an extension. */
  readonly profile?: Profile | null;
  readonly onListen?: (how: Supervision, extension: string) => Promise<unknown>;
}

/** Where a number or address is typed and called. */
export function DialBox({
  country,
  lastDialled,
  padAtFirst,
  outgoing,
  canHide,
  onDial,
  profile = null,
  onListen,
}: DialBoxProps) {
  const t = useWords();
  const [padShown, setPadShown] = useState(padAtFirst);
  // For this call; the next one shows again what the settings say.
  const [chosen, setChosen] = useState<Shown | null>(null);
  const [emptyCall, setEmptyCall] = useState(false);
  const { refusal, request, forget } = useRequest();
  const field = useTyped(country, () => {
    forget();
    setEmptyCall(false);
  });

  // Typing starts at once, but what stands above must stay in sight.
  useLayoutEffect(() => {
    field.input.current?.focus({ preventScroll: true });
  }, [field.input]);

  const call = async () => {
    const target = field.typed.text.trim();

    if (target === '') {
      const last = lastDialled ?? '';

      field.set(last);
      setEmptyCall(last === '');
      field.input.current?.focus();
    } else if (await request(() => (chosen === null ? onDial(target) : onDial(target, chosen)))) {
      field.set('');
      setChosen(null);
    } else {
      field.input.current?.focus();
    }
  };

  return (
    <form
      class="dial-box"
      onSubmit={(event) => {
        event.preventDefault();
        void call(); // Its refusal is shown below the field.
      }}
    >
      <NumberField
        label={t('dialLabel')}
        field={field}
        refusal={refusal}
        missing={emptyCall ? 'dialEmpty' : null}
      >
        <button
          type="button"
          class="icon-button"
          aria-expanded={padShown}
          aria-label={t(padShown ? 'dialHidePad' : 'dialShowPad')}
          title={t(padShown ? 'dialHidePad' : 'dialShowPad')}
          onClick={() => {
            setPadShown(!padShown);
          }}
        >
          <Icon name="keypad" />
        </button>
      </NumberField>
      {padShown && <DialPad plus onKey={field.insert} />}
      <button type="submit" class="button call wide">
        <Icon name="phone" />
        {t('dialCall')}
      </button>
      <ShownAs
        rules={outgoing}
        canHide={canHide}
        shown={chosen ?? outgoing.shown}
        onChange={setChosen}
      />
      {onListen !== undefined && (
        <ListenIn
          profile={profile}
          typed={field.typed.text}
          onPick={(how, extension) => {
            // Its refusal is shown below the field.
            void request(() => onListen(how, extension)).then((isDone) => {
              if (isDone) {
                field.set('');
              }
            });
          }}
        />
      )}
    </form>
  );
}
