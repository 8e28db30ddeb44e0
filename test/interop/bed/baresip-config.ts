import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How a desk phone of the bed meets an incoming call. */
export type Answers = 'auto' | 'manual' | 'early-media';

/** What one desk phone has to know of its surroundings. */
export interface BaresipSurroundings {
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  readonly serverPort: number;
  readonly sipPort: number;
  readonly controlPort: number;
  readonly firstMediaPort: number;
  readonly mediaPortCount: number;
  readonly answers: Answers;
  readonly voiceFile: string;
  readonly recordingsFolder: string;
}

/** Debian puts them in the first, other packagings in the others. */
const MODULE_FOLDERS = ['/usr/lib/baresip/modules', '/usr/local/lib/baresip/modules'];

/**
 * baresip without a sound card: it speaks from a file, and the sndfile filter writes what it hears.
 * G.711 at 8 kHz from end to end, since the source must have the rate of the codec.
 */
export function baresipConfig(at: BaresipSurroundings): string {
  const lastMediaPort = at.firstMediaPort + at.mediaPortCount - 1;

  return `
poll_method epoll
sip_listen 127.0.0.1:${String(at.sipPort)}
call_local_timeout 120
call_max_calls 4
audio_source aufile,${at.voiceFile}
audio_player aubridge,nil
audio_alert aubridge,alert
ausrc_srate 8000
auplay_srate 8000
ausrc_channels 1
auplay_channels 1
rtp_ports ${String(at.firstMediaPort)}-${String(lastMediaPort)}
rtcp_mux no
net_interface 127.0.0.1
snd_path ${at.recordingsFolder}
ctrl_tcp_listen 127.0.0.1:${String(at.controlPort)}
module_path ${MODULE_FOLDERS.find((folder) => existsSync(join(folder, 'g711.so'))) ?? ''}
module g711.so
module sndfile.so
module aufile.so
module aubridge.so
module_tmp uuid.so
module_tmp account.so
module_app menu.so
module_app ctrl_tcp.so
`;
}

/** The one account of a desk phone, as baresip's file of accounts wants it. */
export function baresipAccount(at: BaresipSurroundings): string {
  const mode = { auto: 'auto', manual: 'manual', 'early-media': 'early' }[at.answers];

  return [
    `<sip:${at.user}@${at.domain}>`,
    `auth_user=${at.user}`,
    `auth_pass=${at.password}`,
    `outbound="sip:127.0.0.1:${String(at.serverPort)};transport=udp"`,
    'regint=600',
    'audio_codecs=PCMU/8000/1',
    `answermode=${mode}`,
  ].join(';');
}
