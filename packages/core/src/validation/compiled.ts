/** What compiled DTOs import; nothing of class-validator or class-transformer. */
export { type AuthoredRule, authored, validatorIn, validatorOf } from './compiled/authored.js';
export { bindAuthored, bindAuthoredList, bindCompiled, bindCompiledList, type CompiledDto } from './compiled/bind.js';
export {
  convert,
  convertByName,
  convertMap,
  copier,
  copy,
  filler,
  isData,
  setProperty,
  toBoolean,
  toBuffer,
  toDate,
  toNumber,
  toText,
} from './compiled/convert.js';
export { each, enumValues } from './compiled/each.js';
export { addContexts, settled, unknownValue } from './compiled/error.js';
export { fits, isNoEmail, isPlainEmail } from './compiled/fits.js';
export { formatMessage } from './compiled/format-message.js';
export { nested } from './compiled/nested.js';
export { copyRecords, forgetter, recall, recorder, registration } from './compiled/record.js';
export { toPlainOutput } from './compiled/to-plain-output.js';
