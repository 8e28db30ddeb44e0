import {
  DEFAULT_DIAL_RULES,
  extensionDigitsProblem,
  parseDialRules,
  prefixProblem,
  replacementProblem,
} from '../../../src/account/dial-rules';

describe('dial rules from storage', () => {
  it.each([undefined, null, 'x', 7, {}, []])('are those of a fresh install for %j', (stored) => {
    expect(parseDialRules(stored)).toEqual(DEFAULT_DIAL_RULES);
  });

  it('come back as they were saved', () => {
    const rules = {
      form: 'national',
      internationalPrefix: '011',
      outsidePrefix: '9',
      extensionDigits: 3,
      replacements: [{ from: '+1', to: '' }],
    };

    expect(parseDialRules(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
  });

  it('lose only what is wrong', () => {
    expect(
      parseDialRules({
        form: 'roman',
        internationalPrefix: '+',
        outsidePrefix: '9;lr',
        extensionDigits: 40,
        replacements: [
          { from: '', to: '1' },
          { from: '0', to: '@evil.example' },
          { from: '0', to: 7 },
          null,
          { from: '0', to: '+49' },
        ],
      }),
    ).toEqual({ ...DEFAULT_DIAL_RULES, replacements: [{ from: '0', to: '+49' }] });
  });
});

describe('what is typed into the rules', () => {
  it.each([
    [prefixProblem(''), null],
    [prefixProblem('9'), null],
    [prefixProblem('*9'), null],
    [prefixProblem('+49'), 'prefix-invalid'],
    [prefixProblem('123456789'), 'prefix-invalid'],
    [extensionDigitsProblem('0'), null],
    [extensionDigitsProblem('9'), null],
    [extensionDigitsProblem('10'), 'digits-invalid'],
    [extensionDigitsProblem(''), 'digits-invalid'],
    [extensionDigitsProblem('-1'), 'digits-invalid'],
    [replacementProblem({ from: '+4930', to: '' }), null],
    [replacementProblem({ from: '', to: '1' }), 'from-missing'],
    [replacementProblem({ from: '0', to: '0 30' }), 'part-invalid'],
    [replacementProblem({ from: '4+9', to: '' }), 'part-invalid'],
  ])('is checked: %# %s', (problem, expected) => {
    expect(problem).toBe(expected);
  });
});
