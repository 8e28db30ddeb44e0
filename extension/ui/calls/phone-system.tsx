import { useState } from 'preact/hooks';
import { canAsk, type Service } from '../../../src/call/service';
import type { Call } from '../../../src/call/call';
import type { CallDeed, MoreEntry } from './call-deed';
import { CallNews } from './call-news';
import { DeedButton } from './deed-button';
import { partyOf } from '../words/party';
import { KEYS } from '../controls/shortcuts';
import { TargetForm } from '../dial/target-form';
import { useWords, type Words } from '../words/words';

/** Leaves the call where a colleague can take it up. */
export const parkCall: MoreEntry = {
  isOffered: ({ call, account }) =>
    call.state === 'established' && (account?.profile.park ?? null) !== null,
  Entry: ({ call, send, close }: CallDeed) => {
    const t = useWords();

    return (
      <DeedButton
        icon="park"
        word={t('park')}
        hint={t('parkHint')}
        shortcut={KEYS.park}
        reason={canAsk(call) ? null : t('notWhileAsking')}
        onClick={() => {
          send({ type: 'park' });
          close();
        }}
      />
    );
  },
};

/** Goes on with the call at another phone of the user's. */
export const flipCall: MoreEntry = {
  isOffered: ({ call, account }) =>
    call.state === 'established' && (account?.profile.flip ?? null) !== null,
  Entry: Flip,
};

function Flip({ call, account, country, actions, send, close }: CallDeed) {
  const t = useWords();
  const [isAsking, setIsAsking] = useState(false);

  return isAsking ? (
    <TargetForm
      label={t('flipTarget')}
      country={country}
      history={[]}
      except={call.remote.uri}
      deeds={[
        {
          word: t('flipNow'),
          icon: 'elsewhere',
          act: (target) => actions.command(call.id, { type: 'flip', target }),
        },
      ]}
      done={close}
    />
  ) : (
    <DeedButton
      icon="elsewhere"
      word={t('flip')}
      hint={t('flipHint')}
      reason={canAsk(call) ? null : t('notWhileAsking')}
      onClick={() => {
        // Only one phone system asks which phone; the others know it by their code.
        if (account?.profile.flip?.by === 'ringcentral') {
          setIsAsking(true);
        } else {
          send({ type: 'flip', target: '' });
          close();
        }
      }}
    />
  );
}

interface ServiceNewsProps {
  readonly call: Call;
  readonly country: string;
}

/** What the phone system makes of what it was asked; said aloud, a failure until it is read. */
export function ServiceNews({ call, country }: ServiceNewsProps) {
  const t = useWords();
  const [read, setRead] = useState<Service | null>(null);
  const { service } = call;
  const text = service === null ? null : serviceText(service, call, country, t);

  return (
    <div aria-live="polite">
      {text !== null && service !== read && (
        <CallNews
          icon={service?.name === 'park' ? 'park' : 'elsewhere'}
          text={text}
          hasFailed={service?.state === 'failed'}
          onRead={() => {
            setRead(service);
          }}
        />
      )}
    </div>
  );
}

function serviceText(service: Service, call: Call, country: string, t: Words): string | null {
  const { name, state, place, why } = service;
  const party = partyOf(call.remote, country, t).name;
  const reason = why === null ? '' : ` ${t('serviceWhy', why)}`;

  switch (name) {
    case 'park':
      return state === 'asked'
        ? t('parking')
        : state === 'failed'
          ? `${t('parkFailed', party)}${reason}`
          : null;
    case 'flip': {
      const phone = partyOf({ uri: place ?? '', displayName: null }, country, t).name;

      return state === 'asked'
        ? t('flipping', phone)
        : state === 'failed'
          ? `${t('flipFailed', party)}${reason}`
          : t('flipDone', phone);
    }
    case 'move':
      return t('moveRefused');
  }
}
