import {
  formatErased,
  formatTyped,
  insertInto,
  type Typed,
} from '../../../../extension/ui/dial/typed-number';

/** `12|34`: the text with its caret drawn in. */
function at(drawn: string): Typed {
  return { text: drawn.replace('|', ''), caret: drawn.indexOf('|') };
}

function drawn({ text, caret }: Typed): string {
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

/** Types a text key by key, at the end. */
function typed(keys: string, country: string): string {
  let field: Typed = { text: '', caret: 0 };

  for (const key of keys) {
    field = insertInto(field.text, field.caret, field.caret, key, country);
  }

  return drawn(field);
}

test.each([
  ['2125550123', 'US', '(212) 555-0123|'],
  ['+442079460018', 'US', '+44 20 7946 0018|'],
  ['+12125550123', 'DE', '+1 212 555 0123|'],
  ['02079460018', 'GB', '020 7946 0018|'],
  ['0301234567', 'DE', '030 1234567|'],
  ['0123456789', 'ZZ', '0123456789|'],
])('%s typed in %s reads %s', (keys, country, field) => {
  expect(typed(keys, country)).toBe(field);
});

test.each([
  '204',
  '1234',
  '*21#',
  '**62*204#',
  '#31#2125550123',
  'alice',
  'alice@example.com',
  'sip:204@pbx',
])('%s is no number to group, and stays as typed', (keys) => {
  expect(typed(keys, 'US')).toBe(`${keys}|`);
});

test('a number can be pasted in any spelling', () => {
  expect(drawn(formatTyped(at('+1 212.555-0123|'), 'US'))).toBe('+1 212 555 0123|');
  expect(drawn(formatTyped(at('(0)30/1234567|'), 'DE'))).toBe('030 1234567|');
});

describe('editing in the middle', () => {
  test('a digit typed there leaves the caret behind it', () => {
    expect(drawn(insertInto('(212) 555-012', 3, 3, '9', 'US'))).toBe('(219|) 255-5012');
  });

  test('a digit erased there leaves the caret where it was', () => {
    expect(drawn(formatErased('(212) 555-0123', at('(2|2) 555-0123'), 'US'))).toBe(
      '(2|25) 550-123',
    );
  });

  test('erasing a bracket or blank takes the digit before it too', () => {
    expect(drawn(formatErased('(212) 555-0123', at('(212)|555-0123'), 'US'))).toBe(
      '(21|5) 550-123',
    );
  });

  test('a selection is replaced', () => {
    expect(drawn(insertInto('(212) 555-0123', 6, 9, '777', 'US'))).toBe('(212) 777|-0123');
  });
});

test('Backspace held down empties the field from any place in it', () => {
  for (let start = 1; start <= '(212) 555-0123'.length; start++) {
    let field: Typed = { text: '(212) 555-0123', caret: start };

    for (let press = 0; press < 20 && field.caret > 0; press++) {
      const { text, caret } = field;

      field = formatErased(
        text,
        { text: text.slice(0, caret - 1) + text.slice(caret), caret: caret - 1 },
        'US',
      );
    }

    expect(field.text.slice(0, field.caret)).not.toMatch(/\d/);
  }
});

test('whatever is typed, no digit is lost and the caret stays in the field', () => {
  const keys = '+0123456789()-. ';
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;

    return seed % below;
  };

  for (let round = 0; round < 500; round++) {
    let field: Typed = { text: '', caret: 0 };

    for (let press = 0; press < 15; press++) {
      const key = keys.charAt(random(keys.length));
      const place = random(field.text.length + 1);
      const before = field.text.replace(/\D/g, '').length;

      field = insertInto(field.text, place, place, key, 'US');
      expect(field.text.replace(/\D/g, '')).toHaveLength(before + (/\d/.test(key) ? 1 : 0));
      expect(field.caret).toBeLessThanOrEqual(field.text.length);
    }
  }
});
