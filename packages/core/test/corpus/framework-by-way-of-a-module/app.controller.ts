import { AdminPost, Body, Controller, Get, Param } from './framework.js';
import { IsInt } from 'class-validator';
class Item { @IsInt() n!: number; }
@Controller('/by-way') export class ByWayController { @AdminPost('/:id') post(@Param() id: string, @Body() items: Item[]) { return [id, items.every((item) => item instanceof Item)]; } @Get() get() {} }
