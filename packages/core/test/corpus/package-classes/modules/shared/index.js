import { Injectable } from '@gatewright/core';
import { IsInt } from 'class-validator';
export class Clock {
  now() {
    return 'package time';
  }
}
Injectable()(Clock);
export class Base {
  run() {
    return 'ran ' + this.hook();
  }
}
export class Dto {}
IsInt()(Dto.prototype, 'n');
