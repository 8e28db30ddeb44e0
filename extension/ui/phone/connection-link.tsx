import { useWords } from '../words/words';

/** Leads to the page that says how the connection is, and why. */
export function ConnectionLink({ open }: { open: () => Promise<unknown> }) {
  const t = useWords();

  return (
    <button
      type="button"
      class="button text"
      onClick={() => void open()} // A tab that does not open shows itself.
    >
      {t('connectionOpen')}
    </button>
  );
}
