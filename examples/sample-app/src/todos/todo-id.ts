import { randomBytes } from 'node:crypto';

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let latest = 0;

/** Makes a UUIDv7 (RFC 9562): sorted by id, todos are in the order of their creation. */
export const newTodoId = (): string => {
  // No millisecond twice, so that todos made by the same process in quick succession keep their order.
  latest = Math.max(Date.now(), latest + 1);
  const bytes = randomBytes(16);
  bytes.writeUIntBE(latest, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

/** Tells whether a text may be the id of a todo. */
export const isTodoId = (text: string): boolean => PATTERN.test(text);
