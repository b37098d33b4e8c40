/** A CRUD application of ten resources with five routes each: as controllers, and as an expert would write it by hand. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const RESOURCES = ['carts', 'files', 'items', 'notes', 'orders', 'prices', 'stores', 'tags', 'teams', 'users'];

const STORE = `import { Injectable } from '@gatewright/core';

export class Item {
  id!: string;
  name!: string;
}

@Injectable()
export class Store {
  readonly #kinds = new Map<string, Map<string, Item>>();
  list(kind: string): Item[] { return [...this.#of(kind).values()]; }
  get(kind: string, id: string): Item { return this.#of(kind).get(id) ?? { id, name: '' }; }
  put(kind: string, id: string, item: Item): Item { this.#of(kind).set(id, item); return item; }
  remove(kind: string, id: string): void { this.#of(kind).delete(id); }
  #of(kind: string): Map<string, Item> {
    const items = this.#kinds.get(kind) ?? new Map<string, Item>();
    this.#kinds.set(kind, items);
    return items;
  }
}
`;

const className = (resource) => `${resource[0].toUpperCase()}${resource.slice(1)}`;

const controller = (
  resource,
) => `import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@gatewright/core';
import { Item, Store } from './store.js';

@Controller('/${resource}')
export class ${className(resource)} {
  constructor(private readonly store: Store) {}
  @Get() list(): Item[] { return this.store.list('${resource}'); }
  @Get('/:id') get(@Param() id: string): Item { return this.store.get('${resource}', id); }
  @Post() @HttpCode(201) create(@Body(Object) item: any): Item { return this.store.put('${resource}', item.id, item); }
  @Put('/:id') update(@Param() id: string, @Body(Object) item: any): Item { return this.store.put('${resource}', id, item); }
  @Delete('/:id') remove(@Param() id: string): void { this.store.remove('${resource}', id); }
}
`;

/** Writes the controllers into a folder. */
export function writeCrud(folder) {
  const src = path.join(folder, 'src');
  mkdirSync(src, { recursive: true });
  writeFileSync(path.join(src, 'store.ts'), STORE);
  for (const resource of RESOURCES) writeFileSync(path.join(src, `${resource}.controller.ts`), controller(resource));
}

const routesByHand = (resource) => `  'GET /${resource}': () => ok(list('${resource}')),
  'GET /${resource}/{id}': (event) => ok(get('${resource}', event.pathParameters.id)),
  'POST /${resource}': (event) => { const item = JSON.parse(event.body); return ok(put('${resource}', item.id, item), 201); },
  'PUT /${resource}/{id}': (event) => ok(put('${resource}', event.pathParameters.id, JSON.parse(event.body))),
  'DELETE /${resource}/{id}': (event) => { remove('${resource}', event.pathParameters.id); return { statusCode: 204 }; },`;

/** The same by hand, as one module: nothing is checked that does not have to be. */
export const CRUD_BY_HAND = `const kinds = new Map();
const of = (kind) => {
  const items = kinds.get(kind) ?? new Map();
  kinds.set(kind, items);
  return items;
};
const list = (kind) => [...of(kind).values()];
const get = (kind, id) => of(kind).get(id) ?? { id, name: '' };
const put = (kind, id, item) => { of(kind).set(id, item); return item; };
const remove = (kind, id) => { of(kind).delete(id); };
const ok = (value, statusCode = 200) => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
const problem = (status, title) => ({
  statusCode: status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({ title, status }),
});
const routes = {
${RESOURCES.map(routesByHand).join('\n')}
};
export const handler = async (event) => {
  try {
    const route = routes[event.routeKey];
    return route === undefined ? problem(404, 'Not Found') : await route(event);
  } catch (error) {
    console.error(error);
    return error instanceof SyntaxError ? problem(400, 'Bad Request') : problem(500, 'Internal Server Error');
  }
};
`;

/** A request to each of the fifty routes: method, path and the route's template. */
export const CRUD_REQUESTS = RESOURCES.flatMap((resource) => {
  const one = { path: `/${resource}/7`, template: `/${resource}/{id}` };
  const all = { path: `/${resource}`, template: `/${resource}` };
  const body = { id: '7', name: 'seven' };
  return [
    { method: 'POST', ...all, body },
    { method: 'GET', ...all },
    { method: 'PUT', ...one, body },
    { method: 'GET', ...one },
    { method: 'DELETE', ...one },
  ];
});
