import { numberInField } from '../../../src/number/field-number';

it.each([
  ['030 23125000', { target: '+493023125000' }],
  ['  +1 (212) 555-2671 ext. 12\n', { target: 'tel:+12125552671;ext=12' }],
  ['Frau Muster, Tel. 030 23125000, ab 9 Uhr', { target: '+493023125000' }],
  // The same number twice is one.
  ['030 23125000 / +49 30 23125000', { target: '+493023125000' }],
  // An extension is no number of the world's, but may stand alone.
  ['204', { target: '204' }],
  ['bob@pbx.example', { target: 'bob@pbx.example' }],
  ['bob@other.example', { problem: 'none' }],
  ['*21*+493012345#', { problem: 'none' }],
  ['112', { problem: 'none' }],
  ['', { problem: 'none' }],
  ['Order 4711 is late', { problem: 'none' }],
  ['030 23125000 or 030 23125118', { problem: 'several' }],
  [`${'x'.repeat(20_000)} 030 23125000`, { problem: 'none' }],
])('a field with %j has %j to call', (text, found) => {
  expect(numberInField(text, 'DE', 'pbx.example')).toEqual(found);
});
