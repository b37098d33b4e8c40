import { nameOf } from './decorator-table.js';

/** A row of the table with `each` and a message of its own. */
export const withEach = (row: string): string => {
  const given = row.slice(row.indexOf('(') + 1, -1);
  const places = OPTIONS_AT[nameOf(row)] ?? 0;
  const count = given === '' ? 0 : argumentCount(given);
  const rest = Array.from({ length: Math.max(0, places - count) }, () => 'undefined');
  const args = [
    ...(count > places ? [] : given === '' ? [] : [given]),
    ...rest,
    '{ each: true, message: "$value $property $constraint1 $target" }',
  ];
  return count > places ? row : `${nameOf(row)}(${args.join(', ')})`;
};

const argumentCount = (text: string): number => {
  let depth = 0;
  let count = 1;
  for (const letter of text) {
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter)) depth--;
    if (letter === ',' && depth === 0) count++;
  }
  return count;
};

/** Position of the options in each decorator's arguments, where it is not the first. */
const OPTIONS_AT: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'Equals NotEquals IsIn IsNotIn IsDivisibleBy Max Min MinDate MaxDate IsDateString IsNumberString Contains NotContains IsAlpha IsAlphanumeric ' +
    'IsDecimal IsBase64 IsCurrency IsEmail IsFQDN IsMACAddress IsIP IsISBN IsISO8601 IsUrl IsUUID MaxLength MinLength IsPhoneNumber IsHash IsISSN ' +
    'IsNumber IsEnum ArrayContains ArrayNotContains ArrayMinSize ArrayMaxSize IsNotEmptyObject IsInstance IsIBAN IsIdentityCard IsPassportNumber ' +
    'IsPostalCode IsRgbColor IsStrongPassword IsTaxId'
  )
    .split(' ')
    .map((name) => [name, 1])
    .concat([
      ['IsByteLength', 2],
      ['Length', 2],
      ['IsMobilePhone', 2],
      ['Matches', 2],
    ]),
);
