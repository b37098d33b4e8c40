import { resource, resourceVariable } from '../../src/runtime/resource.js';

describe('resource', () => {
  afterEach(() => {
    for (const name of ['NAME', 'ARN', 'URL', 'VALUE']) delete process.env[`ORDER_EVENTS_${name}`];
  });

  it('reads each value from the environment when it is asked for', () => {
    const events = resource('orderEvents');
    Object.assign(process.env, {
      ORDER_EVENTS_NAME: 'events',
      ORDER_EVENTS_ARN: 'arn:aws:events:eu-west-1:123456789012:event-bus/events',
      ORDER_EVENTS_URL: 'https://events.example',
      ORDER_EVENTS_VALUE: 'a text',
    });
    expect({ ...events }).toEqual({
      name: 'events',
      arn: 'arn:aws:events:eu-west-1:123456789012:event-bus/events',
      url: 'https://events.example',
      value: 'a text',
    });
  });

  it.each(['', undefined])('says what to write where the variable is %p', (value) => {
    if (value !== undefined) process.env.ORDER_EVENTS_ARN = value;
    expect(() => resource('orderEvents').arn).toThrow(
      "resource('orderEvents').arn: the environment variable ORDER_EVENTS_ARN is not set; write @Uses({ orderEvents: ... }) above the class " +
        'that reads it and resources: { orderEvents: ... } in the construct, or set ORDER_EVENTS_ARN where the code runs otherwise',
    );
  });

  it.each([
    ['todos', 'TODOS_NAME'],
    ['orderEvents', 'ORDER_EVENTS_NAME'],
    ['order_events2Go', 'ORDER_EVENTS2_GO_NAME'],
    ['userDB', 'USER_DB_NAME'],
  ])('names the variable of %s %s', (name, variable) => {
    expect(resourceVariable(name, 'name')).toBe(variable);
  });
});
