export const seen: string[] = [];
export const Env = (name: string) => (target: object, property: string) => {
  seen.push(`${target.constructor.name}.${property}`);
  Object.defineProperty(target, property, { get: () => `env ${name}`, configurable: true });
};
export const Memo = (_target: object, name: string, descriptor: PropertyDescriptor) => {
  const read = descriptor.get!;
  descriptor.get = function (this: object) {
    const value = read.call(this);
    Object.defineProperty(this, name, { value });
    return value;
  };
};
export const Tagged = (tag: string) => (target: object, _member: string | undefined, index: number) => {
  seen.push(`${(target as { name: string }).name}(${index}) ${tag}`);
};
