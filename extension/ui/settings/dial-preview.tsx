import { useId, useState } from 'preact/hooks';
import type { DialRules } from '../../../src/account/dial-rules';
import { byDialRules } from '../../../src/number/by-dial-rules';
import { dialledText, type Dialling } from '../../../src/number/wire-uri';
import { samplesFor } from './dial-samples';
import { useWords } from '../words/words';

interface DialPreviewProps {
  readonly country: string;
  readonly rules: DialRules;
}

/** What the phone system gets, for numbers of every kind and for one of the user's own. */
export function DialPreview({ country, rules }: DialPreviewProps) {
  const t = useWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const dialling: Dialling = (digits) => byDialRules(digits, country, rules);
  const own = typed.trim() === '' ? null : dialledText(typed, country, dialling);

  return (
    <section class="dial-preview" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('previewTitle')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('previewNumber')}</th>
            <th scope="col">{t('previewDialled')}</th>
          </tr>
        </thead>
        <tbody>
          {samplesFor(country, rules.extensionDigits).map(({ word, number }) => (
            <tr key={word}>
              <th scope="row">
                <bdi>{number}</bdi>
                <span class="field-help">{t(word)}</span>
              </th>
              <td>
                <bdi>{dialledText(number, country, dialling)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="field">
        <label for={`${id}-own`}>{t('previewOwn')}</label>
        <input
          id={`${id}-own`}
          type="text"
          inputMode="tel"
          autocomplete="off"
          spellcheck={false}
          maxLength={256}
          aria-describedby={`${id}-result`}
          value={typed}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
        />
        <p class="dial-result" id={`${id}-result`} role="status">
          {typed.trim() !== '' &&
            (own === null ? t('previewNothing') : t('previewOwnDialled', own))}
        </p>
      </div>
    </section>
  );
}
