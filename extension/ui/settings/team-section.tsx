import { useState } from 'preact/hooks';
import {
  colleagueProblem,
  LONGEST_COLLEAGUE,
  MOST_COLLEAGUES,
  withMoved,
  type Colleague,
  type ColleagueProblem,
} from '../../../src/account/team';
import { Field } from '../controls/field';
import { Icon } from '../controls/icon';
import { IconButton } from '../controls/icon-button';
import { memberName } from '../team/team-words';
import { useWords, type WordKey } from '../words/words';

interface TeamSectionProps {
  readonly team: readonly Colleague[];
  readonly onChange: (team: readonly Colleague[]) => void;
}

const PROBLEM_WORDS: Readonly<Record<ColleagueProblem, WordKey>> = {
  'number-missing': 'teamNumberMissing',
  'number-invalid': 'teamNumberInvalid',
  'already-there': 'teamAlreadyThere',
};

const NOBODY: Colleague = { number: '', name: '' };

/** Whose phones are watched: who is added, called otherwise, moved or left out. */
export function TeamSection({ team, onChange }: TeamSectionProps) {
  const t = useWords();

  return (
    <div class="fields">
      {team.length > 0 && (
        <ol class="team-edit" aria-label={t('teamTitle')}>
          {team.map((colleague, index) => (
            <ColleagueRow
              key={colleague.number}
              colleague={colleague}
              isFirst={index === 0}
              isLast={index === team.length - 1}
              onRename={(name) => {
                onChange(
                  team.map((other) => (other === colleague ? { ...colleague, name } : other)),
                );
              }}
              onMove={(places) => {
                onChange(withMoved(team, colleague.number, places));
              }}
              onRemove={() => {
                onChange(team.filter((other) => other !== colleague));
              }}
            />
          ))}
        </ol>
      )}
      {team.length < MOST_COLLEAGUES ? (
        <NewColleague
          team={team}
          onAdd={(colleague) => {
            onChange([...team, colleague]);
          }}
        />
      ) : (
        <p class="field-help">{t('teamFull', String(MOST_COLLEAGUES))}</p>
      )}
    </div>
  );
}

interface ColleagueRowProps {
  readonly colleague: Colleague;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onRename: (name: string) => void;
  readonly onMove: (places: number) => void;
  readonly onRemove: () => void;
}

function ColleagueRow({
  colleague,
  isFirst,
  isLast,
  onRename,
  onMove,
  onRemove,
}: ColleagueRowProps) {
  const t = useWords();
  const name = memberName(colleague);

  return (
    <li class="team-edit-row">
      <input
        type="text"
        aria-label={t('teamNameOf', colleague.number)}
        placeholder={t('teamName')}
        autocomplete="off"
        maxLength={LONGEST_COLLEAGUE}
        value={colleague.name}
        onChange={({ currentTarget: { value } }) => {
          onRename(value.trim());
        }}
      />
      <bdi class="team-edit-number">{colleague.number}</bdi>
      <IconButton
        icon="more"
        small
        name={t('teamMoveUp', name)}
        hint={t('teamUp')}
        look="up"
        disabled={isFirst}
        onClick={() => {
          onMove(-1);
        }}
      />
      <IconButton
        icon="more"
        small
        name={t('teamMoveDown', name)}
        hint={t('teamDown')}
        disabled={isLast}
        onClick={() => {
          onMove(1);
        }}
      />
      <IconButton
        icon="close"
        small
        name={t('removeNamed', name)}
        hint={t('remove')}
        onClick={onRemove}
      />
    </li>
  );
}

interface NewColleagueProps {
  readonly team: readonly Colleague[];
  readonly onAdd: (colleague: Colleague) => void;
}

function NewColleague({ team, onAdd }: NewColleagueProps) {
  const t = useWords();
  const [typed, setTyped] = useState(NOBODY);
  const [problem, setProblem] = useState<ColleagueProblem | null>(null);

  return (
    <form
      class="team-new"
      onSubmit={(event) => {
        event.preventDefault();
        const found = colleagueProblem(typed, team);

        setProblem(found);
        if (found === null) {
          onAdd({ number: typed.number.trim(), name: typed.name.trim() });
          setTyped(NOBODY);
        }
      }}
    >
      <ColleagueField
        label={t('teamNumber')}
        help={t('teamNumberHelp')}
        error={problem && t(PROBLEM_WORDS[problem])}
        value={typed.number}
        onType={(number) => {
          setProblem(null);
          setTyped({ ...typed, number });
        }}
      />
      <ColleagueField
        label={t('teamName')}
        help={t('teamNameHelp')}
        value={typed.name}
        onType={(name) => {
          setTyped({ ...typed, name });
        }}
      />
      <button type="submit" class="button quiet">
        <Icon name="add" small />
        {t('teamAdd')}
      </button>
    </form>
  );
}

interface ColleagueFieldProps {
  readonly label: string;
  readonly help: string;
  readonly error?: string | null;
  readonly value: string;
  readonly onType: (value: string) => void;
}

function ColleagueField({ label, help, error = null, value, onType }: ColleagueFieldProps) {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <input
          {...control}
          type="text"
          autocomplete="off"
          maxLength={LONGEST_COLLEAGUE}
          value={value}
          onInput={({ currentTarget }) => {
            onType(currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}
