import type { Manifest, ParameterManifest, RouteManifest } from '@gatewright/core/compiler';
import { requestModels } from '../../src/rest-body/request-models.js';
import { manifestOf, route } from '../manifest.js';

const body: ParameterManifest = {
  index: 0,
  in: 'body',
  type: { kind: 'class', class: 'Address' },
  required: true,
  schema: 'Address',
};
const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const model = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };

const manifestWith = (given: Partial<RouteManifest>): Manifest => ({
  ...manifestOf({ ...route('A.post', 'POST', '/a'), parameters: [body], ...given }),
  schemas: { Address: { schema, notExpressed: [] }, 'Address.2': { schema, notExpressed: [] } },
});
const modelsWith = (given: Partial<RouteManifest> = {}) => [...requestModels(manifestWith(given)).values()];

describe('requestModels', () => {
  it('has the model of a DTO, by the id of the route', () => {
    expect(requestModels(manifestWith({}))).toEqual(new Map([['A.post', { name: 'Address', schema: model }]]));
  });

  it('has models of lists, and names of letters and digits', () => {
    const list = { ...body, type: { kind: 'array', items: body.type } } as const;

    expect(modelsWith({ parameters: [list] })).toEqual([
      { name: 'Addressx5bx5d', schema: { type: 'array', items: model } },
    ]);
    expect(modelsWith({ parameters: [{ ...body, schema: 'Address.2' }] })[0]?.name).toBe('Addressx2e2');
  });

  it.each<[string, Partial<RouteManifest>]>([
    ['takes the body as it is', { parameters: [{ index: 0, in: 'body', type: { kind: 'unknown' }, required: true }] }],
    ['takes one property', { parameters: [{ ...body, name: 'address' }] }],
    ['may do without a body', { parameters: [{ ...body, required: false }] }],
    ['takes the body twice', { parameters: [body, { ...body, index: 1 }] }],
    ['takes forms first', { consumes: ['application/x-www-form-urlencoded', 'application/json'] }],
    ['has middleware', { layers: [{ kind: 'function', value: 'log' }] }],
    ['has middleware of middy', { layers: [{ kind: 'middy', values: ['parser'] }] }],
    ['has middleware that is a class', { layers: [{ kind: 'class', class: 'Log' }] }],
    ['maps errors', { catches: [[{ errors: { value: 'NotThere' }, answer: { json: 404 } }]] }],
    ['takes a Standard Schema', { parameters: [{ ...body, type: { kind: 'schema', value: 'Address' } }] }],
  ])('leaves out a route that %s', (_, given) => {
    expect(modelsWith(given)).toEqual([]);
  });

  it('keeps a route with middleware of the framework', () => {
    expect(modelsWith({ layers: [{ kind: 'cors' }], consumes: ['application/json'] })).toHaveLength(1);
  });

  it('has none where the manifest has no schemas', () => {
    expect(requestModels(manifestOf(route('A.get', 'GET', '/a')))).toEqual(new Map());
  });
});
