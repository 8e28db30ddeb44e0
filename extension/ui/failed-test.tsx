import { useEffect, useRef, useState } from 'preact/hooks';
import type { ServerFinding } from '../../src/account/server-probe';
import type { RegistrationFailure } from '../../src/phone/registration';
import { Notice } from './notice';
import { Refusal } from './refusal';
import { Details, ResponseDetails } from './response-details';
import { useRequest } from './use-request';
import { useWords } from './words';
import { REGISTRATION_WORDS, SERVER_WORDS } from './wording';

/** Looks closer at a server; null when the user does not allow it. */
export type FindOutWhy = (server: string) => Promise<ServerFinding | null>;

/** How far finding out why has come. */
type Inquiry =
  | { readonly state: 'none' | 'looking' | 'refused' }
  | { readonly state: 'found'; readonly finding: ServerFinding };

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
  const [inquiry, setInquiry] = useState<Inquiry>({ state: 'none' });
  const { refusal, request } = useRequest();
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

  const find = async () => {
    let next: Inquiry = { state: 'none' };

    setInquiry({ state: 'looking' });
    await request(async () => {
      const finding = await findOutWhy(server);

      next = finding === null ? { state: 'refused' } : { state: 'found', finding };
    });
    setInquiry(next);
  };

  return (
    <div ref={box} tabIndex={-1}>
      <Notice icon="warning" title={t(words.what)} trouble>
        {isOneOfSeveral && <p>{t('failureAtServer', server)}</p>}
        <p>{t(words.help)}</p>
        <p>{t('accountNotSaved')}</p>
        {canAsk && (
          <p>
            {inquiry.state === 'refused'
              ? t('findOutWhyRefused')
              : t('findOutWhyHint', new URL(server).hostname)}
          </p>
        )}
        <div class="actions">
          {canAsk && (
            <button
              type="button"
              class="button quiet"
              aria-disabled={inquiry.state === 'looking'}
              onClick={() => {
                if (inquiry.state !== 'looking') {
                  void find(); // What goes wrong is shown below.
                }
              }}
            >
              {t(inquiry.state === 'looking' ? 'findingOutWhy' : 'findOutWhy')}
            </button>
          )}
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
