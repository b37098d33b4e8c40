import type { ValidatorEmitter } from './emit-validator.js';

/** Emits what is done with properties that no rule is about, before anything else. */
export function emitWhitelist(names: readonly string[], emitter: ValidatorEmitter): string[] {
  const { options, isEager } = emitter;
  if (!options.whitelist) return [];
  const known =
    names.length === 0 ? [] : [`    ${names.map((name) => `case ${JSON.stringify(name)}:`).join(' ')} break;`];
  const message = '"property " + key + " should not exist"';
  const forbid = `${isEager ? 'errors' : '(errors ??= [])'}.push({ ...${emitter.newError()}(object, object[key], key), children: undefined, constraints: { whitelistValidation: ${message} } });`;
  // what is inherited cannot be deleted, and for...in makes no list
  const keys = options.forbidNonWhitelisted ? 'of Object.keys(object)' : 'in object';
  return [
    `  for (const key ${keys}) switch (key) {`,
    ...known,
    `    default: ${options.forbidNonWhitelisted ? forbid : 'delete object[key];'}`,
    '  }',
  ];
}
