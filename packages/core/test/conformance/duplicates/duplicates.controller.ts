import { Controller, Get, Param } from '@gatewright/core';

@Controller('/duplicates')
export class DuplicatesController {
  @Get('/:id')
  one(@Param('id') id: string) {
    return id;
  }

  @Get('/{name}')
  other(@Param('name') name: string) {
    return name;
  }
}
