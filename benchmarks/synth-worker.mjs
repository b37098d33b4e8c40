/** The CDK app that synth.mjs measures: one stack with one API in the working directory. */
import * as gatewright from '@gatewright/cdk-construct';
import { App, Stack } from 'aws-cdk-lib';
import { LambdaIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';

const { construct, routes, stacks, packaging, outdir } = JSON.parse(process.argv[2]);
const context = { '@aws-cdk/aws-apigateway:disableCloudWatchRole': true };
const app = new App({ outdir, context });
const stack = new Stack(app, 'Bench');

if (construct === 'peer') createPeer();
else new gatewright[construct](stack, 'Api', { controllers: 'src/*.controller.ts', stacks, packaging });
app.synth();

function createPeer() {
  const api = new RestApi(stack, 'Api');
  for (let index = 0; index < routes; index++) {
    const fn = new NodejsFunction(stack, `Function${index}`, { entry: `handlers/handler${index}.ts` });
    api.root.addResource(`path${index}`).addMethod('GET', new LambdaIntegration(fn));
  }
}
