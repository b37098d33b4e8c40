import { readyText } from '../../src/dev/ready-text.js';
import type { RouteManifest } from '../../src/gateway/deployment.js';

const route = (method: RouteManifest['method'], path: string, required = false): RouteManifest => ({
  id: `Todos.${method.toLowerCase()}`,
  method,
  path,
  controller: 'Todos',
  controllerMethod: method.toLowerCase(),
  parameters: [{ index: 0, in: 'query', name: 'q', type: { kind: 'string' }, required }],
  headers: {},
  returns: { kind: 'unknown' },
  answers: 'value',
  promise: 'always',
  layers: [],
  catches: [],
  integration: { type: 'lambda' },
  lambda: {},
  source: { file: 'src/todos.controller.ts', line: 1, column: 1 },
});

describe('readyText', () => {
  const url = 'http://127.0.0.1:3000';

  it('shows the address, the routes and a command for each plain GET', () => {
    const routes = [
      route('GET', '/todos'),
      route('GET', '/todos/{id}'),
      route('POST', '/todos'),
      route('GET', '/s', true),
    ];
    expect(readyText(url, routes)).toBe(
      `Local gateway on http://127.0.0.1:3000

  GET   /s           Todos.get
  GET   /todos       Todos.get
  POST  /todos       Todos.post
  GET   /todos/{id}  Todos.get

  curl http://127.0.0.1:3000/todos
`,
    );
  });

  it('shows three commands at most', () => {
    const text = readyText(url, [route('GET', '/a'), route('GET', '/b'), route('GET', '/c'), route('GET', '/d')]);
    expect(text.match(/curl/g)).toHaveLength(3);
  });

  it("shows the configuration's examples instead", () => {
    const text = readyText(url, [route('GET', '/todos')], ["-X POST {url}/todos -d '{}'", '{url}/todos']);
    expect(text).toContain(
      "\n  curl -X POST http://127.0.0.1:3000/todos -d '{}'\n  curl http://127.0.0.1:3000/todos\n",
    );
  });

  it('shows no commands where there are none', () => {
    expect(readyText(url, [route('POST', '/todos')])).toBe(
      'Local gateway on http://127.0.0.1:3000\n\n  POST  /todos  Todos.post\n',
    );
  });
});
