import { useId, useState } from 'preact/hooks';
import type { ParkedCall } from '../../../src/phone/parked';
import type { AccountView } from '../../../src/protocol/snapshot';
import { Act } from '../controls/act';
import type { PhoneActions } from '../phone/actions';
import { partyOf } from '../words/party';
import { Refusal } from '../controls/refusal';
import { useRequest } from '../controls/use-request';
import { useWords } from '../words/words';

interface ParkedCallsProps {
  readonly parked: readonly ParkedCall[];
  readonly account: AccountView | null;
  readonly country: string;
  readonly actions: PhoneActions;
}

/** The calls that wait in the phone system, each with the way to take it up again. */
export function ParkedCalls({ parked, ...props }: ParkedCallsProps) {
  const t = useWords();

  return parked.length === 0 ? null : (
    <ul class="other-calls" aria-label={t('parkedTitle')}>
      {parked.map((call) => (
        <Parked key={call.id} parked={call} {...props} />
      ))}
    </ul>
  );
}

function Parked({
  parked,
  account,
  country,
  actions,
}: Omit<ParkedCallsProps, 'parked'> & { parked: ParkedCall }) {
  const t = useWords();
  const id = useId();
  const { refusal, request } = useRequest();
  const [typed, setTyped] = useState('');
  const { name } = partyOf(parked.remote, country, t);
  const retrieve = account?.profile.retrieve ?? null;
  // With a code of its own the place may be needless; without one it is all there is to dial.
  const asksPlace = parked.place === null && retrieve !== null;
  const lacksPlace = asksPlace && retrieve.prefix === '' && typed.trim() === '';

  return (
    <li class="card compact-card">
      <p class="compact-name">
        <bdi>{name}</bdi>
      </p>
      <p class="compact-state">
        {parked.place === null ? t('parkedSomewhere') : t('parkedAt', parked.place)}
      </p>
      <div class="compact-buttons">
        {retrieve !== null && (
          <form
            class="parked-form"
            onSubmit={(event) => {
              event.preventDefault();
              void request(() => actions.retrieve(parked.id, asksPlace ? typed : null)); // Its refusal is shown below.
            }}
          >
            {asksPlace && (
              <>
                <label class="visually-hidden" for={id}>
                  {t('parkedPlaceOf', name)}
                </label>
                <input
                  id={id}
                  type="text"
                  inputMode="tel"
                  autocomplete="off"
                  maxLength={16}
                  placeholder={t('parkedPlace')}
                  value={typed}
                  onInput={(event) => {
                    setTyped(event.currentTarget.value);
                  }}
                />
              </>
            )}
            <button
              type="submit"
              class="button"
              disabled={lacksPlace || parked.retrievedBy !== null}
              title={lacksPlace ? t('parkedNoPlace') : undefined}
            >
              {t('parkedRetrieve')}
            </button>
          </form>
        )}
        <Act
          icon="close"
          label={t('parkedForget', name)}
          onClick={() => void request(() => actions.forget(parked.id))} // As above.
        />
      </div>
      {refusal !== null && <Refusal code={refusal} />}
    </li>
  );
}
