export const Twice = (_target: object, _name: string, descriptor: PropertyDescriptor) => {
  const run = descriptor.value;
  descriptor.value = function (this: { label(): string }, ...values: unknown[]) {
    return [this.label(), run.apply(this, values), run.apply(this, values)];
  };
};
export const Sealed = (target: { prototype: object }) => {
  Object.defineProperty(target.prototype, 'sealed', { value: 'sealed' });
};
export const noted: string[] = [];
export const Note = (text: string) => (_target: object, name: string, index: number) => {
  noted.push(text + name + index);
};
