/**
 * A process of plain Node.js that asks handlers, compiled and reflective: nothing of a test runner is around them. It says for
 * each event what was answered and what was written to the log.
 */
const logged = [];
console.error = (...values) => logged.push(values.map(String).join(' '));

async function load({ file, route, application }) {
  const module = await import(file);
  if (module.handler !== undefined) return module.handler;
  const [controller, method] = route.split(/\.(.*)/s);
  const classes = module.modules.flatMap((exports) => Object.values(exports));
  const named = (name) => classes.find((value) => typeof value === 'function' && value.name === name);
  return module.createHandler(named(controller), method, application && { application: named(application) });
}

const names = new Set(Object.getOwnPropertyNames(globalThis));

/** What one application leaves behind is not there for the next. */
function clean() {
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (!names.has(name) && !name.startsWith('class')) delete globalThis[name]; // class-validator keeps its metadata there
}

async function answer({ events, ...handler }) {
  clean();
  try {
    const handle = await load(handler);
    const results = [];
    for (const event of events) results.push(await handle(event, {}));
    return { results, logged: logged.splice(0) };
  } catch (error) {
    return { error: error.stack, codes: error.problems?.map(({ code }) => code), logged: logged.splice(0) };
  }
}

process.on('message', async (request) => process.send(await answer(request)));
