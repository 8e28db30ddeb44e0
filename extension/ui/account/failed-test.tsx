import { useEffect, useRef } from 'preact/hooks';
import type { RegistrationFailure } from '../../../src/phone/registration/registration';
import { InquiryButton, InquiryHint, useInquiry, type FindOutWhy } from './find-out-why';
import { Notice } from '../controls/notice';
import { Refusal } from '../controls/refusal';
import { Details, ResponseDetails } from '../controls/response-details';
import { useWords } from '../words/words';
import { REGISTRATION_WORDS, SERVER_WORDS } from '../words/wording';

interface FailedTestProps {
  readonly failure: RegistrationFailure;
  readonly server: string;
  /** Whether to say at which server it failed. */
  readonly isOneOfSeveral: boolean;
  readonly findOutWhy: FindOutWhy;
  readonly onSaveAnyway: () => void;
}

/** Why the account does not work and what to do; what nobody knows yet can be found out. */
export function FailedTest({
  failure,
  server,
  isOneOfSeveral,
  findOutWhy,
  onSaveAnyway,
}: FailedTestProps) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { inquiry, refusal, find } = useInquiry(server, findOutWhy);
  const words =
    inquiry.state === 'found'
      ? SERVER_WORDS[inquiry.finding.trouble]
      : REGISTRATION_WORDS[failure.code];
  const canAsk = failure.code === 'no-connection' && inquiry.state !== 'found';

  // The button that had the focus is gone: the user goes on where the answer stands.
  useEffect(() => {
    if (inquiry.state === 'found') {
      box.current?.focus();
    }
  }, [inquiry]);

  return (
    <div ref={box} tabIndex={-1}>
      <Notice icon="warning" title={t(words.what)} trouble>
        {isOneOfSeveral && <p>{t('failureAtServer', server)}</p>}
        <p>{t(words.help)}</p>
        <p>{t('accountNotSaved')}</p>
        {canAsk && <InquiryHint inquiry={inquiry} server={server} />}
        <div class="actions">
          {canAsk && <InquiryButton inquiry={inquiry} find={find} />}
          <button type="button" class="button quiet" onClick={onSaveAnyway}>
            {t('accountSaveAnyway')}
          </button>
        </div>
        <Refusal code={refusal} />
        {inquiry.state === 'found' && inquiry.finding.netError !== null && (
          <Details text={inquiry.finding.netError} />
        )}
        {failure.response !== null && <ResponseDetails response={failure.response} />}
      </Notice>
    </div>
  );
}
