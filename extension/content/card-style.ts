/** The call card's look: the colours of the extension's own pages, in the user's light or dark. */
export const CARD_STYLE = `
.card {
  display: flex;
  align-items: center;
  gap: 12px;
  box-sizing: border-box;
  max-inline-size: min(400px, 100vw - 16px);
  padding-block: 5px;
  padding-inline: 16px 5px;
  border: 1px solid light-dark(#d3dcd9, #31403b);
  border-radius: 16px;
  background: light-dark(#ffffff, #1a2421);
  color: light-dark(#12201d, #e9f1ee);
  box-shadow:
    0 1px 2px rgb(0 0 0 / 14%),
    0 6px 20px rgb(0 0 0 / 18%);
  font: 400 15px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif;
  text-align: start;
}

.card.says {
  padding-block: 11px;
  padding-inline-end: 16px;
}

.card.says:has(button) {
  padding-block: 5px;
  padding-inline-end: 5px;
}

.label {
  min-inline-size: 0;
  overflow-wrap: anywhere;
  font-variant-numeric: tabular-nums;
}

.number {
  display: block;
  font-weight: 600;
  unicode-bidi: isolate;
}

.note {
  display: block;
  color: light-dark(#51615c, #a5b7b1);
  font-size: 13px;
}

.says .note {
  color: inherit;
  font-size: 15px;
}

.note.warning {
  color: light-dark(#b3231f, #ff9a92);
}

button {
  all: unset;
  display: inline-flex;
  flex: none;
  align-items: center;
  gap: 6px;
  box-sizing: border-box;
  min-block-size: 44px;
  padding-inline: 14px 18px;
  border-radius: 12px;
  background: light-dark(#0b7a5b, #35c795);
  color: light-dark(#ffffff, #04261b);
  font-weight: 600;
  cursor: pointer;
}

button:hover {
  background: light-dark(#086349, #5bd9ae);
}

button:focus-visible {
  outline: 2px solid light-dark(#0b57d0, #8ab4f8);
  outline-offset: 2px;
}

button.plain {
  padding-inline: 16px;
}

svg {
  inline-size: 20px;
  block-size: 20px;
  fill: currentcolor;
}

@media (forced-colors: active) {
  button {
    border: 1px solid ButtonText;
  }
}
`;
