/** class-transformer's decorators, remembered as in a handler without class-transformer, too. */
import '../../../src/metadata/reflect.js';
import * as library from 'class-transformer';
import { recorder } from '../../../src/validation/compiled/record.js';

type Name = 'Exclude' | 'Expose' | 'Transform' | 'Type';

const both = <TName extends Name>(name: TName): (typeof library)[TName] =>
  ((...args: unknown[]) => {
    const decorate = (library[name] as (...given: unknown[]) => (target: object, property: string) => void)(...args);
    const remember = recorder(name)(...args);
    return (target: object, property: string) => {
      decorate(target, property);
      remember(target, property);
    };
  }) as never;

export const Exclude = both('Exclude');
export const Expose = both('Expose');
export const Transform = both('Transform');
export const Type = both('Type');
