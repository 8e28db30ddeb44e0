/** Dates, times, addresses of computers and the like: by the whole of the digits in question. */
const OTHER_FORMS: readonly RegExp[] = [
  // 05.10.1986, 25 04 1945, 12-08-1991, 3/14/2015
  /^(?:0?[1-9]|[12]\d|3[01])([./ -])(?:0?[1-9]|[12]\d|3[01])\1(?:19|20)\d\d$/,
  // 3/8/15, 03.08.15-04.08.15; with spaces it may be a short number, 22 12 34 in Greenland
  /^(?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|[12]\d|3[01])\1\d\d(?:\s*-\s*\d{1,2}\1\d{1,2}\1\d{2,4})?$/,
  // 24.12.2025 - 06.01.2026, 24.12. - 6.1.2026
  /^\d{1,2}[./]\d{1,2}[./]?(?:\d{2,4})?\s*-\s*\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)?$/,
  // 2015-03-25, 2024 05 17 09 30, 2024/05/01~2024/05/06; 2012-01-02 08 may be Google's own example
  /^(?:19|20)\d\d([./ -])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?:[ ~-]*$|[ ~-]+\d\d \d\d|[ ~-]+(?:19|20)\d\d|-\d{4,6})/,
  // 20150325, 202503251345
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])?(?:[0-5]\d){0,2}$/,
  // 08.06 - 22.06, 19.30 - 21.15: days or times
  /^\d{1,2}[.:]\d{2}\s*-\s*\d{1,2}[.:]\d{2}$/,
  // 1979-2011 100: years and a count
  /^(?:19|20)\d\d-(?:19|20)\d\d \d{1,3}$/,
  // 1979-2011, 2019/20, 1998 2004 2011 2023, 03/2015 - 03/2016
  /^(?:\d\d[/.])?(?:19|20)\d\d\s*[-/]\s*(?:\d\d[/.])?(?:19|20)\d\d$/,
  /^(?:(?:18|19|20)\d\d[ /-]+)+(?:18|19|20)\d\d$/,
  // 52.3702157: degrees, or any other decimal fraction
  /^(?:0|[1-9]\d|[1-9]|1[0-7]\d)\.\d{5,}(?![\d.])/,
  /^\d{1,3}\.\d{3,}[ /-]+\d{1,3}\.\d{3,}/,
  // 5195872-233, with the number of its line before: an article
  /^(?:\d )?\d{7}-\d{3}$/,
  // 11770.87798: ten digits in two halves, a slip's to pay with
  /^\d{5}\.\d{5}$/,
  // 3.0.15 3.1.7, 10.0.19045.4170: versions
  /^\d{1,2}\.\d{1,2}\.\d{1,2}(?: \d{1,2}\.\d{1,2}\.\d{1,2})+$/,
  /^\d{1,3}\.0\.\d{4,5}(?:\.\d+)?$/,
  // 12.1 - 23.71 - 23.45, and rows of fractions
  /^\d+\.\d+(?: - \d+\.\d+)+$/,
  /^\d+\.\d+(?: \d+\.\d+){2,}$/,
  // 1.234.567: thousands
  /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/,
  // 6-4 6-4 7-6, 21-15 18-21: scores
  /^\d{1,2}-\d{1,2}(?:\(\d{1,2}\))?(?: \d{1,2}-\d{1,2}(?:\(\d{1,2}\))?)+$/,
  // 2671 - 2555 - 2415: values in a row, each set off by spaces
  /^\d+(?: - \d+){2,}$/,
  // 1 84 12 76 451 089 46: eight or more heaps of digits, which no country groups a number in
  /^\d{1,3}(?: \d{1,3}){7,}$/,
  // 0-306-40615-2, 978-3-16-148410-0: books
  /^(?:97[89]-\d{1,5}|\d)-\d{2,7}-\d{2,7}-\d$/,
  // 078-05-1120: social security
  /^\d{3}-\d{2}-\d{4}$/,
  // 20-00-00: a sort code
  /^\d\d-\d\d-\d\d$/,
  // 11.222.333/0001-81, 111.444.777-35: companies and people in Brazil
  /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/,
  /^\d{3}\.\d{3}\.\d{3}-\d{2}$/,
  // 811228-9874, 19811228-9874: people in Sweden
  /^(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{4}$/,
  // 94043-1351, 01310-100, 100-8111 alone: postcodes
  /^\d{5}-\d{3,4}$/,
  // 01/2006: a month
  /^(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d$/,
  // 968355/2025: a file
  /^\d{4,}\/(?:19|20)\d\d$/,
  // 703269 -71.00: an amount
  / -\d+[.,]\d\d$/,
  // 0000000: nothing but one digit
  /^(\d)\1{6,}$/,
];

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?:19|20)\\d\\d';
/** 05.10.1986, 2020/07/04 - 26/04/2023: days with their year, in whatever order. */
const DATE = `(?:${DAY}[./-]${DAY}[./-]${YEAR}|${YEAR}[./-]${DAY}[./-]${DAY})`;
const DATES = new RegExp(`^${DATE}(?:\\s?[-~/ ]\\s?(?:${DATE}|\\d\\d?[.:]\\d\\d))*$`);

const DAY_OR_MONTH = new RegExp(`^(?:${DATE}|(?:0?[1-9]|1[0-2])/${YEAR})\\.?$`);

/** 1953. 04. 01., as Hungary and Korea write days. */
const SPACED_DATE = /^(?:19|20)\d\d\. ?(?:0?[1-9]|1[0-2])\. ?(?:0?[1-9]|[12]\d|3[01])\.?$/;

/** Whether digits are days with their year: no phone is written so, whatever the words say. */
export function isDate(written: string): boolean {
  return (
    DATES.test(written) ||
    SPACED_DATE.test(written) ||
    written.split(/\s+/).some((word) => DAY_OR_MONTH.test(word))
  );
}

/** 192.168.0.1, with room for the misprint 999. Four pairs of digits may be a Danish number. */
const IP_ADDRESS = /^(?!0\d)(?!\d\d(?:\.\d\d){3}$)\d{1,3}(?:\.\d{1,3}){3}$/;

/** Whether digits with their signs are written as something else is. */
export function isOtherForm(written: string): boolean {
  return (
    isDate(written) || IP_ADDRESS.test(written) || OTHER_FORMS.some((form) => form.test(written))
  );
}
