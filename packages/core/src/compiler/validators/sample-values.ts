/** Values to try on a property: what its rules draw the line at, and what no rule expects. */
import type { ValidationDescription } from './dto-description.js';

/** What JSON may hold, and what a query string may be converted to. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'a',
  'true',
  '1',
  'x'.repeat(300),
  '\u{1F600}',
  'a\uFE0F',
  '\uFE0F',
  '\uD800',
  'constructor',
  0,
  -0,
  1,
  -1,
  1.5,
  1e-7,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  false,
  [],
  [1],
  ['a'],
  ['a', 'a'],
  [null],
  [undefined, 'a'],
  [[]],
  [{}],
  {},
  { a: 1 },
  { a: null },
  { length: 3 },
];

/** Text that one of the string rules takes. */
const FORMATS: readonly string[] = (
  'a@b.co ada.lovelace+tag@example.com a..b@c.de "quoted"@example.com é@example.com https://example.com/a?b=c http://localhost ftp://x ' +
  'example.com sub.example.co.uk 127.0.0.1 ::1 256.1.1.1 8080 70000 b3b5a6f0-1f2e-4d3c-8b9a-0c1d2e3f4a5b not-a-uuid 507f1f77bcf86cd799439011 ' +
  '2024-02-29 2024-02-30 2024-02-29T12:34:56Z 2024-W09-4 12:34 25:00 aGVsbG8= aGVsbG8 JBSWY3DP 0x1F ff00ff #ff00ff #ggg rgb(1,2,3) rgb(10%,20%,30%) ' +
  'rgba(1,2,3,0.5) hsl(0,100%,50%) abc ABC aBc abc123 123 -1.5 1,000.00 $10.00 1e5 0o17 52.52,13.40 91,0 90 -181 DE DEU 276 de de-DE EUR ' +
  'DE89370400440532013000 DEUTDEFF 4111111111111111 978-3-16-148410-0 0306406152 2049-3630 USRC17607839 US0378331005 4006381333931 ' +
  'd41d8cd98f00b204e9800998ecf8427e 00:1b:44:11:3a:b7 001b44113ab7 magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a text/html ' +
  'data:text/plain;base64,SGVsbG8= {"a":1} [1] 1.2.3 v1 aB3$efgh9 Europe/Berlin Nowhere/City +4930901820 030/901820 +1-202-555-0143 10115 ' +
  '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 0x52908400098527886E0F7030069857D2E4169EE7 -JhLeOlGIEjaIOFHR0xd ｆｕｌｌ half 𠮷 C01X00T47 ' +
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl 123-45-6789'
).split(' ');

/** Values to try on a property with these rules. */
export function sampleValues(rules: readonly ValidationDescription[]): unknown[] {
  const values = [...ODD, ...rules.flatMap(boundaries)];
  if (rules.some(({ place }) => !PLAIN.has(place.factory))) values.push(...FORMATS);
  if (!rules.some(({ each }) => each)) return values;
  const scalars = values.filter((value) => typeof value !== 'object' || value === null);
  return [
    ...values,
    ...scalars.map((value) => [value]),
    ...scalars.map((value) => new Set([value])),
    new Map([['k', 'a']]),
  ];
}

/** Rules that no text format is about. */
const PLAIN = new Set(
  'Allow IsDefined IsOptional ValidateIf ValidateNested Equals NotEquals IsEmpty IsNotEmpty IsString Length MinLength MaxLength IsIn IsNotIn IsInt IsNumber IsBoolean IsArray IsObject IsDate Min Max IsPositive IsNegative ArrayMinSize ArrayMaxSize ArrayNotEmpty ArrayUnique'.split(
    ' ',
  ),
);

/** What a rule's arguments draw the line at. */
const boundaries = ({ arguments: given }: ValidationDescription): unknown[] =>
  given.flatMap(({ json }) => around(json, 2));

function around(value: unknown, depth: number): unknown[] {
  if (typeof value === 'number') {
    const lengths = value >= 0 && value < 10_000 ? [value - 1, value, value + 1].filter((length) => length >= 0) : [];
    return [
      value - 1,
      value,
      value + 1,
      value + 0.5,
      ...lengths.flatMap((length) => [
        'x'.repeat(length),
        '\u{1F600}'.repeat(length),
        Array.from({ length }, () => 'a'),
      ]),
    ];
  }
  if (typeof value === 'string') return [value, `${value}x`, value.toUpperCase(), `before ${value} after`];
  if (typeof value === 'boolean') return [value];
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => [key, ...around(member, depth - 1)]);
  return [value, Array.isArray(value) ? value.slice(1) : { ...value }, ...inner];
}

/** A generator of numbers from 0 to 1, the same at every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
