import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../controls/icon';
import { useWords, type WordKey } from '../words/words';

/** What the switches need of the browser. A switch is on while Chrome allows what it is for. */
export interface ReachActions {
  readonly isAllowed: (permission: ReachPermission) => Promise<boolean>;
  /** False when it was refused. */
  readonly allow: (permission: ReachPermission) => Promise<boolean>;
  readonly disallow: (permission: ReachPermission) => Promise<unknown>;
  readonly watch: (onChange: () => void) => () => void;
}

type ReachPermission = 'background' | 'power';

const WORDS = {
  background: { label: 'reachBackground', help: 'reachBackgroundHelp' },
  power: { label: 'reachAwake', help: 'reachAwakeHelp' },
} as const satisfies Record<ReachPermission, { label: WordKey; help: WordKey }>;

/** What Chrome does for calls beyond what it does for any page, as far as the user wants it. */
export function ReachSection({ reach }: { reach: ReachActions }) {
  return (
    <div class="fields">
      <ReachSwitch permission="background" reach={reach} />
      <ReachSwitch permission="power" reach={reach} />
    </div>
  );
}

interface ReachSwitchProps {
  readonly permission: ReachPermission;
  readonly reach: ReachActions;
}

function ReachSwitch({ permission, reach }: ReachSwitchProps) {
  const t = useWords();
  const { isOn, isRefused, change } = usePermission(permission, reach);
  const { label, help } = WORDS[permission];
  const id = `reach-${permission}`;

  return (
    <div class="field check">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={`${id}-help ${id}-refused`}
          onChange={({ currentTarget }) => {
            const wanted = currentTarget.checked;

            // It shows what Chrome allows, and that has not changed yet.
            currentTarget.checked = isOn;
            change(wanted);
          }}
        />
        <span>{t(label)}</span>
      </label>
      <p class="field-help" id={`${id}-help`}>
        {t(help)}
      </p>
      <p class="field-error" id={`${id}-refused`} role="alert">
        {isRefused && (
          <>
            <Icon name="warning" small />
            <span>{t('reachRefused')}</span>
          </>
        )}
      </p>
    </div>
  );
}

function usePermission(permission: ReachPermission, reach: ReachActions) {
  const [isOn, setIsOn] = useState(false);
  const [isRefused, setIsRefused] = useState(false);

  useEffect(() => {
    const look = (): void => {
      reach.isAllowed(permission).then(setIsOn, () => {
        setIsOn(false);
      });
    };

    look();

    return reach.watch(look);
  }, [permission, reach]);

  const change = (wanted: boolean): void => {
    setIsRefused(false);
    // In the click itself: Chrome asks nobody later.
    (wanted ? reach.allow(permission) : reach.disallow(permission).then(() => true)).then(
      (isDone) => {
        setIsRefused(!isDone);
      },
      () => {
        setIsRefused(true);
      },
    );
  };

  return { isOn, isRefused, change };
}
