import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/words';

/** The keys of a telephone with their letters (ITU-T E.161). */
const KEYS: readonly (readonly [key: string, letters: string])[] = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
];

/** As phones have it. */
const LONG_PRESS_MS = 500;

interface DialPadProps {
  readonly onKey: (key: string) => void;
  /** A long press on 0 gives a plus: wanted in numbers, meaningless during a call. */
  readonly plus?: boolean;
}

/** Twelve keys. They leave the focus where it is, so that typing goes on in the field. */
export function DialPad({ onKey, plus = false }: DialPadProps) {
  const t = useWords();

  return (
    <div class="dial-pad" role="group" aria-label={t('dialPad')}>
      {KEYS.map(([key, letters]) =>
        key === '0' && plus ? (
          <ZeroKey key={key} onKey={onKey} />
        ) : (
          <button
            key={key}
            type="button"
            class="dial-key"
            aria-label={key}
            onPointerDown={keepFocus}
            onClick={() => {
              onKey(key);
            }}
          >
            <span class="dial-digit">{key}</span>
            <span class="dial-letters">{key === '0' ? '' : letters}</span>
          </button>
        ),
      )}
    </div>
  );
}

function ZeroKey({ onKey }: { onKey: (key: string) => void }) {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const wasLong = useRef(false);
  const release = () => {
    clearTimeout(timer.current ?? undefined);
    timer.current = null;
  };
  const press = (event: Event) => {
    keepFocus(event);
    wasLong.current = false;
    timer.current = setTimeout(() => {
      wasLong.current = true;
      onKey('+');
    }, LONG_PRESS_MS);
  };

  useEffect(() => release, []);

  return (
    <button
      type="button"
      class="dial-key"
      aria-label="0"
      onPointerDown={press}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      // A long press is no wish for the context menu, which touch screens open then.
      onContextMenu={(event) => {
        event.preventDefault();
      }}
      onClick={() => {
        release();
        if (!wasLong.current) {
          onKey('0');
        }
        wasLong.current = false;
      }}
    >
      <span class="dial-digit">0</span>
      <span class="dial-letters">+</span>
    </button>
  );
}

/** Chrome moves the focus on mousedown, which follows pointerdown: preventing that keeps it. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
