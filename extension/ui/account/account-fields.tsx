import { useEffect, useState } from 'preact/hooks';
import type { DtmfMethod } from '../../../src/account/account';
import type { AccountField, AccountForm } from '../../../src/account/account-form';
import type { AccountErrors } from '../../../src/account/parse-account';
import { parseFurtherServers } from '../../../src/account/parse-further-servers';
import { Field } from '../controls/field';
import { Icon } from '../controls/icon';
import { PasswordInput } from '../controls/password-input';
import { useWords, type WordKey } from '../words/words';
import { PROBLEM_WORDS, SYSTEM_WORDS } from '../words/wording';

const DTMF_WORDS: Readonly<Record<DtmfMethod, WordKey>> = {
  rfc4733: 'accountDtmfRfc4733',
  info: 'accountDtmfInfo',
};

interface FieldsProps {
  readonly typed: AccountForm;
  readonly errors: AccountErrors;
  readonly onEdit: (field: AccountField, text: string) => void;
}

/** What everybody must fill in. */
export function AccountFields(props: FieldsProps) {
  return (
    <>
      <TextField {...props} field="displayName" label="accountName" help="accountNameHelp" />
      <TextField {...props} field="address" label="accountAddress" help="accountAddressHelp" code />
      <TextField
        {...props}
        field="password"
        label="accountPassword"
        help="accountPasswordHelp"
        secret
      />
      <TextField {...props} field="server" label="accountServer" help="accountServerHelp" code />
      <SelectField
        {...props}
        field="phoneSystem"
        label="accountSystem"
        help="accountSystemHelp"
        options={SYSTEM_WORDS}
      />
    </>
  );
}

/** What most people never need; opens by itself when something in it is wrong. */
export function AdvancedFields({ hasErrors, ...props }: FieldsProps & { hasErrors: boolean }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);

  // Correcting the last error must not close it under the user's hands.
  useEffect(() => {
    if (hasErrors) {
      setOpen(true);
    }
  }, [hasErrors]);

  return (
    <details
      class="details advanced"
      open={isOpen || hasErrors}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        {t('accountAdvanced')}
        <Icon name="more" small />
      </summary>
      <div class="fields">
        <p class="field-help">{t('accountAdvancedHelp')}</p>
        <ServerListField {...props} />
        <TextField
          {...props}
          field="loginName"
          label="accountLoginName"
          help="accountLoginNameHelp"
          code
        />
        <TextField
          {...props}
          field="outboundProxy"
          label="accountProxy"
          help="accountProxyHelp"
          code
        />
        <TextField {...props} field="stunServer" label="accountStun" help="accountStunHelp" code />
        <TextField {...props} field="turnServer" label="accountTurn" help="accountTurnHelp" code />
        <div class="field-pair">
          <TextField {...props} field="turnUser" label="accountTurnUser" help={null} code />
          <TextField
            {...props}
            field="turnPassword"
            label="accountTurnPassword"
            help={null}
            secret
          />
        </div>
        <TextField
          {...props}
          field="expires"
          label="accountExpires"
          help="accountExpiresHelp"
          number
        />
        <SelectField
          {...props}
          field="dtmfMethod"
          label="accountDtmf"
          help="accountDtmfHelp"
          options={DTMF_WORDS}
        />
        <div class="field-pair">
          <TextField {...props} field="dtmfTone" label="accountDtmfTone" help={null} number />
          <TextField {...props} field="dtmfGap" label="accountDtmfGap" help={null} number />
        </div>
        <p class="field-help">{t('accountDtmfPaceHelp')}</p>
      </div>
    </details>
  );
}

/** A text and not rows: such a list is pasted as it came, and put in order by moving lines. */
function ServerListField({ typed, errors, onEdit }: FieldsProps) {
  const t = useWords();
  const text = typed.furtherServers;
  const problem = errors.furtherServers;
  const parsed = parseFurtherServers(text);
  const line = 'line' in parsed ? parsed.line : null;
  const words = problem === undefined ? null : t(PROBLEM_WORDS[problem]);

  return (
    <Field
      label={t('accountFurtherServers')}
      help={t('accountFurtherServersHelp')}
      error={words === null || line === null ? words : t('accountFurtherServersLine', line, words)}
    >
      {(control) => (
        <textarea
          {...control}
          name="furtherServers"
          value={text}
          rows={2}
          dir="ltr" // Addresses are never mirrored.
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={({ currentTarget: { value } }) => {
            onEdit('furtherServers', value);
          }}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps extends FieldsProps {
  readonly field: AccountField;
  readonly label: WordKey;
  readonly help: WordKey;
  /** What can be chosen, and its words. */
  readonly options: Readonly<Record<string, WordKey>>;
}

function SelectField({ field, label, help, options, typed, errors, onEdit }: SelectFieldProps) {
  const t = useWords();
  const problem = errors[field];

  return (
    <Field
      label={t(label)}
      help={t(help)}
      error={problem === undefined ? null : t(PROBLEM_WORDS[problem])}
    >
      {(control) => (
        <select
          {...control}
          name={field}
          value={typed[field]}
          onChange={(event) => {
            onEdit(field, event.currentTarget.value);
          }}
        >
          {Object.entries(options).map(([value, word]) => (
            <option key={value} value={value}>
              {t(word)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface TextFieldProps extends FieldsProps {
  readonly field: AccountField;
  readonly label: WordKey;
  readonly help: WordKey | null;
  /** An address or name for machines: no capitals, no spelling. */
  readonly code?: boolean;
  readonly secret?: boolean;
  readonly number?: boolean;
}

function TextField({ field, label, help, code, secret, number, ...form }: TextFieldProps) {
  const t = useWords();
  const problem = form.errors[field];
  const properties = {
    name: field,
    value: form.typed[field],
    onInput: (event: { currentTarget: HTMLInputElement }) => {
      form.onEdit(field, event.currentTarget.value);
    },
  };

  return (
    <Field
      label={t(label)}
      help={help === null ? '' : t(help)}
      error={problem === undefined ? null : t(PROBLEM_WORDS[problem])}
    >
      {(control) =>
        secret === true ? (
          <PasswordInput {...control} {...properties} />
        ) : (
          <input
            {...control}
            {...properties}
            type="text"
            dir={code === true || number === true ? 'ltr' : undefined} // Addresses are never mirrored.
            class={number === true ? 'short' : ''}
            inputMode={number === true ? 'numeric' : undefined}
            autocomplete="off"
            autocapitalize={code === true ? 'off' : 'words'}
            spellcheck={false}
          />
        )
      }
    </Field>
  );
}
