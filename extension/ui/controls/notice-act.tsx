import { Refusal } from './refusal';
import { useRequest } from './use-request';

interface NoticeActProps {
  readonly word: string;
  readonly act: () => Promise<unknown>;
  /** What most will want. */
  readonly main?: boolean;
  readonly text?: boolean;
  readonly disabled?: boolean;
}

/** The way out of what a notice says. */
export function NoticeAct({
  word,
  act,
  main = false,
  text = false,
  disabled = false,
}: NoticeActProps) {
  const { refusal, request } = useRequest();

  return (
    <>
      <button
        type="button"
        class={main ? 'button call' : text ? 'button text' : 'button quiet'}
        aria-disabled={disabled} // A disabled one would lose the focus.
        onClick={() => {
          if (!disabled) {
            void request(act); // Its refusal is shown beside.
          }
        }}
      >
        {word}
      </button>
      {refusal !== null && <Refusal code={refusal} />}
    </>
  );
}
