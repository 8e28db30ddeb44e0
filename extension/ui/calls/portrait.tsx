import { Icon } from '../controls/icon';
import type { Party } from '../words/party';
import { useWords } from '../words/words';

/** A round picture of the other party: initials, as there is no photograph. */
export function Portrait({ party, ringing = false }: { party: Party; ringing?: boolean }) {
  return (
    <div class={ringing ? 'portrait ringing' : 'portrait'} aria-hidden="true">
      {party.initials ?? <Icon name="person" />}
    </div>
  );
}

/** The name of the other party, the number behind it, and by whose way they came. */
export function PartyLines({ party }: { party: Party }) {
  const t = useWords();

  return (
    <>
      <h2 class="party-name">
        <bdi>{party.name}</bdi>
      </h2>
      {party.number !== null && (
        <p class="party-number">
          <bdi>{party.number}</bdi>
        </p>
      )}
      {party.via !== null && (
        <p class="party-via">
          <bdi>{t('partyVia', party.via)}</bdi>
        </p>
      )}
    </>
  );
}
