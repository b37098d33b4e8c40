/** Values that nobody thought of: others with a small change, and anything that JSON may hold. */

/** A value with a small change, or another. */
export function randomValue(value: unknown, random: () => number): unknown {
  const below = (limit: number) => Math.floor(random() * limit);
  if (random() < 0.2) return anyValue(below, 2);
  if (typeof value === 'string') return changedText(value, below);
  if (typeof value === 'number') return [value + 1, value - 1, -value, value / 2, value * 10, `${value}`][below(6)];
  if (Array.isArray(value)) return changedArray(value, below, random);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return anyValue(below, 2);
  const keys = Object.keys(value);
  const key = keys[below(keys.length)];
  if (key === undefined) return { [changedText('a', below)]: anyValue(below, 1) };
  return { ...value, [key]: randomValue((value as Readonly<Record<string, unknown>>)[key], random) };
}

/** A whole number from 0 to one below the limit. */
type Below = (limit: number) => number;

function changedText(text: string, below: Below): string {
  const at = below(text.length + 1);
  const letter = String.fromCodePoint([below(128), below(128), below(0x3000), below(0x11_0000)][below(4)] as number);
  switch (below(5)) {
    case 0:
      return text.slice(0, at) + letter + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    case 2:
      return text.slice(0, at) + letter + text.slice(at + 1);
    case 3:
      return text.length > 300 ? text.slice(0, at) : text + text;
    default:
      return below(2) === 0 ? text.toUpperCase() : text.slice(0, at);
  }
}

function changedArray(values: readonly unknown[], below: Below, random: () => number): unknown[] {
  const at = below(values.length + 1);
  if (below(2) === 0) return [...values.slice(0, at), anyValue(below, 1), ...values.slice(at)];
  return values.map((value, index) => (index === at ? randomValue(value, random) : value));
}

function anyValue(below: Below, depth: number): unknown {
  switch (below(depth === 0 ? 4 : 6)) {
    case 0:
      return [null, true, false, undefined][below(4)];
    case 1:
      return [below(10), -below(1000), below(2 ** 31) * 2 ** 31, below(1000) / 7, 10 ** (below(40) - 20)][below(5)];
    case 2:
      return changedText(changedText('', below), below);
    case 3:
      return new Date(below(2 ** 31) * 1000).toISOString().slice(0, 4 + below(21));
    case 4:
      return Array.from({ length: below(4) }, () => anyValue(below, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: below(3) }, () => [changedText('name', below), anyValue(below, depth - 1)]),
      );
  }
}
