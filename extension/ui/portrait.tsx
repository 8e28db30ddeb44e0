import { Icon } from './icon';
import type { Party } from './party';

/** A round picture of the other party: initials, as there is no photograph. */
export function Portrait({ party, ringing = false }: { party: Party; ringing?: boolean }) {
  return (
    <div class={ringing ? 'portrait ringing' : 'portrait'} aria-hidden="true">
      {party.initials ?? <Icon name="person" />}
    </div>
  );
}

/** The name of the other party, and the number behind it. */
export function PartyLines({ party }: { party: Party }) {
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
    </>
  );
}
