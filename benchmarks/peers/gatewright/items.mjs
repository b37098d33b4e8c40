/** The source of one controller of the CRUD application. */
export const itemsController = (resource, index) => `import { Controller } from '@gatewright/core';
import { Items } from './items.js';

@Controller('/${resource}')
export class Items${index}Controller extends Items {}
`;
