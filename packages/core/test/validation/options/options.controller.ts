import { Body, Controller, Get, Post, Query, Validation } from '@gatewright/core';
import { Exclude, Expose, Type } from 'class-transformer';
import { IsDefined, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';

export class Address {
  @IsString() city!: string;
}

export class Account {
  @IsString() @Length(3, 20) @Matches(/^a/) name!: string;
  @IsInt({ groups: ['create'] }) @Min(18, { always: true }) @IsOptional({ always: true }) age = 20;
  @IsOptional() @ValidateNested() @Type(() => Address) address?: Address;
}

export class Versioned {
  @Expose({ since: 1, until: 2 }) @IsOptional() @IsString() old?: string;
  @Expose({ since: 2 }) @IsOptional() @IsString() current?: string;
  @Expose({ groups: ['admin'] }) @IsOptional() @IsString() role?: string;
  @Exclude() @IsOptional() @IsString() secret?: string;
}

export class Implicit {
  @IsInt() count!: number;
  @IsOptional() @IsString() text?: string;
}

export class Defined {
  @IsDefined() @IsString() must!: string;
  @IsString() may!: string;
}

class Unknown {
  name?: string;
}

export class Holder {
  @ValidateNested() @Type(() => Unknown) held!: Unknown;
}

export class Page {
  @IsOptional() @IsInt() @Max(100) limit?: number;
}

@Controller('/options')
@Validation({ transformOptions: { exposeUnsetFields: false } })
export class OptionsController {
  @Post('/application')
  application(@Body() input: Account): object {
    return input;
  }

  @Post('/all-errors')
  @Validation({ stopAtFirstError: false, maxErrors: 100 })
  allErrors(@Body() input: Account): object {
    return input;
  }

  @Post('/list')
  list(@Body([Account]) input: Account[]): object {
    return input;
  }

  @Post('/forbidden')
  @Validation({ forbidNonWhitelisted: true })
  forbidden(@Body() input: Account): object {
    return input;
  }

  @Post('/kept')
  @Validation({ whitelist: false })
  kept(@Body() input: Account): object {
    return input;
  }

  @Post('/groups')
  @Validation({ groups: ['create'], stopAtFirstError: false })
  groups(@Body() input: Account): object {
    return input;
  }

  @Post('/strict-groups')
  @Validation({ strictGroups: true })
  strictGroups(@Body() input: Account): object {
    return input;
  }

  @Post('/always')
  @Validation({ groups: ['none'], always: true })
  always(@Body() input: Account): object {
    return input;
  }

  @Post('/no-messages')
  @Validation({ dismissDefaultMessages: true, stopAtFirstError: false })
  noMessages(@Body() input: Account): object {
    return input;
  }

  @Post('/skip-missing')
  @Validation({ skipMissingProperties: true })
  skipMissing(@Body() input: Defined): object {
    return input;
  }

  @Post('/skip-undefined')
  @Validation({ skipUndefinedProperties: true })
  skipUndefined(@Body() input: Defined): object {
    return input;
  }

  @Post('/skip-null')
  @Validation({ skipNullProperties: true })
  skipNull(@Body() input: Defined): object {
    return input;
  }

  @Post('/known')
  known(@Body() input: Holder): object {
    return input;
  }

  @Post('/unknown')
  @Validation({ forbidUnknownValues: false, whitelist: false })
  unknown(@Body() input: Holder): object {
    return input;
  }

  @Post('/version')
  @Validation({ transformOptions: { version: 2, groups: ['admin'] } })
  version(@Body() input: Versioned): object {
    return input;
  }

  @Post('/exposed')
  @Validation({ transformOptions: { excludeExtraneousValues: true } })
  exposed(@Body() input: Versioned): object {
    return input;
  }

  @Post('/undecorated')
  @Validation({ transformOptions: { ignoreDecorators: true, excludePrefixes: ['o'] } })
  undecorated(@Body() input: Versioned): object {
    return input;
  }

  @Post('/none')
  @Validation({ transformOptions: { strategy: 'excludeAll' } })
  none(@Body() input: Account): object {
    return input;
  }

  @Post('/implicit')
  @Validation({ transformOptions: { enableImplicitConversion: true } })
  implicit(@Body() input: Implicit): object {
    return input;
  }

  @Get('/query')
  @Validation({ forbidNonWhitelisted: true })
  query(@Query() page: Page): object {
    return page;
  }
}
