/** The call card's look: the colours of the extension's own pages, in the user's light or dark. */
export const CARD_STYLE = `
.card {
  display: flex;
  flex-direction: column;
  gap: 4px;
  box-sizing: border-box;
  inline-size: max-content;
  max-inline-size: min(420px, 100vw - 16px);
  max-block-size: calc(100vh - 16px);
  overflow: auto;
  padding-block: 5px;
  padding-inline: 16px 5px;
  border: 1px solid light-dark(#d3dcd9, #31403b);
  border-radius: 16px;
  background: light-dark(#ffffff, #1a2421);
  color: light-dark(#12201d, #e9f1ee);
  box-shadow:
    0 1px 2px rgb(0 0 0 / 14%),
    0 6px 20px rgb(0 0 0 / 18%);
  font: 400 15px/1.35 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif;
  text-align: start;
}

.row {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: end;
}

.tools {
  display: flex;
  flex: none;
  align-items: center;
  gap: 2px;
}

.says .row {
  gap: 12px;
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
  flex: 1 1 auto;
  min-inline-size: 0;
  margin-inline-end: 10px;
  overflow-wrap: anywhere;
  font-variant-numeric: tabular-nums;
}

.says .label {
  flex-basis: 0;
  min-inline-size: min(220px, 100%);
  margin-inline-end: 0;
}

.number {
  display: block;
  font-weight: 600;
  unicode-bidi: isolate;
  text-align: start;
}

.note,
.warning {
  display: block;
  color: light-dark(#51615c, #a5b7b1);
  font-size: 13px;
}

.note:empty {
  display: none;
}

.says .note {
  color: inherit;
  font-size: 15px;
}

/* No wider than the line above it. */
.warning {
  contain: inline-size;
  padding-block: 2px 6px;
  padding-inline-end: 11px;
  color: light-dark(#b3231f, #ff9a92);
}

.heard {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

button {
  all: unset;
  display: inline-flex;
  flex: none;
  align-items: center;
  justify-content: center;
  gap: 6px;
  box-sizing: border-box;
  min-block-size: 44px;
  padding-inline: 14px;
  border-radius: 12px;
  font-weight: 600;
  cursor: pointer;
}

button:hover {
  background: light-dark(#eaf1ee, #26332f);
}

button:focus-visible {
  outline: 2px solid light-dark(#0b57d0, #8ab4f8);
  outline-offset: -2px;
}

button.call {
  margin-inline-start: 4px;
  padding-inline: 14px 18px;
  transition: opacity 0.15s;
}

button.call,
.says button.plain {
  background: light-dark(#0b7a5b, #35c795);
  color: light-dark(#ffffff, #04261b);
}

button.call:focus-visible,
.says button.plain:focus-visible {
  outline-offset: 2px;
}

button.call:hover,
.says button.plain:hover {
  background: light-dark(#086349, #5bd9ae);
}

button.call[aria-disabled='true'] {
  opacity: 0.72;
  cursor: default;
}

button.copy,
button.more {
  inline-size: 40px;
  padding: 0;
  color: light-dark(#51615c, #a5b7b1);
}

.menu {
  display: flex;
  flex-direction: column;
  margin-inline-start: -11px;
  padding-block-start: 4px;
  border-block-start: 1px solid light-dark(#d3dcd9, #31403b);
}

.menu[hidden] {
  display: none;
}

.menu button {
  justify-content: start;
  min-block-size: 40px;
  padding-inline: 11px;
  font-weight: 400;
  text-align: start;
}

svg {
  inline-size: 20px;
  block-size: 20px;
  fill: currentcolor;
}

.copy svg,
.more svg {
  fill: none;
  stroke: currentcolor;
  stroke-width: 1.8;
  stroke-linecap: round;
  stroke-linejoin: round;
}

.more svg {
  stroke-width: 3;
}

@media (prefers-reduced-motion: reduce) {
  button.call {
    transition: none;
  }
}

@media (prefers-contrast: more) {
  .card {
    border: 2px solid currentcolor;
  }

  .note,
  button.copy,
  button.more {
    color: inherit;
  }

  button.call[aria-disabled='true'] {
    opacity: 1;
  }
}

@media (forced-colors: active) {
  button {
    border: 1px solid ButtonText;
  }

  button.call[aria-disabled='true'] {
    border-color: GrayText;
    color: GrayText;
    opacity: 1;
  }
}
`;
