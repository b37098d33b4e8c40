/** Each mistake an author can make: what it means and what to do. `docs/errors.md` is generated from this table. */
export const DEFINITION_CODES = {
  APPLICATION_MISSING: {
    cause:
      'The module that the option `application` names does not exist, or does not export exactly one class with `@Application`.',
    fix: 'Correct the path, and export one class with `@Application()`.',
  },
  AUTHORIZATION_INVALID: {
    cause:
      'Two of `@Authorize`, `@Authorize.iam` and `@Public` stand at one place, or `@Authorize` or `@Throttle` was given something that it does not understand.',
    fix: "Keep one of them. Write `@Authorize('users', { scopes: ['orders.read'] })` and `@Throttle({ rate: 5, burst: 10 })`.",
  },
  AUTHORIZER_INVALID: {
    cause:
      'A method with `@Authorizer` takes what there is not before a request is let through, has decorators of a route, has the name of another, or is cached though the gateway does not know all that it goes by.',
    fix: "Write `@Authorizer('users', { cacheFor: 300 })` above a method that takes `@Headers('authorization', { required: true })`, query parameters, cookies, `@Req()` or `@Ctx()`.",
  },
  BODY_KINDS_DIFFER: {
    cause: 'One parameter takes the whole body as text or bytes and another takes it otherwise, or takes a part of it.',
    fix: 'Keep one of them, or take everything from one DTO or schema.',
  },
  BODY_TYPE_MISSING: {
    cause:
      'A `@Body()` parameter has no class that its value could be validated against: its type is an interface, a type alias, `any`, or imported with `import type`.',
    fix: 'Declare a class and write it as the type, or name it: `@Body(CreateUser)`, `@Body([CreateUser])` for an array. For any JSON value write `@Body(Object)`.',
  },
  CLASS_NOT_REACHABLE: {
    cause: 'A handler has to import a class that is declared inside a function or has no name.',
    fix: 'Declare the class with a name at the top level of a module.',
  },
  BUDGET_EXCEEDED: {
    cause:
      'A function, or the application as a whole, has more bytes of code than the configuration allows (`budgets`).',
    fix: 'Run `gatewright explain <route>`: it tells what each package takes, how it came, and what to do. Or raise the budget.',
  },
  BUDGET_UNKNOWN: {
    cause: 'The option `budgets.functions` names a function that the application does not have.',
    fix: "Write the function's id as `gatewright routes` lists it, or remove the budget.",
  },
  CONFIG_INVALID: {
    cause: 'The configuration file cannot be loaded or a value in it is not of the documented form.',
    fix: 'Correct the value that the message names.',
  },
  CONFIG_MISSING: {
    cause: 'There is no `gatewright.config.ts` (or `.mts`, `.js`, `.mjs`) in the project.',
    fix: "Add one: `export default defineConfig({ controllers: 'src/**/*.controller.ts' })`.",
  },
  CONSUMES_INVALID: {
    cause:
      'A `@Consumes` names no media type, or one that the parameters of the body cannot be read from: only JSON and forms have values by name.',
    fix: 'Write `type/subtype` in lower case, without parameters. Take a body of another type as `string` or `Uint8Array`.',
  },
  CONTROLLERS_NOT_FOUND: {
    cause: 'The `controllers` globs match no file, or none of the files they match exports a `@Controller` class.',
    fix: 'Correct the globs; they are relative to the project root. Export the controllers.',
  },
  CONTROLLER_DECORATOR_MISSING: {
    cause: 'A class with routes, or one given to `createHandler`, has no `@Controller`.',
    fix: 'Write `@Controller(path)` above the class.',
  },
  CONTROLLER_LOAD_FAILED: {
    cause:
      'A module of the application threw while it was loaded. The build loads controllers to read their decorators.',
    fix: 'Correct the error shown. Code that needs the deployed environment (variables, connections) belongs in a constructor or a method, not at the top level of a module.',
  },
  CONTROLLER_NAME_DUPLICATE: {
    cause: 'Two controllers have the same class name; route ids and function names are made from it.',
    fix: 'Rename one of the classes.',
  },
  CONTROLLER_NOT_EXPORTED: {
    cause:
      'A file matched by `controllers` declares a `@Controller` class that it does not export, or exports what a decorator above `@Controller` has put in its place.',
    fix: 'Export the class, or move it out of the files that the globs match. Write `@Controller` above decorators that replace the class, and declare it at the top level of its module.',
  },
  DECORATOR_STANDARD: {
    cause: 'The decorators were compiled as ECMAScript decorators, which cannot decorate parameters.',
    fix: 'Set `"experimentalDecorators": true` in tsconfig.json. (`gatewright build` does not need it; code that you run yourself does.)',
  },
  DECORATOR_TARGET: {
    cause: 'A decorator stands on something it cannot decorate, for example `@Get` on a property or a static method.',
    fix: 'Move it to a public instance method, or to a parameter of one.',
  },
  DTO_UNVALIDATED: {
    cause:
      'A DTO class has no validation decorator. Properties without one are stripped, so nothing would be left of it.',
    fix: 'Decorate its properties with class-validator, `@Allow()` where anything goes.',
  },
  ELEMENT_TYPE_MISSING: {
    cause: 'A parameter is an array, and the type of its elements is not known to a handler that was not compiled.',
    fix: "Name it: `@Body([CreateUser])`, `@Query('tag', { type: [String] })`. (`gatewright build` reads it from the source.)",
  },
  ENUM_INVALID: {
    cause: 'The `enum` of a parameter is empty, is no enum, or has a value that is neither a string nor a number.',
    fix: "Give the enum itself, `{ enum: SortOrder }`, or an array of the values there are, `{ enum: ['asc', 'desc'] }`.",
  },
  FILE_WITHOUT_MULTIPART: {
    cause:
      'A parameter takes a file, and `@Consumes` does not name `multipart/form-data`, the one type of body that has files.',
    fix: "Write `@Consumes('multipart/form-data')`, or remove `@Consumes`.",
  },
  FUNCTION_NAME_DUPLICATE: {
    cause:
      'The names of two functions differ in the case of letters only, for instance `app` and that of a controller `App` with the packaging `controller`. File systems may not tell their folders apart.',
    fix: 'Rename the controller or the method.',
  },
  HEADER_INVALID: {
    cause: 'A header name is not an RFC 9110 token, its value has a line break, or it is `set-cookie`.',
    fix: "Correct the name or the value; set a cookie with `reply(status, body, { 'set-cookie': cookie(name, value) })`.",
  },
  HTTP_CODE_INVALID: {
    cause: 'The status given to `@HttpCode` is not a whole number from 200 to 599.',
    fix: 'Give a valid HTTP status code.',
  },
  INTEGRATION_INVALID: {
    cause:
      'A decorator such as `@Mock`, `@HttpProxy` or `@SqsSendMessage` was given something that a gateway cannot carry out, or takes a value from where there is none.',
    fix: 'Change what the message names.',
  },
  INTEGRATION_NOT_RUN: {
    cause:
      'A method whose route the gateway answers without a function (`@Mock`, `@HttpProxy`, `@SqsSendMessage` and the like) has code, parameters, or decorators that need the method to run; or a handler was asked for.',
    fix: 'Leave the body empty, take values with `fromPath()` and its like, and remove the other decorators; or remove the integration. Middleware of the controller or application is not run for it: protect the route with an authorizer.',
  },
  INTEGRATION_REPEATED: {
    cause: 'A method has two decorators that each say what answers its route.',
    fix: 'Keep one of them.',
  },
  LAMBDA_OPTIONS_DIFFER: {
    cause:
      'Routes that are packed into one function ask for what it has only once: another architecture, another value of an environment variable, or reserved concurrency for some of them only.',
    fix: "Write the option above the controller, give every route the same value, or write `@Packaging('route')` above the method that differs.",
  },
  LAMBDA_OPTION_INVALID: {
    cause: 'An option of `@Lambda` is unknown or outside of what AWS Lambda accepts.',
    fix: 'Use a value in the range that the message gives.',
  },
  LIBRARY_MISSING: {
    cause: 'A route takes a DTO, and class-validator or class-transformer, which validate it, is not installed.',
    fix: 'Run `npm install class-validator class-transformer`.',
  },
  MIDDLEWARE_INVALID: {
    cause: 'A decorator, `@Use` or `@Catch`, was given something that cannot run around a method.',
    fix: 'Give `@Use` a function `(context, next)`, an injectable class with a method `use`, or a middy middleware; give `@Catch` error classes and a status or a function.',
  },
  NATIVE_ADDON: {
    cause:
      'A function imports a package with a native addon, a `.node` file, which is machine code and cannot be bundled.',
    fix: "List the package in `nodeModules`, which copies it beside the handler with what it depends on; install it for the functions' platform, for example `npm install --os=linux --cpu=arm64`.",
  },
  OUT_DIR_NOT_EMPTY: {
    cause: 'The output folder has files that no build has written. A build replaces its output folder as a whole.',
    fix: 'Choose another folder, or empty this one.',
  },
  PACKAGING_INVALID: {
    cause: 'A `@Packaging` was given something that is no packaging.',
    fix: "Write `@Packaging('route')`, `@Packaging('controller')` or `@Packaging('app')`.",
  },
  PACKAGE_MISSING: {
    cause: 'A package that `nodeModules` lists, or that one of them depends on, is not installed.',
    fix: 'Install it, or take it out of the list.',
  },
  PARAMETER_DECORATED_TWICE: {
    cause: 'A method parameter has two decorators that each say where its value comes from.',
    fix: 'Keep one of them.',
  },
  PARAMETER_NAME_MISSING: {
    cause:
      'A parameter decorator has no name, and the name of the parameter is not known to a handler that was not compiled.',
    fix: "Name it: `@Param('id')`. (`gatewright build` reads the name from the source.)",
  },
  PARAMETER_OPTION_INVALID: {
    cause:
      'An argument of a parameter decorator is not one that it knows what to do with: a `type` that is no type, a separator of several characters or of what is no array, a second argument that is no options object.',
    fix: 'Give what the message names.',
  },
  PARAMETER_TYPE_INVALID: {
    cause: 'A value of a path, query string, header or cookie cannot become the declared type.',
    fix: 'Use string, number, boolean, bigint, Date, an array of one of these, or a DTO class for all values of that place.',
  },
  PARAMETER_TYPE_MISSING: {
    cause:
      'A parameter takes all values of a place, but its type is an interface or a type literal that nothing can be validated against.',
    fix: 'Declare a class, or take the values unvalidated as `Record<string, string>`.',
  },
  PARAMETER_UNBOUND: {
    cause: 'A parameter of a route has no decorator, so nothing would ever be passed to it.',
    fix: 'Decorate it (`@Body()`, `@Query()`, ...), give it a default value, or remove it.',
  },
  PATH_INVALID: {
    cause:
      'A path is not one that API Gateway can route: a parameter that is not a whole segment, a repeated name, a greedy parameter that is not last, a space or a question mark.',
    fix: 'Write segments as `text`, `:name` (or `{name}`), and a last `{name+}` for the rest.',
  },
  PATH_PARAMETER_UNBOUND: {
    cause: 'A path has a parameter that no parameter of the method takes.',
    fix: "Take it with `@Param('name')`, take all with `@Param()`, or remove it from the path.",
  },
  PATH_PARAMETER_UNKNOWN: {
    cause: 'A `@Param` names a parameter that is not in the path.',
    fix: 'Correct the name, or add the parameter to the path.',
  },
  PROVIDER_CYCLE: {
    cause:
      'Classes or providers need each other, so that none can be made first. The message names the way round: `A -> B -> A`.',
    fix: 'Move what both need into a third class.',
  },
  PROVIDER_DUPLICATE: {
    cause:
      'One list of `providers` has two for the same token, so that which one is injected would depend on their order.',
    fix: 'Keep one. A provider of a controller wins over one of the application; in a test, `override` wins over both.',
  },
  PROVIDER_INJECT_COUNT: {
    cause: 'A `useFactory` has more parameters than `inject` has tokens, so the last ones would be undefined.',
    fix: 'Name a token for each parameter, in their order: `inject: [TABLE_NAME, Clock]`.',
  },
  PROVIDER_INVALID: {
    cause:
      'An element of `providers` or `inject`, or what `@Inject` was given, is not what it should be: no `provide(...)`, no token, none or several of `useClass`, `useValue`, `useFactory` and `useExisting`. A token may be undefined because two modules import each other.',
    fix: 'Give what the message names.',
  },
  PROVIDER_MISSING: {
    cause:
      'Something is needed that nothing provides: a token without a provider, or a constructor parameter whose type is an interface, a primitive, or imported with `import type`.',
    fix: 'Give the parameter a class type, name one with `@Inject(UserStore)`, or provide the token: `@Controller(path, { providers: [provide(TOKEN, { useValue: ... })] })`, or in `@Application`. What may be missing is marked `@Optional()`.',
  },
  PROVIDER_NOT_INJECTABLE: {
    cause: 'A class is needed that is not marked `@Injectable()`, and that nothing provides.',
    fix: 'Write `@Injectable()` above that class, or provide it: `provide(UserStore, { useClass: DynamoUserStore })`.',
  },
  PROVIDER_SCOPE: {
    cause:
      'A class or provider asks for a scope of its own, as in NestJS. Everything is made once for each execution environment, which handles one request at a time.',
    fix: 'Take what belongs to a request as a parameter of the method, or anywhere from `currentContext()`; for a new object each time, inject a factory function.',
  },
  RETURNS_INVALID: {
    cause: 'The decorator `@Returns` was given something that is no class, or options that it does not have.',
    fix: 'Write `@Returns(User)`, or `@Returns([User])` for an array; its options are `strategy`, `groups`, `version`, `excludePrefixes` and `validate`.',
  },
  ROUTE_DUPLICATE: {
    cause: 'Two routes have the same method and path; parameter names do not tell paths apart.',
    fix: 'Change the method or the path of one.',
  },
  ROUTE_MISSING: {
    cause: 'A method asked for has no `@Get`, `@Post` or other route decorator, or a controller has no route at all.',
    fix: 'Decorate the method.',
  },
  ROUTE_REPEATED: {
    cause: 'A method has two route decorators; a route is one method and one path.',
    fix: 'Keep one, and give the other route a method of its own.',
  },
  TYPE_METADATA_MISSING: {
    cause:
      'The type of a parameter is not known: the code was compiled without decorator metadata, as esbuild and tsx do, or the type is left to a default value that is no literal.',
    fix: "Name the type: `@Query('limit', { type: Number })`, `@Body(CreateUser)`, `@Inject(UserStore)`; or compile with `emitDecoratorMetadata`. (`gatewright build` does not need it.) Where there is a default value, write the type before it: `limit: number = DEFAULT_LIMIT`.",
  },
  USES_INVALID: {
    cause:
      'What `@Uses` was given does not say which resource is used how, or it stands on a method without a route: an injectable class is made as a whole, whichever of its methods a route calls.',
    fix: "Write `@Uses({ todos: 'readWrite' })` above the class, or above a controller method with a route.",
  },
  VALIDATION_OPTION_INVALID: {
    cause:
      "An option of `@Validation` is none that class-validator's `validate` or class-transformer's `plainToInstance` has, or has a value that it cannot have.",
    fix: 'Correct the option that the message names.',
  },
  VALUE_NOT_REACHABLE: {
    cause:
      'A handler has to import a function, class or schema that a decorator was given, and no handler can: its class is declared where no module can export it, or a function makes the provider of a class and applies the decorator.',
    fix: 'Declare the class at the top level of a module, with a name; write `provide(Store, { useClass: DynamoStore })` in a list at the top level of a module.',
  },
  ROUTE_UNKNOWN: {
    cause: 'The command `gatewright explain` was asked for a route or a function that the application does not have.',
    fix: 'Run `gatewright routes`, which lists them.',
  },
  SOURCE_INVALID: {
    cause: 'A source file has a syntax error or imports something that cannot be found.',
    fix: 'Correct the file at the place shown.',
  },
} as const;

/** The stable code of a mistake in the author's code. */
export type DefinitionCode = keyof typeof DEFINITION_CODES;
