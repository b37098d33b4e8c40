/** A resource as a function knows it; each value is an environment variable of the function. */
export interface Resource {
  /** Name of the table, queue, topic, bucket: `TODOS_NAME`. */
  readonly name: string;
  /** Amazon Resource Name: `TODOS_ARN`. */
  readonly arn: string;
  /** URL of a queue: `TODOS_URL`. */
  readonly url: string;
  /** What the construct was given, where that is a text: `TODOS_VALUE`. */
  readonly value: string;
}

/**
 * What a function knows of a resource that its code has in `@Uses`. Values are read from the environment when they are asked for.
 *
 * @throws {Error} from its properties, where the environment does not have the value
 * @example
 * private readonly table = resource('todos').name; // TODOS_NAME
 */
export const resource = (name: string): Resource => ({
  get name() {
    return variable(name, 'name');
  },
  get arn() {
    return variable(name, 'arn');
  },
  get url() {
    return variable(name, 'url');
  },
  get value() {
    return variable(name, 'value');
  },
});

/** The environment variable of a resource's value: `orderEvents` and `arn` are `ORDER_EVENTS_ARN`. */
export const resourceVariable = (name: string, property: keyof Resource): string =>
  `${name.replace(/([a-z\d])([A-Z])/g, '$1_$2')}_${property}`.toUpperCase();

function variable(name: string, property: keyof Resource): string {
  const key = resourceVariable(name, property);
  const value = process.env[key];
  if (value) return value;
  throw new Error(
    `resource('${name}').${property}: the environment variable ${key} is not set; write @Uses({ ${name}: ... }) above the class that reads it and resources: { ${name}: ... } in the construct, or set ${key} where the code runs otherwise`,
  );
}
