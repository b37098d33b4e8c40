/** What a message is made from; class-validator's `ValidationArguments`. */
export interface MessageArguments {
  readonly targetName: string;
  readonly property: string;
  readonly object: unknown;
  readonly value: unknown;
  readonly constraints: readonly unknown[] | undefined;
}

/** Replaces `$constraint1`, `$value`, `$property` and `$target`, in class-validator's order and by its means. */
export function formatMessage(message: unknown, args: MessageArguments): string {
  let text = typeof message === 'function' ? message(args) : message;
  for (const [index, constraint] of (args.constraints ?? []).entries())
    if (text) text = text.replace(new RegExp(`\\$constraint${index + 1}`, 'g'), constraintText(constraint));
  const { value } = args;
  if (text && (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'))
    text = text.replace(/\$value/g, value);
  if (text) text = text.replace(/\$property/g, args.property);
  return text ? text.replace(/\$target/g, args.targetName) : text;
}

function constraintText(constraint: unknown): string {
  if (Array.isArray(constraint)) return constraint.join(', ');
  return `${typeof constraint === 'symbol' ? constraint.description : constraint}`;
}
