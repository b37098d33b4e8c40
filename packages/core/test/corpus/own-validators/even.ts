import { ValidatorConstraint } from 'class-validator';
@ValidatorConstraint({ name: 'even' })
export class Even {
  validate(value: number) {
    return value % 2 === 0;
  }
  defaultMessage() {
    return '$property is odd';
  }
}
