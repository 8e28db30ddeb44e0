/** Whether digits end in the check digit of ISO/IEC 7812-1 (payment cards, IMEI). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;

  for (let place = 0; place < digits.length; place++) {
    const value = Number(digits.at(-1 - place)) * (place % 2 === 1 ? 2 : 1);

    sum += value > 9 ? value - 9 : value;
  }

  return sum % 10 === 0;
}

/** Whether 13 digits are an ISBN, ISMN or ISSN in its bar code form (ISO 2108, prefix 977 to 979). */
export function isBookNumber(digits: string): boolean {
  return /^97[789]\d{10}$/.test(digits) && passesEan(digits);
}

/** The check digit of GS1's article numbers: weights 3 and 1 by turns from the right. */
function passesEan(digits: string): boolean {
  let sum = 0;

  for (let place = 0; place < digits.length; place++) {
    sum += Number(digits.at(-1 - place)) * (place % 2 === 1 ? 3 : 1);
  }

  return sum % 10 === 0;
}

/** Whether letters and digits are an IBAN (ISO 13616: modulo 97 of the rearranged text is 1). */
export function isIban(text: string): boolean {
  const iban = text.replace(/[ -]/g, '').toUpperCase();

  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) {
    return false;
  }

  let rest = 0;

  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) {
      rest = (rest * 10 + Number(digit)) % 97;
    }
  }

  return rest === 1;
}
