import { Body, Controller, Post } from '@gatewright/core';
import { IsInt, IsString, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
abstract class Pet { @IsString() kind!: string; }
class Cat extends Pet { @IsInt() lives!: number; }
class Dog extends Pet { @IsString() bark!: string; }
class Owner { @ValidateNested() @Type(() => Pet, { keepDiscriminatorProperty: true, discriminator: { property: 'kind', subTypes: [{ value: Cat, name: 'cat' }, { value: Dog, name: 'dog' }] } }) pet!: Pet; }
@Controller('/pets') export class PetsController { @Post() post(@Body() { pet }: Owner) { return [pet.constructor.name, pet instanceof Pet]; } }
