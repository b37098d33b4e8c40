import { Injectable } from '@gatewright/core';
import { CircularController } from './app.controller.js';
@Injectable()
export class CircularService {
  name() {
    return CircularController.title;
  }
}
