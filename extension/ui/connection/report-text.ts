import { qualityOf } from '../../../src/call/quality';
import { Mask } from '../../../src/diagnostics/mask';
import { reportOf, secretsOf, type ReportPart } from '../../../src/diagnostics/report';
import { numberOf } from '../../../src/number/display';
import { preciseText } from '../words/clock-text';
import type { ConnectionData } from './connection-data';
import { eventText } from './event-words';
import { lookOf } from '../phone/phone-status';
import { stepName, STEP_STATE_WORDS, stepWords, tookText } from './self-test-words';
import { partTitle } from './sip-ladder';
import { figureLines } from './sound-quality';
import type { Surroundings } from '../words/words';
import { REGISTRATION_WORDS, SYSTEM_WORDS } from '../words/wording';

/** How whoever reads the report is told of parties: by number and name, or by labels. */
interface Naming {
  readonly party: (user: string, displayName: string | null) => string;
  readonly message: (text: string) => string;
}

/** All that the page knows as text, without secrets, and by choice without numbers and names. */
export function reportText(
  data: ConnectionData,
  isMasked: boolean,
  { t, nowMs }: Pick<Surroundings, 't' | 'nowMs'>,
): string {
  const self = data.account === null ? null : numberOf(data.account.address);
  const mask = new Mask(self);
  const naming: Naming = isMasked
    ? { party: (user) => mask.party(user), message: (text) => mask.message(text) }
    : {
        party: (user, name) => (name === null ? user : `${name} (${user})`),
        message: (text) => text,
      };
  const parts = [
    statusPart(data, naming, t, nowMs()),
    callsPart(data, naming, t),
    testPart(data, t),
    eventsPart(data, naming, t),
    ladderPart(data, naming, t),
  ];

  return reportOf(t('connectionTitle'), parts, secretsOf(data.account));
}

type T = Surroundings['t'];

function statusPart(
  { snapshot, account, log, version, browser }: ConnectionData,
  { party }: Naming,
  t: T,
  nowMs: number,
): ReportPart {
  const registration = snapshot?.registration ?? { state: 'unregistered' };
  const [, host = ''] = account?.address.split('@') ?? [];
  const lines: readonly (readonly [string, string] | null)[] = [
    [t('reportMade'), stampText(nowMs)],
    ['Offhook', version],
    [t('reportBrowser'), browser],
    account && [t('accountTitle'), `${party(numberOf(account.address), null)}@${host}`],
    account && [t('connectionSystem'), t(SYSTEM_WORDS[account.profile.preset])],
    account && [t('connectionServer'), account.servers.join(', ')],
    registration.state === 'registered' ? [t('connectionRegisteredAt'), registration.server] : null,
    account && ['STUN, TURN', account.iceServers.map(({ url }) => url).join(', ') || '–'],
    log.registeredSinceMs === null
      ? null
      : [t('connectionSince'), stampText(log.registeredSinceMs)],
    registration.state === 'registered'
      ? [t('connectionUntil'), stampText(registration.expiresAtMs)]
      : null,
    log.lastFailure && [
      t('connectionLastTrouble'),
      `${stampText(log.lastFailure.atMs)} ${t(REGISTRATION_WORDS[log.lastFailure.failure.code].what)}`,
    ],
    snapshot && [t('testMicrophone'), snapshot.microphone],
  ];

  return {
    title: t(lookOf(snapshot).word),
    lines: lines.filter((line) => line !== null).map(([name, value]) => `${name}: ${value}`),
  };
}

function callsPart({ snapshot, figures }: ConnectionData, { party }: Naming, t: T): ReportPart {
  const up = snapshot?.calls.filter(({ state }) => state === 'established') ?? [];

  return {
    title: t('figuresTitle'),
    lines: up.flatMap(({ id, remote }) => {
      const found = figures[id];
      const quality = found === undefined ? null : qualityOf(found);
      const mos = quality === null ? t('figureUnknown') : quality.mos.toFixed(2);

      return found === undefined
        ? []
        : [
            `${party(numberOf(remote.uri), remote.displayName)}: ${t('figureMos', mos)}`,
            ...figureLines(found, t).map(([name, value]) => `${name}: ${value}`),
          ];
    }),
  };
}

function testPart({ test }: ConnectionData, t: T): ReportPart {
  return {
    title: t('testTitle'),
    lines: (test?.steps ?? []).map((step) => {
      const { state, tookMs } = step;
      const words = stepWords(step, t);
      const time = tookMs === null ? '' : ` (${tookText(tookMs, t)})`;

      return [
        `${stepName(step, t)}: ${t(STEP_STATE_WORDS[state])}${time}.`,
        words?.what ?? '',
        words?.wire ?? '',
      ].join(' ');
    }),
  };
}

function eventsPart({ log }: ConnectionData, { party }: Naming, t: T): ReportPart {
  return {
    title: t('eventsTitle'),
    lines: log.entries.map((entry) => {
      const what = eventText(entry, {
        t,
        nameOf: ({ uri, displayName }) => party(numberOf(uri), displayName),
        addressOf: (address) => {
          const [user = '', host = ''] = address.split('@');

          return `${party(user, null)}@${host}`;
        },
      });
      const times = entry.times === 1 ? '' : ` (${entry.times}×, ${stampText(entry.lastAtMs)})`;

      return `${stampText(entry.atMs)} ${what}${times}`;
    }),
  };
}

function ladderPart({ ladder }: ConnectionData, { party, message }: Naming, t: T): ReportPart {
  return {
    title: t('ladderTitle'),
    lines: [],
    blocks: ladder.map((part) => ({
      title: partTitle({ ...part, party: party(part.party, null) }, t),
      text: part.messages
        .map(({ atMs, isOutgoing, text }) => {
          return `${isOutgoing ? '>>>' : '<<<'} ${preciseText(atMs)}\n${message(text)}`;
        })
        .join('\n\n'),
    })),
  };
}

/** As the logs of servers have it, with the zone: `2026-03-09 10:02:14.120 +01:00`. */
function stampText(atMs: number): string {
  const at = new Date(atMs);
  const minutes = -at.getTimezoneOffset();
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const zone = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');

  return `${day} ${preciseText(atMs)} ${zone}`;
}
