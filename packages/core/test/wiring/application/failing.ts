import { Controller, Get, Inject, provide } from '@gatewright/core';

@Controller('/failing', {
  providers: [provide('settings', { useFactory: () => Promise.reject(new RangeError('no settings')) })],
})
export class FailingController {
  constructor(@Inject('settings') readonly settings: object) {}

  @Get()
  get() {
    return this.settings;
  }
}
