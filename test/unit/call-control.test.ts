import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** What each of the five interfaces has: methods, events and properties. */
const MEMBERS: Readonly<Record<string, string>> = {
  'RingCentral `WebPhoneInviter`':
    'invite cancel bye info message refer dispose hold unhold mute unmute dtmf reinvite transfer blindTransfer warmTransfer forward park flip barge whisper startRecord stopRecord ignore toVoicemail replyWithMessage sendReceiveConfirm sendSessionMessage createSessionMessage sendInfoAndRecieveResponse sendMoveResponse canUseRCMCallControl addTrack stopMediaStats on off addListener removeListener emit held muted media mediaStreams mediaStatsStarted noAudioReportCount reinviteForNoAudioSent rcHeaders body localIdentity remoteIdentity assertedIdentity dialog id replacee sessionDescriptionHandler sessionDescriptionHandlerFactory sessionDescriptionHandlerModifiers sessionDescriptionHandlerOptions sessionDescriptionHandlerModifiersReInvite sessionDescriptionHandlerOptionsReInvite state stateChange userAgent data delegate request _referred _referral _contact _replacee _bye _info _message _refer',
  'SIP.js `Invitation`':
    'constructor dispose accept progress reject _onCancel bye info invite message refer _bye _info _message _refer autoSendAnInitialProvisionalResponse body localIdentity remoteIdentity request assertedIdentity dialog id replacee sessionDescriptionHandler sessionDescriptionHandlerFactory sessionDescriptionHandlerModifiers sessionDescriptionHandlerOptions sessionDescriptionHandlerModifiersReInvite sessionDescriptionHandlerOptionsReInvite state stateChange userAgent data delegate _contact _referral _replacee',
  'SIP.js 0.6 `InviteContext`':
    'invite cancel accept preaccept reject sendDTMF terminate bye getLocalStreams getRemoteStreams sendRequest refer start_time end_time local_identity remote_identity progress accepted terminated failed canceled referred dtmf',
  'SIP.js 0.7 to 0.11 `Session`':
    'dtmf terminate bye hold unhold reinvite sendRequest refer cancel progress accept reject reply followRefer dialog earlyDialogs startTime endTime ua method sessionDescriptionHandler request localIdentity remoteIdentity data accepted rejected failed terminated replaced invite preaccepted connecting',
  'SIP.js `InviteUserAgentServer`':
    'constructor dispose accept progress redirect reject trying receiveCancel message delegate loggerFactory transaction',
};

interface Row {
  readonly members: readonly string[];
  readonly where: string;
  readonly proofs: string;
}

/** The rows of each table, by the heading above it. */
function tables(): Map<string, Row[]> {
  const page = readFileSync(join(ROOT, 'docs', 'call-control.md'), 'utf8');
  const [, ...sections] = page.split(/^## /m);

  return new Map(
    sections.map((section) => {
      const [title = '', ...lines] = section.split('\n');
      const rows = lines
        .filter((line) => line.startsWith('| `'))
        .map((line) => {
          const [, members = '', where = '', proofs = ''] = line.split('|').map((it) => it.trim());

          return {
            members: [...members.matchAll(/`(\w+)`/g)].map(([, it = '']) => it),
            where,
            proofs,
          };
        });

      return [title, rows] as const;
    }),
  );
}

const TABLES = tables();
const ALL_ROWS = [...TABLES.values()].flat();

test.each(Object.entries(MEMBERS))('the table of %s names every member once', (title, members) => {
  const named = (TABLES.get(title) ?? []).flatMap((row) => row.members);

  expect([...named].sort()).toEqual(members.split(' ').sort());
});

test('every row says where the user finds it, or why not, and what proves it', () => {
  for (const { members, where, proofs } of ALL_ROWS) {
    const isOutOfReach = /^Out of reach\b.*: .{20,}/.test(where);

    expect([members, where.length > 5]).toEqual([members, true]);
    expect([members, isOutOfReach || proofs.includes('](../test/')]).toEqual([members, true]);
  }
});

test('every test that is named exists, under the title that is told', () => {
  const proofs = ALL_ROWS.flatMap((row) => [
    ...row.proofs.matchAll(/\[([^\]]+)\]\(\.\.\/(test\/[^)]+)\)/g),
  ]);

  expect(proofs.length).toBeGreaterThan(100);
  for (const [, title = '', file = ''] of proofs) {
    const path = join(ROOT, file);
    const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const isThere = [`'${title}'`, `"${title}"`].some((quoted) => source.includes(quoted));

    expect([file, title, isThere]).toEqual([file, title, true]);
  }
});
