import * as construct from '../src/index.js';

describe('@gatewright/cdk-construct', () => {
  it('exports the constructs and nothing else', () => {
    expect(Object.keys(construct)).toEqual(['ControllerFunctionUrl', 'ControllerHttpApi', 'ControllerRestApi']);
  });
});
