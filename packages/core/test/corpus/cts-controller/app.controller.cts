import core = require('@gatewright/core');
@core.Controller('/cts')
class CtsController {
  @core.Get() get() {
    return 'cts';
  }
}
export = { CtsController };
