import { colleagueProblem, parseTeam, withMoved } from '../../../src/account/team';

const CAROL = { number: '204', name: 'Carol' };
const DAVE = { number: '205', name: '' };
const EVE = { number: 'eve@example.com', name: 'Eve' };

test.each([
  ['', 'number-missing'],
  ['   ', 'number-missing'],
  ['2\n04', 'number-invalid'],
  ['<204>', 'number-invalid'],
  ['204', 'already-there'],
  [' 204 ', 'already-there'],
  ['206', null],
  ['+49 30 23125 100', null],
])('a colleague at %j: %s', (number, problem) => {
  expect(colleagueProblem({ number, name: '' }, [CAROL])).toBe(problem);
});

test.each([
  [1, [DAVE, CAROL, EVE]],
  [2, [DAVE, EVE, CAROL]],
  [9, [DAVE, EVE, CAROL]],
  [-1, [CAROL, DAVE, EVE]],
])('moving the first %i places down', (places, team) => {
  expect(withMoved([CAROL, DAVE, EVE], '204', places)).toEqual(team);
});

test('who is not there is not moved', () => {
  expect(withMoved([CAROL], '999', 1)).toEqual([CAROL]);
});

describe('a team from storage', () => {
  test('is as it was saved', () => {
    expect(parseTeam(JSON.parse(JSON.stringify([CAROL, DAVE, EVE])))).toEqual([CAROL, DAVE, EVE]);
  });

  test.each([undefined, null, 'everybody', { number: '204' }])('is nobody for %j', (stored) => {
    expect(parseTeam(stored)).toEqual([]);
  });

  test('is without those who are none, and nobody is in it twice', () => {
    expect(
      parseTeam([CAROL, null, 7, { name: 'x' }, { number: 5 }, { ...CAROL, name: 'C' }]),
    ).toEqual([CAROL]);
  });

  test('is not without end', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ number: `${i}`, name: '' }));

    expect(parseTeam(many)).toHaveLength(200);
  });
});
