/** The works that everyone does, and who does them: each bundled and minified as its users would. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '@gatewright/core/compiler';
import { httpApiEvent } from '@gatewright/core/testing';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { rolldown } from 'rolldown';
import { itemsController } from './peers/gatewright/items.mjs';
import { RESOURCES } from './peers/resources.mjs';
import { userJsonSchema } from './peers/user-json-schema.mjs';

const sources = path.join(import.meta.dirname, 'peers');

const USER = {
  name: 'Ann',
  email: 'ann@example.com',
  age: 30,
  tags: ['a', 'b'],
  address: { street: '1 Main Street', city: 'Springfield' },
};
const json = { 'content-type': 'application/json' };
const createUserEvent = (body) => httpApiEvent({ method: 'POST', path: '/users', headers: json, body });

/** What is sent in each work, and what must come back. */
export const WORKS = [
  {
    name: 'hello',
    title: 'Hello: a route that answers `{ "hello": "world" }`',
    events: { '': { event: httpApiEvent({ method: 'GET', path: '/hello' }), status: 200 } },
    gatewright: { controllers: ['HelloController'], id: 'HelloController.hello' },
  },
  {
    name: 'createUser',
    title: 'Create user: a body with a name, an email, an age, optional tags and a nested address, validated',
    events: {
      valid: { event: createUserEvent(USER), status: 201 },
      'invalid (5 errors)': {
        event: createUserEvent({ name: '', email: 'nobody', age: 1.5, tags: [1], address: { street: '', city: 'x' } }),
        status: 400,
      },
    },
    gatewright: { controllers: ['UsersController'], id: 'UsersController.create' },
  },
  {
    name: 'crud',
    title: 'CRUD application: ten resources of five routes in one function',
    events: {
      '': {
        event: httpApiEvent({ method: 'GET', path: '/items-7/5' }, { route: { method: 'GET', path: '/items-7/{id}' } }),
        status: 200,
      },
    },
    gatewright: { controllers: RESOURCES.map((_, index) => `Items${index}Controller`) },
  },
];

/** Peers, each a module with a function per work that makes the handler. */
const PEERS = [
  ['by hand', 'bare.mjs'],
  ['middy', 'middy.mjs'],
  ['lambda-api', 'lambda-api.mjs'],
  ['Hono', 'hono.mjs'],
  ['Powertools event handler', 'powertools.mjs'],
  ['Fastify', 'fastify.mjs'],
  ['NestJS with serverless-express', 'nest.ts'],
];

/** Handlers of a work: `{ name, file }`, by hand first. */
export async function bundleWork(work, folder) {
  const peers = [];
  for (const [name, module] of PEERS) peers.push({ name, file: await bundle(entry(work, module), folder) });
  const [bare, ...others] = peers;
  return [bare, ...(await bundleGatewright(work, folder)), ...others];
}

const entry = ({ name }, module) => ({
  name: `${name}-${path.parse(module).name}`,
  code: `import { ${name} } from ${JSON.stringify(path.join(sources, module))};\nexport const handler = await ${name}();`,
});

/** What NestJS asks for and does without. */
const ABSENT = /^(@nestjs\/(microservices|websockets)|class-transformer\/storage|@fastify\/|cache-manager)/;

/** Bundles a module into one minified file for Node.js. */
async function bundle({ name, code }, folder) {
  const file = path.join(folder, name, 'index.mjs');
  const bundled = await rolldown({
    input: 'entry',
    cwd: sources,
    platform: 'node',
    logLevel: 'silent',
    transform: { decorator: { legacy: true, emitDecoratorMetadata: true } },
    external: (id, importer) => ABSENT.test(id) && /[\\/]@nestjs[\\/]/.test(importer ?? ''),
    plugins: [
      {
        name: 'benchmark',
        resolveId: (id, importer) => {
          if (id === 'entry') return path.join(sources, 'entry.mjs');
          if (id.endsWith('user-schema.validate.mjs')) return path.join(sources, 'user-schema.validate.mjs');
          return importer?.endsWith('entry.mjs') && id.startsWith('.') ? path.join(sources, id) : null;
        },
        load: (id) => {
          if (id === path.join(sources, 'entry.mjs')) return code;
          return id.endsWith('user-schema.validate.mjs') ? validateUserCode() : null;
        },
      },
    ],
  });
  await bundled.write({ file, format: 'esm', minify: true, codeSplitting: false });
  await bundled.close();
  return file;
}

/** The JSON Schema compiled ahead of time; it checks the body of an event. */
function validateUserCode() {
  const ajv = addFormats(new Ajv({ allErrors: true, code: { source: true, esm: true } }));
  const validate = ajv.compile({ type: 'object', required: ['body'], properties: { body: userJsonSchema } });
  return standaloneCode(ajv, validate);
}

/** The compiled function of a work, packed as one for the application; then what interprets the decorators at run time. */
async function bundleGatewright(work, folder) {
  const root = createProject(path.join(folder, `${work.name}-gatewright`), work.name);
  const compiled = await buildIn(root, work.gatewright.id === undefined ? 'app' : 'route');
  const reflective = await bundle(reflectiveEntry(root, work), folder);
  return [
    { name: '**Gatewright**', file: path.join(compiled.dir, compiled.entry) },
    { name: 'Gatewright, reflective', file: reflective },
  ];
}

async function buildIn(root, packaging) {
  const { functions } = await build({
    root,
    controllers: 'src/*.controller.ts',
    outDir: 'out',
    frontDoors: ['http-api'],
    packaging,
    sourceMap: false,
  });
  return functions[0];
}

/** A handler that reads the decorators when it starts, as someone with a bundler of his own would deploy it. */
function reflectiveEntry(root, { name, gatewright: { controllers, id } }) {
  const modules = controllers.map((controller, index) => {
    const file = name === 'crud' ? `items-${index}` : controller.replace('Controller', '').toLowerCase();
    return `import { ${controller} } from ${JSON.stringify(path.join(root, 'src', `${file}.controller.ts`))};`;
  });
  const call = id === undefined ? `[${controllers.join(', ')}]` : id.replace('.', ", '").concat("'");
  return {
    name: `${name}-reflective`,
    code: [
      `import { createHandler } from '@gatewright/core';`,
      ...modules,
      `export const handler = createHandler(${call});`,
    ].join('\n'),
  };
}

/** A project of the work's controllers, with packages installed as links. */
function createProject(root, name) {
  const src = path.join(root, 'src');
  mkdirSync(src, { recursive: true });
  const copy = (file) => cpSync(path.join(sources, file), path.join(src, path.basename(file)));
  if (name === 'hello') copy('gatewright/hello.controller.ts');
  if (name === 'createUser') {
    copy('gatewright/users.controller.ts');
    copy('gatewright/user-dto.ts');
  }
  if (name === 'crud') {
    copy('gatewright/items.ts');
    for (const [index, resource] of RESOURCES.entries())
      writeFileSync(path.join(src, `${resource}.controller.ts`), itemsController(resource, index));
  }
  symlinkSync(path.join(import.meta.dirname, '..', 'node_modules'), path.join(root, 'node_modules'));
  return root;
}
