/** How DTOs are validated where nothing else is said: unknown properties are stripped; a target is not repeated in each error. */
export const DEFAULT_OPTIONS: {
  readonly whitelist: boolean;
  readonly forbidUnknownValues: boolean;
  readonly validationError: { readonly target: boolean; readonly value: boolean };
} = { whitelist: true, forbidUnknownValues: true, validationError: { target: false, value: false } };
