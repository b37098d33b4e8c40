import { resource } from '@gatewright/core';
import { resourceVariable } from '../../src/resources/resource-variable.js';

describe('resourceVariable', () => {
  it.each(['todos', 'orderEvents', 'order_events2Go', 'userDB'])("names what core's resource('%s') reads", (name) => {
    for (const property of ['name', 'arn', 'url', 'value'] as const) {
      const variable = resourceVariable(name, property);
      process.env[variable] = `the ${property}`;
      expect(resource(name)[property]).toBe(`the ${property}`);
      delete process.env[variable];
    }
  });
});
