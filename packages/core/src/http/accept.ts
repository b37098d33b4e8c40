/**
 * Content negotiation (RFC 9110, 12.5). The package negotiator does the same, but each half of it is 4 kB in a bundle,
 * since CommonJS cannot be shaken; this is 0.7 kB.
 */

/** One element of an `Accept` or `Accept-Encoding` header. */
export interface AcceptRange {
  /** In lower case. */
  readonly value: string;
  /** `name=value`, in lower case, without quotes. */
  readonly parameters: readonly string[];
  /** 0 to 1; 0 is not acceptable (12.4.2). */
  readonly quality: number;
}

/** Reads an `Accept` or `Accept-Encoding` header, whose quoted strings may hold any separator; one without an end has no more of them. */
export const readAccept = (header: string): AcceptRange[] =>
  split(header, /(?:[^",]|"(?:\\.|[^"\\])*"?)+/g).map((element) => {
    const [value = '', ...rest] = split(element, /(?:[^";]|"(?:\\.|[^"\\])*"?)+/g);
    const all = rest.map((item) =>
      item
        .split('=')
        .map((side) => side.trim())
        .join('=')
        .replaceAll('"', ''),
    );
    const weight = all.findIndex((item) => item.startsWith('q='));
    const quality = weight < 0 ? 1 : Number(all[weight]?.slice(2));
    return {
      value,
      parameters: weight < 0 ? all : all.slice(0, weight),
      // a weight that is none is as good as no weight
      quality: quality >= 0 && quality <= 1 ? quality : 1,
    };
  });

/** The type that a client likes best; of equal ones the one it names more closely, then earlier. Undefined when it wants none. */
export function preferredType(accept: string, types: readonly string[]): string | undefined {
  const ranges = readAccept(accept);
  const candidates = types.map((type) => {
    const [offer] = readAccept(type);
    // the most specific range has the say (12.5.1)
    const [match] = ranges
      .map((range, order) => ({ quality: range.quality, order, specificity: specificity(offer as AcceptRange, range) }))
      .filter((item) => item.specificity > 0)
      .sort((one, other) => other.specificity - one.specificity || other.quality - one.quality);
    return { type, quality: 0, specificity: 0, order: 0, ...match };
  });
  const [best] = candidates
    .filter((item) => item.quality > 0)
    .sort(
      (one, other) => other.quality - one.quality || other.specificity - one.specificity || one.order - other.order,
    );
  return best?.type;
}

/** How closely a range names a type: 1 for all, 2 for a main type, 3 for the type, more with parameters; 0 when it does not. */
function specificity(offer: AcceptRange, { value, parameters }: AcceptRange): number {
  if (!parameters.every((item) => offer.parameters.includes(item))) return 0;
  if (value === '*/*') return 1;
  if (value === offer.value) return 3 + parameters.length;
  return value.endsWith('/*') && offer.value.startsWith(value.slice(0, -1)) ? 2 : 0;
}

const split = (text: string, part: RegExp): string[] =>
  (text.match(part) ?? []).map((item) => item.trim().toLowerCase()).filter(Boolean);
