/** Controllers of which one leaves its packaging to the build, and the others say it of a class or of a method. */
import {
  All,
  Controller,
  Delete,
  Get,
  Head,
  HttpCode,
  NotFound,
  Options,
  Packaging,
  Param,
  Post,
} from '@gatewright/core';

@Controller('/cats')
export class CatsController {
  @Get() list() {
    return ['tom'];
  }

  @Get('/latest') latest() {
    return 'latest';
  }

  @Get('/:name') find(@Param('name') name: string) {
    if (name === 'none') throw new NotFound(`no ${name}`);
    return { name };
  }

  @Post() @HttpCode(201) add() {
    return 'added';
  }
}

@Controller('/dogs')
@Packaging('controller')
export class DogsController {
  @Get() list() {
    return ['rex'];
  }

  @Head() head() {}

  @Options() options() {
    return 'own';
  }
}

@Controller('/birds')
export class BirdsController {
  @Delete('/:name') @Packaging('route') remove(@Param('name') name: string) {
    return name;
  }
}

@Controller('/files')
@Packaging('app')
export class FilesController {
  @Get('/{path+}') get(@Param('path') path: string) {
    return path;
  }

  @All('/any') any() {
    return 'any';
  }
}
