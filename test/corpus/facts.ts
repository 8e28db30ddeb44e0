import type { Country } from './country';
import type { Dice } from './random';
import { wordsOf } from './words';

/** Makes what stands in digits on pages and is no phone number; `detail` is what follows the colon. */
type FactMaker = (dice: Dice, country: Country, detail: string, lang: string) => string;

/** Every fact a template may ask for. */
export const FACTS: Readonly<Record<string, FactMaker>> = {
  n: (dice, _country, detail) => String(dice.between(1, 9)) + dice.digits(Number(detail) - 1),
  s: (dice, _country, detail) => dice.shaped(detail),
  int: (dice, _country, detail) => String(numberBetween(dice, detail)),
  date: (dice, country) => day(dice, dice.pick(country.date.split('|'))),
  born: (dice, country) => day(dice, dice.pick(country.date.split('|')), 1950, 2006),
  iso: (dice) => day(dice, 'Y-M-D'),
  stamp: (dice) => `${day(dice, 'Y-M-D')}T${clock(dice)}:${dice.shaped('2#')}Z`,
  time: (dice, country) =>
    country.code === '1'
      ? `${dice.between(1, 12)}:${dice.pick(['00', '15', '30', '45'])} ${dice.pick(['AM', 'PM', 'am', 'p.m.'])}`
      : clock(dice),
  year: (dice) => String(dice.between(1985, 2026)),
  price: (dice, country, detail) =>
    dice
      .pick(country.price.split('|'))
      .replace('0', amount(dice, country, detail === '' ? '3-4999' : detail)),
  amount: (dice, country, detail) => amount(dice, country, detail === '' ? '3-4999' : detail),
  big: (dice, country, detail) =>
    grouped(numberBetween(dice, detail === '' ? '10000-9999999' : detail), country.group),
  decimal: (dice, country, detail) =>
    `${numberBetween(dice, detail === '' ? '1-99' : detail)}${country.decimal}${dice.digits(2)}`,
  iban: (dice, country) => account(dice, country),
  bic: (dice, country) => dice.shaped(`@@@@${country.domain.slice(-2).toUpperCase()}2@XXX`),
  vat: (dice, country) => dice.shaped(country.vat),
  tax: (dice, country) => dice.shaped(dice.pick(country.taxes.split('|'))),
  person: (dice, country) =>
    dice.shaped(dice.pick((country.personal === '' ? country.taxes : country.personal).split('|'))),
  place: (dice, country) => dice.shaped(dice.pick(country.places.split('|'))),
  street: (dice, country) =>
    dice.shaped(
      dice
        .pick(country.streets.split('|'))
        .replaceAll(/(?<![\d#])#/g, () => String(dice.between(1, 9))),
    ),
  plate: (dice, country) => dice.shaped(dice.pick(country.plates.split('|'))),
  ean: (dice, _country, detail) => ean(`${detail === '' ? '40' : detail}${dice.digits(10)}`),
  isbn: (dice) => isbn(dice),
  card: (dice) => card(dice),
  uuid: (dice) => dice.shaped('~~~~~~~~-~~~~-4~~~-a~~~-~~~~~~~~~~~~'),
  hash: (dice, _country, detail) => dice.shaped('~'.repeat(Number(detail))),
  ip: (dice) =>
    `${dice.pick(['10', '172.16', '192.168'])}.${dice.between(0, 255)}.${dice.between(1, 254)}`.replace(
      /^10\./,
      () => `10.${dice.between(0, 255)}.`,
    ),
  coord: (dice) =>
    `${dice.between(10, 60)}.${dice.digits(5)}, ${dice.between(2, 140)}.${dice.digits(5)}`,
  ver: (dice) => `${dice.between(0, 24)}.${dice.between(0, 40)}.${dice.between(0, 99)}`,
  unix: (dice) => `17${dice.digits(8)}`,
  track: (dice) =>
    dice.shaped(
      dice.pick(['0034043#############', '@@#########DE', '1Z@##@##03########', '##############']),
    ),
  flight: (dice) => dice.shaped(dice.pick(['XK 1###', 'ZV ####', 'QJ ###'])),
  name: (dice, _country, _detail, lang) => dice.pick(wordsOf(lang).names),
  co: (dice, _country, _detail, lang) => dice.pick(wordsOf(lang).companies),
  host: (dice) => `${dice.pick(HOSTS)}.example`,
  mail: (dice) => `${dice.pick(BOXES)}@${dice.pick(HOSTS)}.example`,
};

const HOSTS = ['blauwerk', 'northgate', 'casaverde', 'lumen24', 'hafen7', 'riverside', 'tri-color'];
const BOXES = ['info', 'office', 'contact', 'service', 'team21', 'sales', 'desk'];

function numberBetween(dice: Dice, detail: string): number {
  const [least = '0', most = least] = detail.split('-');

  return dice.between(Number(least), Number(most));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function clock(dice: Dice): string {
  return `${two(dice.between(6, 22))}:${two(dice.between(0, 59))}`;
}

function day(dice: Dice, format: string, earliest = 2019, latest = 2026): string {
  const [dayOfMonth, month, year] = [
    dice.between(1, 28),
    dice.between(1, 12),
    dice.between(earliest, latest),
  ];

  return format.replace(/[DMYdmy]/g, (part) => {
    switch (part) {
      case 'D':
        return two(dayOfMonth);
      case 'd':
        return String(dayOfMonth);
      case 'M':
        return two(month);
      case 'm':
        return String(month);
      case 'y':
        return two(year % 100);
      default:
        return String(year);
    }
  });
}

function grouped(value: number, separator: string): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

function amount(dice: Dice, country: Country, detail: string): string {
  const scale = country.code === '81' ? 100 : 1;
  const whole = grouped(numberBetween(dice, detail) * scale, country.group);

  return scale === 1 ? `${whole}${country.decimal}${dice.pick(['00', '90', '99', '50'])}` : whole;
}

function account(dice: Dice, country: Country): string {
  if (!country.hasIban) {
    return dice.shaped(country.account);
  }

  const prefix = country.domain === 'co.uk' ? 'GB' : country.domain.slice(-2).toUpperCase();
  const bban = dice.shaped(country.account);
  const numeral = Array.from(`${bban}${prefix}00`)
    .map((character) => parseInt(character, 36).toString())
    .join('');
  const check = 98n - (BigInt(numeral) % 97n);
  const iban = `${prefix}${check.toString().padStart(2, '0')}${bban}`;

  return dice.happens(0.7) ? iban.replace(/(.{4})(?=.)/g, '$1 ') : iban;
}

function ean(twelve: string): string {
  const sum = Array.from(twelve).reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1),
    0,
  );

  return twelve + String((10 - (sum % 10)) % 10);
}

function isbn(dice: Dice): string {
  const plain = ean(`978${dice.digits(9)}`);

  return dice.happens(0.6)
    ? plain.replace(/^(\d{3})(\d)(\d{4})(\d{4})(\d)$/, '$1-$2-$3-$4-$5')
    : plain;
}

function card(dice: Dice): string {
  const fifteen = dice.pick(['4', '51', '55']).padEnd(2, '5') + dice.digits(13);
  const sum = Array.from(fifteen).reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);

    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  const whole = fifteen + String((10 - (sum % 10)) % 10);

  return dice.happens(0.7) ? whole.replace(/(.{4})(?=.)/g, '$1 ') : whole;
}
