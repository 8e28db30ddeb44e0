import type { ComponentChildren } from 'preact';

const HANDSET =
  'M4.2 12.2v-1.1c0-3 3.6-5 7.8-5s7.8 2 7.8 5v1.1a1.4 1.4 0 0 1-1.4 1.4h-2.2a1.4 1.4 0 0 1-1.4-1.4V11c-.9-.5-1.9-.7-3-.7s-2.1.2-3 .7v1.2a1.4 1.4 0 0 1-1.4 1.4H5.6a1.4 1.4 0 0 1-1.4-1.4z';
const CIRCLE = 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0';

/** One set, drawn on a 24 px grid with round strokes of 2 px. */
const DRAWINGS = {
  phone:
    'M6.6 4h2.1a1.5 1.5 0 0 1 1.5 1.2l.6 2.8a1.5 1.5 0 0 1-.8 1.6l-1.4.8a12 12 0 0 0 5 5l.8-1.4a1.5 1.5 0 0 1 1.6-.8l2.8.6a1.5 1.5 0 0 1 1.2 1.5v2.1a1.6 1.6 0 0 1-1.7 1.6A15.3 15.3 0 0 1 5 5.7 1.6 1.6 0 0 1 6.6 4z',
  'hang-up': <path d={HANDSET} transform="translate(0 2)" />,
  microphone: 'M9 6a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v3',
  'microphone-off':
    'M15 10V6a3 3 0 0 0-5.8-1M9 9v2a3 3 0 0 0 4.6 2.5M5 11a7 7 0 0 0 10.9 5.8M19 11a7 7 0 0 1-.6 2.8M12 18v3M4 4l16 16',
  pause: 'M9 6v12M15 6v12',
  resume: 'M8 5.5v13l10.5-6.5z',
  keypad: (
    <g fill="currentcolor" stroke="none">
      {[6, 12, 18].flatMap((y) => [6, 12, 18].map((x) => <circle cx={x} cy={y} r="1.75" />))}
    </g>
  ),
  erase: 'M9 6h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H9l-6-6zM12 10l4 4M16 10l-4 4',
  settings:
    'M4 7h8M18 7h2M4 17h2M12 17h8M12 7a3 3 0 1 0 6 0 3 3 0 1 0-6 0M6 17a3 3 0 1 0 6 0 3 3 0 1 0-6 0',
  outgoing: 'M7 17 17 7M9 7h8v8',
  incoming: 'M17 7 7 17M15 17H7V9',
  missed: 'M3.5 8.5l8.5 7.5 8.5-7.5M3.5 14V8.5H9',
  elsewhere: 'M4 5h10v8M9 17H4V5M13 10h7v9h-7z',
  stop: `${CIRCLE}M6 18 18 6`,
  check: 'M5 12.5l4.5 4.5L19 7.5',
  ready: `${CIRCLE}M8 12.5l2.7 2.7L16 9.5`,
  offline: CIRCLE,
  unknown: `${CIRCLE}M9.8 9.6a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2 1-1.2 1.9M12 16.6v.01`,
  waiting: 'M12 3a9 9 0 1 1-8.5 6',
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4M12 17v.01',
  close: 'M6 6l12 12M18 6 6 18',
  more: 'M6 9l6 6 6-6',
  add: 'M12 5v14M5 12h14',
  menu: (
    <g fill="currentcolor" stroke="none">
      {[5.5, 12, 18.5].map((x) => (
        <circle key={x} cx={x} cy="12" r="2" />
      ))}
    </g>
  ),
  transfer: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  silence:
    'M6 16h9M18 16l-1.5-2v-3.5A4.5 4.5 0 0 0 9.6 6.7M7.5 10v4L6 16M10.5 19a1.6 1.6 0 0 0 3 0M4 4l16 16',
  voicemail:
    'M3 12a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M14 12a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M6.5 15.5h11',
  message:
    'M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 16h-7l-4 3.5V16H5a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 5z',
  send: 'M4 5l16 7-16 7 3-7zM7 12h6',
  forward: 'M4 18v-3a5 5 0 0 1 5-5h10M14 5l5 5-5 5',
  'device-change':
    'M4 13v-1a8 8 0 0 1 16 0v1M4 13.5A1.5 1.5 0 0 1 5.5 12H7v6H5.5A1.5 1.5 0 0 1 4 16.5zM20 13.5a1.5 1.5 0 0 0-1.5-1.5H17v6h1.5a1.5 1.5 0 0 0 1.5-1.5z',
  speaker: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  show: 'M2.5 12C5 7.7 8.2 5.5 12 5.5s7 2.2 9.5 6.5c-2.5 4.3-5.7 6.5-9.5 6.5S5 16.3 2.5 12zM9.5 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
  hide: 'M4 4l16 16M9.7 5.8c.7-.2 1.5-.3 2.3-.3 3.8 0 7 2.2 9.5 6.5-.8 1.4-1.7 2.6-2.7 3.5M6.2 7.3C4.8 8.4 3.6 10 2.5 12c2.5 4.3 5.7 6.5 9.5 6.5 1.7 0 3.3-.4 4.7-1.3',
  merge: 'M4 5h3.5c3 0 4.5 2 4.5 5v9M20 5h-3.5c-3 0-4.5 2-4.5 5M8.5 15.5 12 19l3.5-3.5',
  split: 'M12 20v-6c0-4 2-6 6-6h2M17 5l3 3-3 3M12 14c0-4-2-6-6-6H4',
  record: (
    <>
      <path d={CIRCLE} />
      <circle cx="12" cy="12" r="4" fill="currentcolor" stroke="none" />
    </>
  ),
  'stop-recording': (
    <>
      <path d={CIRCLE} />
      <rect x="8.5" y="8.5" width="7" height="7" rx="1" fill="currentcolor" stroke="none" />
    </>
  ),
  download: 'M12 4v10M7.5 10.5 12 15l4.5-4.5M5 19h14',
  delete: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  park: `${CIRCLE}M10 16.5v-9h2.8a2.7 2.7 0 0 1 0 5.4H10`,
  person: 'M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4 20.5c.8-4 3.8-6 8-6s7.2 2 8 6',
} satisfies Record<string, ComponentChildren>;

/** The name of a drawing of the set. */
export type IconName = keyof typeof DRAWINGS;

/** A drawing beside words: it adds nothing for those who hear the page. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  const drawing: ComponentChildren = DRAWINGS[name];

  return (
    <svg class={small ? 'icon small' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      {typeof drawing === 'string' ? <path d={drawing} /> : drawing}
    </svg>
  );
}

/** Offhook's mark: a handset lifting off its hook. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
      <rect class="logo-ground" width="24" height="24" rx="6" />
      <path class="logo-handset" transform="rotate(-16 12 10) translate(0 -.9)" d={HANDSET} />
      <path class="logo-hook" d="M6 16.6v.4a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2v-.4" />
    </svg>
  );
}
