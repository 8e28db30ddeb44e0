import { useEffect, useRef } from 'preact/hooks';
import type { Call, DtmfHeard } from '../../../src/call/call';
import { dtmfIn } from '../../../src/call/dtmf';
import { DialPad } from '../dial/dial-pad';
import { Icon } from '../controls/icon';
import { hasModifier, isTyping } from '../controls/shortcuts';
import { useWords } from '../words/words';

interface DtmfPadProps {
  readonly dtmf: DtmfHeard;
  readonly padShown: boolean;
  readonly onKey: (key: string) => void;
}

/** The digits of a call, and the keys that send more; the keyboard's digits do so too. */
export function DtmfPad({ dtmf, padShown, onKey }: DtmfPadProps) {
  const t = useWords();
  const press = useRef(onKey);

  press.current = onKey;
  useEffect(() => {
    if (!padShown) {
      return undefined;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (/^[0-9*#]$/.test(event.key) && !isTyping(event) && !hasModifier(event)) {
        event.preventDefault();
        press.current(event.key);
      }
    };

    const onPaste = (event: ClipboardEvent) => {
      const tones = dtmfIn(event.clipboardData?.getData('text') ?? '');

      if (tones !== null && !isTyping(event)) {
        event.preventDefault();
        press.current(tones);
      }
    };

    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('paste', onPaste);

    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('paste', onPaste);
    };
  }, [padShown]);

  return (
    <div class="dtmf">
      <dl class="dtmf-digits">
        {dtmf.sent !== '' && <Digits word={t('callSent')} digits={dtmf.sent} />}
        {dtmf.received !== '' && <Digits word={t('callReceived')} digits={dtmf.received} />}
      </dl>
      {padShown && dtmf.sent === '' && dtmf.received === '' && (
        <p class="call-hint dtmf-hint">{t('callPasteHint')}</p>
      )}
      {padShown && <DialPad onKey={onKey} />}
    </div>
  );
}

/** On a call's card: keys that were pressed and, as far as is known, not heard. */
export function LostDigits({ call }: { call: Call }) {
  const t = useWords();

  return call.lostDigits === '' ? null : (
    <p class="call-news failed" role="alert">
      <Icon name="warning" small />
      <span>{t('callDigitsLost', call.lostDigits.slice(-20))}</span>
    </p>
  );
}

function Digits({ word, digits }: { word: string; digits: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        {/* Long strings keep their end in sight: the last digit is the one just pressed. */}
        <bdi>{digits.slice(-20)}</bdi>
      </dd>
    </div>
  );
}
