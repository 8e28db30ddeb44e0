import { render, type ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { SurroundingsProvider } from '../../extension/ui/words/words';
import { NOW_MS } from './ui-preview/phone-states';
import { englishWords } from './ui-preview/words';

/** A view on a page, seen and touched as a user would: by words, not by structure. */
export class Screen {
  nowMs = NOW_MS;
  readonly #root = document.createElement('div');

  constructor() {
    document.body.replaceChildren(this.#root);
  }

  /** Shows a view, or the same view with other data. */
  async show(view: ComponentChildren): Promise<void> {
    await this.do(() => {
      render(
        <SurroundingsProvider t={englishWords} nowMs={() => this.nowMs} locale="en-US">
          {view}
        </SurroundingsProvider>,
        this.#root,
      );
    });
  }

  /** Takes the view off the page, as closing the popup does. */
  async leave(): Promise<void> {
    await this.do(() => {
      render(null, this.#root);
    });
  }

  /** All the words that can be seen. */
  get text(): string {
    const seen = this.#root.cloneNode(true) as HTMLElement; // A clone of an element is one.

    for (const hidden of seen.querySelectorAll('.visually-hidden')) {
      hidden.remove();
    }

    return seen.textContent.replace(/\s+/g, ' ').trim();
  }

  /** What a screen reader says of the calls. */
  get announced(): readonly string[] {
    return this.all('[role="log"] p').map((line) => line.textContent);
  }

  all(selector: string): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(selector)];
  }

  one(selector: string): HTMLElement {
    const [found, ...more] = this.all(selector);

    if (found === undefined || more.length > 0) {
      throw new Error(`${String(more.length + (found ? 1 : 0))} of ${selector} in: ${this.text}`);
    }

    return found;
  }

  /** The names of the buttons, in the order of the Tab key. */
  get buttons(): readonly string[] {
    return this.all('button').map(nameOf);
  }

  button(name: string): HTMLButtonElement {
    const found = this.all('button').find((button) => nameOf(button) === name);

    if (found === undefined) {
      throw new Error(`no button "${name}" among: ${this.buttons.join(', ')}`);
    }

    return found as HTMLButtonElement; // The selector says so.
  }

  async press(name: string): Promise<void> {
    await this.do(() => {
      this.button(name).click();
    });
  }

  /** The control that a label belongs to. */
  field(label: string): HTMLInputElement {
    const found = this.all('label').find((element) => element.textContent.trim() === label);
    const control =
      found?.querySelector('input') ??
      document.getElementById(found?.getAttribute('for') ?? 'nothing');

    if (control === null) {
      throw new Error(`no field "${label}"`);
    }

    return control as HTMLInputElement; // Or a select, which has a value as well.
  }

  /** Puts a text into a field as typing does, the caret behind it. */
  async type(label: string, text: string): Promise<void> {
    await this.edit(label, text, text.length, 'insertText');
  }

  async edit(label: string, text: string, caret: number, inputType: string): Promise<void> {
    const field = this.field(label);

    await this.do(() => {
      field.focus();
      field.value = text;
      field.setSelectionRange(caret, caret);
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }));
    });
  }

  async choose(label: string, value: string): Promise<void> {
    const field = this.field(label);

    await this.do(() => {
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  /** The words that `aria-describedby` ties to a field: its error and its help. */
  describedBy(label: string): string {
    const ids = this.field(label).getAttribute('aria-describedby')?.split(' ') ?? [];

    return ids
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .filter((words) => words !== '')
      .join(' | ');
  }

  /** Acts, and waits until the view has answered. */
  async do(deed: () => void): Promise<void> {
    await act(async () => {
      deed();
      await settled();
    });
    // Effects run at the end of the first round; what they ask for is answered in the second.
    await act(settled);
  }
}

/** What a view awaits here are promises that are settled already: a few turns take them all. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}

function nameOf(button: HTMLElement): string {
  return (button.getAttribute('aria-label') ?? button.textContent).trim();
}
