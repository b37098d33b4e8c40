/**
 * Declared type of a property as tsc writes it to decorator metadata, from what a compiler wrote that sees one file at a time: of an
 * imported enum, or a union that a constant is made of, it knows only the name, and writes what that stands for at run time.
 */
export function designType(written: unknown): unknown {
  if (typeof written === 'function') return written;
  // of a numeric enum both names and numbers are keys
  const members =
    typeof written === 'object' && written !== null
      ? Object.entries(written).flatMap(([name, value]) => (Number.isNaN(Number(name)) ? [value] : []))
      : [written];
  const is = (type: string): boolean => members.length > 0 && members.every((member) => typeof member === type);
  return is('string') ? String : is('number') ? Number : Object;
}
