import type { FailureCode } from '../../../src/protocol/envelope';
import { Icon } from './icon';
import { useWords } from '../words/words';
import { REFUSAL_WORDS } from '../words/wording';

/** Why a request was refused, read aloud as soon as it stands there. */
export function Refusal({ code }: { code: FailureCode | null }) {
  const t = useWords();

  return (
    <p class="field-error" role="alert">
      {code !== null && (
        <>
          <Icon name="warning" small />
          <span>{t(REFUSAL_WORDS[code])}</span>
        </>
      )}
    </p>
  );
}
