import { foundIn } from './found-in';

describe('numbers of a plan that was replaced', () => {
  it.each([
    ['US', 'Tel. +229 97 12 34 56', '+229 97 12 34 56 = +22997123456'],
    ['BJ', 'Téléphone : 21 31 45 67', '21 31 45 67 = +22921314567'],
    ['FR', 'Cotonou +22921314567', '+22921314567 = +22921314567'],
    ['CI', 'Appelez le 22 44 55 66', '22 44 55 66 = +22522445566'],
    ['FR', 'Abidjan : +225 07 12 34 56', '+225 07 12 34 56 = +22507123456'],
    ['ZW', 'Harare office 04 700 123', '04 700 123 = +2634700123'],
    ['GB', 'Bulawayo: +263 9 63123', '+263 9 63123 = +263963123'],
    ['ZW', 'Phone (020) 61234', '(020) 61234 = +2632061234'],
  ])('are still on pages: %s: %s', (region, text, number) => {
    expect(foundIn(text, region)).toEqual([number]);
  });

  it.each([
    ['BJ', 'Téléphone : 01 97 12 34 56', '01 97 12 34 56 = +2290197123456'],
    ['CI', 'Appelez le 27 22 44 55 66', '27 22 44 55 66 = +2252722445566'],
    ['ZW', 'Harare (024) 2700123', '(024) 2700123 = +263242700123'],
  ])('do not hide those of the new one: %s: %s', (region, text, number) => {
    expect(foundIn(text, region)).toEqual([number]);
  });

  it.each([
    ['BJ', 'Facture 21 31 45 67'],
    ['BJ', '21314567'],
    ['BJ', '17 31 45 67'],
    ['CI', 'Commande n° 22 44 55 66'],
    ['CI', '22 44 55 66 €'],
    ['ZW', 'Invoice 04 700 123'],
    ['FR', '21 31 45 67'],
    ['US', '+229 17 12 34 56'],
    ['US', '+54 23 1234 0000'],
  ])('are told from other digits: %s: %s', (region, text) => {
    expect(foundIn(text, region)).toEqual([]);
  });
});

describe('numbers of four digits', () => {
  it.each([
    ['TK', 'Call us at 3101 for details', '3101 = +6903101'],
    ['TK', 'Telephone: 3024', '3024 = +6903024'],
    ['NU', 'Phone 4213', '4213 = +6834213'],
    ['NU', 'tel. 7012', '7012 = +6837012'],
    ['NU', 'Mobile: 7012, ask for Mele', '7012 = +6837012'],
  ])('are what a phone word says: %s: %s', (region, text, number) => {
    expect(foundIn(text, region)).toEqual([number]);
  });

  it.each([
    ['TK', 'The lagoon has 3101 fish'],
    ['TK', '3101'],
    ['NU', 'Invoice 4213'],
    ['NU', 'in 4213 houses'],
    ['NU', 'phones: about 4213 were sold'],
    ['US', 'Call us at 3101'],
    ['DE', 'Telefon 3101'],
    [null, 'Phone 4213'],
  ])('are nothing without one: %s: %s', (region, text) => {
    expect(foundIn(text, region)).toEqual([]);
  });
});
