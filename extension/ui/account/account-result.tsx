import type { Account } from '../../../src/account/account';
import type { FailedProbe } from '../../../src/phone/registration/failed-probe';
import type { FailureCode } from '../../../src/protocol/envelope';
import { FailedTest } from './failed-test';
import type { FindOutWhy } from './find-out-why';
import { Icon } from '../controls/icon';
import { Refusal } from '../controls/refusal';
import { useWords } from '../words/words';

/** How far testing and saving the account has come. */
export type TestResult =
  | { readonly state: 'none' }
  | { readonly state: 'invalid' }
  | { readonly state: 'testing' }
  | {
      readonly state: 'failed';
      readonly failed: FailedProbe;
      readonly account: Account;
    }
  | { readonly state: 'saved'; readonly tested: boolean };

interface AccountResultProps {
  readonly result: TestResult;
  readonly refusal: FailureCode | null;
  readonly findOutWhy: FindOutWhy;
  readonly onSaveAnyway: (account: Account) => void;
}

/** What came of the test, in words, and what to do about it. */
export function AccountResult({ refusal, ...outcome }: AccountResultProps) {
  return (
    <div class="account-result">
      <div aria-live="polite">
        <Outcome {...outcome} />
      </div>
      <Refusal code={refusal} />
    </div>
  );
}

function Outcome({ result, findOutWhy, onSaveAnyway }: Omit<AccountResultProps, 'refusal'>) {
  const t = useWords();

  switch (result.state) {
    case 'none':
      return null;
    case 'testing':
      return <p class="visually-hidden">{t('accountTesting')}</p>;
    case 'invalid':
      return (
        <p class="field-error">
          <Icon name="warning" small />
          <span>{t('accountFixErrors')}</span>
        </p>
      );
    case 'saved':
      return (
        <p class="success">
          <Icon name="ready" />
          <span>{t(result.tested ? 'accountSaved' : 'accountSavedUntested')}</span>
        </p>
      );
    case 'failed':
      return (
        <FailedTest
          {...result.failed}
          isOneOfSeveral={result.account.servers.length > 1}
          findOutWhy={findOutWhy}
          onSaveAnyway={() => {
            onSaveAnyway(result.account);
          }}
        />
      );
  }
}
