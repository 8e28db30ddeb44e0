/** Keeps the keys of a card in it: Tab goes through its buttons, and out of it at either end. */
export function handleKeys(
  root: ShadowRoot,
  buttons: readonly HTMLElement[],
  leave: () => void,
): void {
  for (const type of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(type, (event) => {
      event.stopPropagation(); // The page's own keys are not meant.
      if (event instanceof KeyboardEvent && type === 'keydown') {
        keyed(event);
      }
    });
  }

  function keyed(event: KeyboardEvent): void {
    const open = buttons.filter((button) => button.closest('[hidden]') === null);
    const at = open.findIndex((button) => button === root.activeElement);

    if (event.repeat && event.key !== 'Tab') {
      event.preventDefault(); // A key that is held down means one press.
    } else if (event.key === 'Tab') {
      const next = open[at + (event.shiftKey ? -1 : 1)];

      event.preventDefault();
      if (next === undefined) {
        leave();
      } else {
        next.focus();
      }
    }
  }
}
