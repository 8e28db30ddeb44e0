import type { Account } from '../../src/account/account';
import type { RegistrationFailure } from '../../src/phone/registration';
import type { FailureCode } from '../../src/protocol/envelope';
import { Icon } from './icon';
import { Notice } from './notice';
import { Refusal } from './refusal';
import { ResponseDetails } from './response-details';
import { useWords } from './words';
import { REGISTRATION_WORDS } from './wording';

/** How far testing and saving the account has come. */
export type TestResult =
  | { readonly state: 'none' }
  | { readonly state: 'invalid' }
  | { readonly state: 'testing' }
  | {
      readonly state: 'failed';
      readonly failure: RegistrationFailure;
      readonly account: Account;
    }
  | { readonly state: 'saved'; readonly tested: boolean };

interface AccountResultProps {
  readonly result: TestResult;
  readonly refusal: FailureCode | null;
  readonly onSaveAnyway: (account: Account) => void;
}

/** What came of the test, in words, and what to do about it. */
export function AccountResult({ result, refusal, onSaveAnyway }: AccountResultProps) {
  return (
    <div class="account-result">
      <div aria-live="polite">
        <Outcome result={result} onSaveAnyway={onSaveAnyway} />
      </div>
      <Refusal code={refusal} />
    </div>
  );
}

function Outcome({ result, onSaveAnyway }: Omit<AccountResultProps, 'refusal'>) {
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
        <Notice icon="warning" title={t(REGISTRATION_WORDS[result.failure.code].what)} trouble>
          <p>{t(REGISTRATION_WORDS[result.failure.code].help)}</p>
          <p>{t('accountNotSaved')}</p>
          <div class="actions">
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                onSaveAnyway(result.account);
              }}
            >
              {t('accountSaveAnyway')}
            </button>
          </div>
          {result.failure.response !== null && (
            <ResponseDetails response={result.failure.response} />
          )}
        </Notice>
      );
  }
}
