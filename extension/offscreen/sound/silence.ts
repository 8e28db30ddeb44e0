import { sentSound, type SentSound } from './sent-sound';

/**
 * Silence, to be sent where there is no microphone: phone systems hang up on those of whom no
 * packets come, and a firewall lets nothing in where nothing goes out.
 */
export function silentSound(): SentSound {
  return sentSound((context) => new ConstantSourceNode(context, { offset: 0 }));
}
