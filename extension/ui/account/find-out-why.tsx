import { useState } from 'preact/hooks';
import type { ServerFinding } from '../../../src/account/server-probe';
import type { FailureCode } from '../../../src/protocol/envelope';
import { useRequest } from '../controls/use-request';
import { useWords } from '../words/words';

/** Looks closer at a server; null when the user does not allow it. */
export type FindOutWhy = (server: string) => Promise<ServerFinding | null>;

/** How far finding out why has come. */
export type Inquiry =
  | { readonly state: 'none' | 'looking' | 'refused' }
  | { readonly state: 'found'; readonly finding: ServerFinding };

/** A browser tells why a server can't be reached only when it may ask, and only by a click. */
export function useInquiry(
  server: string,
  findOutWhy: FindOutWhy,
): {
  readonly inquiry: Inquiry;
  readonly refusal: FailureCode | null;
  readonly find: () => Promise<void>;
} {
  const [inquiry, setInquiry] = useState<Inquiry>({ state: 'none' });
  const { refusal, request } = useRequest();

  const find = async () => {
    let next: Inquiry = { state: 'none' };

    setInquiry({ state: 'looking' });
    await request(async () => {
      const finding = await findOutWhy(server);

      next = finding === null ? { state: 'refused' } : { state: 'found', finding };
    });
    setInquiry(next);
  };

  return { inquiry, refusal, find };
}

/** What the browser will ask, or that the user said no. */
export function InquiryHint({ inquiry, server }: { inquiry: Inquiry; server: string }) {
  const t = useWords();

  return (
    <p>
      {inquiry.state === 'refused'
        ? t('findOutWhyRefused')
        : t('findOutWhyHint', new URL(server).hostname)}
    </p>
  );
}

interface InquiryButtonProps {
  readonly inquiry: Inquiry;
  readonly find: () => Promise<void>;
}

/** Keeps the focus while it looks: a disabled button would lose it. */
export function InquiryButton({ inquiry, find }: InquiryButtonProps) {
  const t = useWords();
  const isLooking = inquiry.state === 'looking';

  return (
    <button
      type="button"
      class="button quiet"
      aria-disabled={isLooking}
      onClick={() => {
        if (!isLooking) {
          void find(); // What goes wrong is shown beside.
        }
      }}
    >
      {t(isLooking ? 'findingOutWhy' : 'findOutWhy')}
    </button>
  );
}
