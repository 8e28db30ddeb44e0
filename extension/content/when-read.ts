/**
 * Tells once when the user is through with words beside a number: they click, wherever that is, or
 * press Escape. What is read may cover what they want next.
 */
export function whenRead(
  host: HTMLElement,
  card: HTMLElement,
  isReal: (event: Event) => boolean,
  told: () => void,
): void {
  const stopper = new AbortController();
  const listening = { passive: true, signal: stopper.signal };
  const end = (event: Event): void => {
    if (!host.isConnected) {
      stopper.abort();
    } else if (isReal(event)) {
      stopper.abort();
      told();
    }
  };

  card.addEventListener('click', end, listening);
  window.addEventListener(
    'click',
    (event) => {
      if (event.target !== host) {
        end(event);
      }
    },
    { capture: true, ...listening },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') {
        end(event);
      }
    },
    { capture: true, ...listening },
  );
}
