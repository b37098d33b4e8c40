type Any = (...values: any[]) => any;
export const applyDecorators =
  (...decorators: Any[]): Any =>
  (target: object, key?: string, descriptor?: PropertyDescriptor) => {
    for (const decorator of decorators.reverse()) decorator(target, key, descriptor);
  };
