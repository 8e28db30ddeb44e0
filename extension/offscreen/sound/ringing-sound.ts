import { sentSound, type SentSound } from './sent-sound';
import { toneSamples } from './tone-samples';

/** Makes the ringing tone as something to send, and nothing of the room. */
export function ringingSound(): SentSound {
  return sentSound((context) => {
    const samples = toneSamples('ringback', context.sampleRate);
    const buffer = context.createBuffer(1, samples.length, context.sampleRate);

    buffer.copyToChannel(samples, 0);

    return new AudioBufferSourceNode(context, { buffer, loop: true });
  });
}
