import { getExampleNumber, isSupportedCountry } from 'libphonenumber-js/min/es6';
import examples from 'libphonenumber-js/examples.mobile.json';
import type { WordKey } from '../words/words';

/** A number to show the dial rules with, and what kind of number it is. */
export interface DialSample {
  readonly word: WordKey;
  readonly number: string;
}

/** Numbers that no one has: Ofcom and the NANPA keep them for plays and films. */
const IN_LONDON = '+44 20 7946 0018';
const IN_NEW_YORK = '+1 212 555 0123';
/** Where people call 911 for help; nearly everywhere else 112 works. */
const CALLING_911 = 'US CA MX PR AG AI BB BM BS DM DO GD GU JM KN KY LC MS TC TT VC VG VI'.split(
  ' ',
);

/** Numbers of every kind, as somebody of a country meets them. */
export function samplesFor(country: string, extensionDigits: number): readonly DialSample[] {
  const example = isSupportedCountry(country) ? getExampleNumber(country, examples) : undefined;
  const national = example?.formatNational();
  const abroad = country === 'GB' ? IN_NEW_YORK : IN_LONDON;
  const samples: readonly (DialSample | null)[] = [
    national === undefined ? null : { word: 'sampleNational', number: national },
    example === undefined ? null : { word: 'sampleWhole', number: example.formatInternational() },
    { word: 'sampleAbroad', number: abroad },
    extensionDigits === 0
      ? null
      : { word: 'sampleExtension', number: '204815926'.slice(0, extensionDigits) },
    { word: 'sampleEmergency', number: CALLING_911.includes(country) ? '911' : '112' },
  ];

  return samples.filter((sample) => sample !== null);
}
