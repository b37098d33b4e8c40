import { Body, Cookie, Ctx, Headers, Param, Query, Req } from '../../src/decorators/parameter.js';
import type { ParameterMark } from '../../src/metadata/decorate.js';
import { readOwnRecords } from '../../src/metadata/record.js';

class Dto {}

describe('parameter decorators', () => {
  it.each<[string, ParameterMark, string, readonly unknown[]]>([
    ['Param()', Param(), 'Param', []],
    ["Param('id')", Param('id'), 'Param', ['id']],
    ['Query(Dto)', Query(Dto), 'Query', [Dto]],
    ["Query('tag', options)", Query('tag', { type: [String] }), 'Query', ['tag', { type: [String] }]],
    ['Query(options)', Query({ required: true }), 'Query', [{ required: true }]],
    ["Headers('etag')", Headers('etag'), 'Headers', ['etag']],
    ["Cookie('session')", Cookie('session'), 'Cookie', ['session']],
    ['Body()', Body(), 'Body', [undefined, undefined]],
    ['Body([Dto])', Body([Dto]), 'Body', [[Dto], undefined]],
    ["Body('title', options)", Body('title', { required: false }), 'Body', ['title', { required: false }]],
    ['Req()', Req(), 'Req', [undefined]],
    ["Req('path')", Req('path'), 'Req', ['path']],
    ["Ctx('awsRequestId')", Ctx('awsRequestId'), 'Ctx', ['awsRequestId']],
  ])('%s is recorded with its arguments', (_, decorator, name, recorded) => {
    class Target {
      method(value: unknown): unknown {
        return value;
      }
    }
    decorator(Target.prototype, 'method', 0);
    expect(readOwnRecords(Target)).toEqual([{ decorator: name, arguments: recorded, member: 'method', parameter: 0 }]);
  });
});
