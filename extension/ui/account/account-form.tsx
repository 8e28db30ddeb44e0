import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../../src/account/account';
import {
  EMPTY_FORM,
  formOf,
  type AccountField,
  type AccountForm,
} from '../../../src/account/account-form';
import { parseAccount, type AccountErrors } from '../../../src/account/parse-account';
import type { ServerFinding } from '../../../src/account/server-probe';
import type { FailedProbe } from '../../../src/phone/registration/failed-probe';
import { AccountFields, AdvancedFields } from './account-fields';
import { AccountResult, type TestResult } from './account-result';
import { useRequest } from '../controls/use-request';
import { useWords } from '../words/words';

/** What the account form may ask for. */
export interface AccountActions {
  /** Registers once at each server with these data; null when all went well. */
  readonly test: (account: Account) => Promise<FailedProbe | null>;
  readonly save: (account: Account) => Promise<unknown>;
  /** Looks closer at a server that cannot be connected to; null when the user does not allow it. */
  readonly findOutWhy: (server: string) => Promise<ServerFinding | null>;
}

interface AccountSectionProps {
  /** What is stored; the form starts with it. */
  readonly account: Account | null;
  readonly actions: AccountActions;
}

const ADVANCED: readonly AccountField[] = [
  'furtherServers',
  'loginName',
  'outboundProxy',
  'stunServer',
  'turnServer',
  'turnUser',
  'turnPassword',
  'expires',
  'dtmfMethod',
  'dtmfTone',
  'dtmfGap',
];

/** The account as a form. Nothing typed is lost, whatever the test says. */
export function AccountSection({ account, actions }: AccountSectionProps) {
  const t = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<AccountForm>(account === null ? EMPTY_FORM : formOf(account));
  const [errors, setErrors] = useState<AccountErrors>({});
  const [result, setResult] = useState<TestResult>({ state: 'none' });
  const [attempts, setAttempts] = useState(0);
  const { refusal, request } = useRequest();
  const testing = result.state === 'testing';

  // After a try that found errors, the first of them is where the user goes on.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);

  const edit = (field: AccountField, text: string) => {
    setTyped({ ...typed, [field]: text });
    setErrors(Object.fromEntries(Object.entries(errors).filter(([wrong]) => wrong !== field)));
    setResult({ state: 'none' });
  };
  const save = async (saved: Account, tested: boolean) => {
    const done = await request(() => actions.save(saved));

    if (done) {
      setTyped(formOf(saved));
    }
    setResult(done ? { state: 'saved', tested } : { state: 'none' });
  };
  const testAndSave = async () => {
    const parsed = parseAccount(typed, account?.profile);

    setErrors(parsed.ok ? {} : parsed.errors);
    setAttempts(attempts + 1);
    if (!parsed.ok) {
      setResult({ state: 'invalid' });

      return;
    }
    setResult({ state: 'testing' });

    const answer: { failed: FailedProbe | null } = { failed: null };
    const answered = await request(async () => {
      answer.failed = await actions.test(parsed.account);
    });

    if (!answered) {
      setResult({ state: 'none' });
    } else if (answer.failed !== null) {
      setResult({ state: 'failed', failed: answer.failed, account: parsed.account });
    } else {
      await save(parsed.account, true);
    }
  };

  return (
    <form
      ref={form}
      class="account-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!testing) {
          void testAndSave(); // What goes wrong is shown below.
        }
      }}
    >
      <AccountFields typed={typed} errors={errors} onEdit={edit} />
      <AdvancedFields
        hasErrors={ADVANCED.some((field) => errors[field] !== undefined)}
        typed={typed}
        errors={errors}
        onEdit={edit}
      />
      <div class="actions">
        <button type="submit" class="button call" aria-disabled={testing}>
          {t(testing ? 'accountTesting' : 'accountSave')}
        </button>
      </div>
      <AccountResult
        result={result}
        refusal={refusal}
        findOutWhy={actions.findOutWhy}
        onSaveAnyway={(untested) => void save(untested, false)} // As above.
      />
    </form>
  );
}
