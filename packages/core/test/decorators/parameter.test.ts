import { Consumes } from '../../src/decorators/consumes.js';
import {
  Auth,
  Body,
  Cookie,
  Ctx,
  Headers,
  Param,
  Query,
  Req,
  Signal,
  UploadedFile,
  UploadedFiles,
} from '../../src/decorators/parameter.js';
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
    ['Body()', Body(), 'Body', []],
    ['Body([Dto])', Body([Dto]), 'Body', [[Dto]]],
    ["Body('title', options)", Body('title', { required: false }), 'Body', ['title', { required: false }]],
    ['Req()', Req(), 'Req', [undefined]],
    ["Req('path')", Req('path'), 'Req', ['path']],
    ["UploadedFile('f')", UploadedFile('f'), 'UploadedFile', ['f', undefined]],
    ['UploadedFiles(options)', UploadedFiles({ required: false }), 'UploadedFiles', [{ required: false }, undefined]],
    ["Auth('sub', options)", Auth('sub', { required: true }), 'Auth', ['sub', { required: true }]],
    ['Signal()', Signal(), 'Signal', []],
    ['Ctx(key)', Ctx({ name: 'tenant' }), 'Ctx', [{ name: 'tenant' }]],
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

describe('Consumes', () => {
  it('is recorded with its media types', () => {
    class Target {
      method(): void {}
    }
    Consumes('text/csv', 'text/plain')(Target.prototype, 'method', {});
    expect(readOwnRecords(Target)).toEqual([
      { decorator: 'Consumes', arguments: [['text/csv', 'text/plain']], member: 'method' },
    ]);
  });
});
