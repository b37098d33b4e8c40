import { Exclude, Expose } from 'class-transformer';

/** An account as it is sent: never with its password. */
@Exclude()
export class Account {
  @Expose()
  id!: number;

  @Expose({ name: 'displayName' })
  name!: string;

  password!: string;
}
